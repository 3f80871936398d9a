import { AppError } from '../../../src/base/appError';
import { createTableParserService } from '../../../src/files/createTableParserService';
import { fromTransferable } from '../../../src/files/transferEntries';
import type { TableRequest } from '../../../src/files/tableMessages';
import type { TableReader } from '../../../src/files/types';

/** Reads tables as the app does, without a worker. */
export function createTestTableReader(): TableReader {
  const answer = createTableParserService();
  let lastId = 0;
  async function ask(request: TableRequest) {
    const reply = await answer(request);
    if (reply.kind === 'failed') throw new AppError(reply.code, { faults: reply.faults });
    return reply;
  }
  return {
    async read(source) {
      const reply = await ask({ id: (lastId += 1), kind: 'read', source });
      if (reply.kind !== 'table') throw new AppError('internal');
      return reply.table;
    },
    async readAgain(_table, options) {
      const reply = await ask({ id: (lastId += 1), kind: 'read-again', options });
      if (reply.kind !== 'table') throw new AppError('internal');
      return reply.table;
    },
    async entries(_table, column) {
      const reply = await ask({ id: lastId + 1, kind: 'entries', reading: lastId, column });
      if (reply.kind !== 'entries') throw new AppError('internal');
      return fromTransferable(reply.entries);
    },
    forget: () => Promise.resolve(),
  };
}
