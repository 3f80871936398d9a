import { AppError, toAppError } from '../base/appError';
import { decodeText } from './decodeText';
import { limits } from './limits';
import { listEntries } from './listEntries';
import { toTransferable } from './transferEntries';
import { parseTable, toParsedTable, type ParsedTable } from './parseTable';
import type { TableAnswer, TableRequest } from './tableMessages';
import type { ReadOptions, TableSource, TableWorkbook } from './types';
import type { Workbook } from './workbook/openWorkbook';
import { openWorkbookFile } from './workbook/openWorkbookFile';
import type { SheetRows } from './workbook/readSheet';

/** A source that was opened, and can be read in other ways without being opened again. */
type OpenSource = (options: ReadOptions) => ParsedTable | Promise<ParsedTable>;

/** Reader of the sheets of a workbook; one of several that fails is a table without rows, so that another can be chosen. */
function readWorkbook(workbook: Workbook): OpenSource {
  const { sheets } = workbook;
  const toSheet = (rows: SheetRows, chosen: TableWorkbook): ParsedTable => {
    const parsed = toParsedTable({ ...rows, delimiter: '' }, undefined);
    return { ...parsed, table: { ...parsed.table, workbook: chosen } };
  };
  return ({ sheet = 0 }) =>
    workbook.readSheet(sheet).then(
      (rows) => toSheet(rows, { sheets, sheet }),
      (thrown: unknown) => {
        if (sheets.length < 2 || sheets[sheet] === undefined) throw thrown;
        return toSheet({ rows: [], faults: [] }, { sheets, sheet, failure: toAppError(thrown).code });
      },
    );
}

async function openSource(source: TableSource): Promise<OpenSource> {
  if (source.kind === 'text') return ({ delimiter }) => parseTable(source.text, undefined, delimiter);
  if (source.file.size > limits.bytes) throw new AppError('file-too-large');
  const content = await source.file.arrayBuffer().catch((cause: unknown) => {
    // The file was moved or deleted after it was chosen.
    throw new AppError('file-unreadable', { cause });
  });
  const bytes = new Uint8Array(content);
  const workbook = await openWorkbookFile(bytes);
  if (workbook) return readWorkbook(workbook);
  return ({ delimiter, encoding }) => {
    const decoded = decodeText(bytes, encoding);
    return parseTable(decoded.text, decoded.encoding, delimiter);
  };
}

/** Makes what answers in the worker: it keeps one table and never rejects. */
export function createTableParserService(): (request: TableRequest) => Promise<TableAnswer> {
  let opened: OpenSource | undefined;
  let parsed: ParsedTable | undefined;
  /** The last request that asked for a table; one that it overtook keeps nothing. */
  let reading: number | undefined;
  const answer = async (request: TableRequest): Promise<TableAnswer> => {
    const { id } = request;
    if (request.kind === 'entries') {
      if (!parsed || reading !== request.reading) throw new AppError('cancelled');
      return { id, kind: 'entries', entries: toTransferable(listEntries(parsed, request.column)) };
    }
    reading = id;
    parsed = undefined;
    if (request.kind === 'read') opened = await openSource(request.source);
    if (!opened) throw new AppError('internal', { cause: new Error('nothing was read') });
    const read = await opened(request.kind === 'read-again' ? request.options : {});
    if (reading !== id) throw new AppError('cancelled');
    parsed = read;
    return { id, kind: 'table', table: read.table };
  };
  return (request) =>
    answer(request).catch((thrown: unknown) => {
      const { code, faults } = toAppError(thrown);
      return { id: request.id, kind: 'failed', code, faults };
    });
}
