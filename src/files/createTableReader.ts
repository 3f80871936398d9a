import { AppError, toAppError } from '../base/appError';
import { limits } from './limits';
import { fromTransferable } from './transferEntries';
import { openTableSession, type TableSession, type TableWorker } from './tableSession';
import type { Table, TableReader, TableSource } from './types';

/** Refused before anything is read or copied. */
function refuseLarge(source: TableSource): void {
  const size = source.kind === 'file' ? source.file.size : source.text.length;
  if (size > limits.bytes) throw new AppError('file-too-large');
}

/** Makes the reader of pasted and dropped tables; `startWorker` is called once a table, so that forgetting one frees its memory. */
export function createTableReader(startWorker: () => TableWorker): TableReader {
  /** The worker that has each table, and which of its answers the table was. */
  const readings = new WeakMap<Table, { readonly session: TableSession; readonly reading: number }>();

  const startSession = (): TableSession => {
    try {
      return openTableSession(startWorker());
    } catch (thrown) {
      throw toAppError(thrown);
    }
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
        const { table, id: reading } = await session.ask('table', { kind: 'read', source });
        readings.set(table, { session, reading });
        return table;
      } catch (thrown) {
        session.end(new AppError('cancelled'));
        throw thrown;
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    },

    async readAgain(table, options, signal) {
      const { session } = readings.get(table) ?? {};
      if (!session || signal?.aborted) throw new AppError('cancelled');
      const { table: again, id: reading } = await session.ask(
        'table',
        { kind: 'read-again', options },
        signal,
      );
      readings.set(again, { session, reading });
      return again;
    },

    async entries(table, column, signal) {
      const read = readings.get(table);
      if (!read || signal?.aborted) throw new AppError('cancelled');
      const { session, reading } = read;
      const { entries } = await session.ask('entries', { kind: 'entries', reading, column }, signal);
      return fromTransferable(entries);
    },

    forget(table) {
      readings.get(table)?.session.end(new AppError('cancelled'));
      return Promise.resolve();
    },
  };
}
