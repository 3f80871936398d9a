import { AppError, toAppError } from '../base/appError';
import { limits } from './limits';
import { unpackEntries } from './packEntries';
import { openTableSession, type TableSession, type TableWorker } from './tableSession';
import type { Table, TableReader, TableSource } from './types';

/** Refused before anything is read or copied. */
function refuseLarge(source: TableSource): void {
  const size = source.kind === 'file' ? source.file.size : source.text.length;
  if (size > limits.bytes) throw new AppError('file-too-large');
}

/** Makes the reader of pasted and dropped tables; `startWorker` is called once a table, so that the one before frees its memory. */
export function createTableReader(startWorker: () => TableWorker): TableReader {
  let current: TableSession | undefined;
  const sessions = new WeakMap<Table, TableSession>();

  const startSession = (): TableSession => {
    current?.end(new AppError('cancelled'));
    current = undefined;
    try {
      current = openTableSession(startWorker());
    } catch (thrown) {
      throw toAppError(thrown);
    }
    return current;
  };

  return {
    async read(source, signal) {
      refuseLarge(source);
      if (signal?.aborted) throw new AppError('cancelled');
      const session = startSession();
      // Reading is stopped where it stands: there is no table yet to keep the worker for.
      const onAbort = (): void => session.end(new AppError('cancelled'));
      signal?.addEventListener('abort', onAbort, { once: true });
      try {
        const { table } = await session.ask('table', { kind: 'read', source });
        sessions.set(table, session);
        return table;
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    },

    async entries(table, column, signal) {
      const session = sessions.get(table);
      if (!session || signal?.aborted) throw new AppError('cancelled');
      const { entries } = await session.ask('entries', { kind: 'entries', column }, signal);
      return unpackEntries(entries);
    },
  };
}
