import { AppError, toAppError } from '../base/appError';
import { decodeText } from './decodeText';
import { limits } from './limits';
import { listEntries } from './listEntries';
import { packEntries } from './packEntries';
import { parseTable, type ParsedTable } from './parseTable';
import type { TableAnswer, TableRequest } from './tableMessages';
import type { TableSource } from './types';

async function parseSource(source: TableSource): Promise<ParsedTable> {
  if (source.kind === 'text') return parseTable(source.text, undefined);
  if (source.file.size > limits.bytes) throw new AppError('file-too-large');
  const bytes = await source.file.arrayBuffer().catch((cause: unknown) => {
    // The file was moved or deleted after it was chosen.
    throw new AppError('file-unreadable', { cause });
  });
  const { text, encoding } = decodeText(new Uint8Array(bytes));
  return parseTable(text, encoding);
}

/** Makes what answers in the worker: it keeps one table and never rejects. */
export function createTableDesk(): (request: TableRequest) => Promise<TableAnswer> {
  let parsed: ParsedTable | undefined;
  const answer = async (request: TableRequest): Promise<TableAnswer> => {
    if (request.kind === 'read') {
      parsed = await parseSource(request.source);
      return { id: request.id, kind: 'table', table: parsed.table };
    }
    if (!parsed) throw new AppError('internal', { cause: new Error('no table was read') });
    return {
      id: request.id,
      kind: 'entries',
      entries: packEntries(listEntries(parsed, request.column)),
    };
  };
  return (request) =>
    answer(request).catch((thrown: unknown) => ({
      id: request.id,
      kind: 'failed',
      code: toAppError(thrown).code,
    }));
}
