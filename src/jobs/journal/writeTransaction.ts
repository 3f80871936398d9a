import type { IDBPTransaction } from 'idb';
import { AppError } from '../../base/appError';
import type { JournalDatabase, JournalSchema } from './journalDatabase';
import { toJournalError } from './toJournalError';

/** The parts of the database. */
export const stores: ('jobs' | 'items' | 'events')[] = ['jobs', 'items', 'events'];

/** What may be done within a transaction that writes. */
export interface Writing {
  readonly transaction: IDBPTransaction<JournalSchema, typeof stores, 'readwrite'>;
  /** Adds a request; where it fails, the whole transaction does. */
  readonly request: (request: Promise<unknown>) => void;
}

/**
 * Runs writes as one transaction: all or nothing, and on the disk when resolved.
 * Rejects with AppError `journal-full`, `journal-unavailable`, or what `work` threw.
 */
export async function writeTransaction(
  open: () => Promise<JournalDatabase>,
  work: (writing: Writing) => Promise<void> | void,
): Promise<void> {
  let transaction: Writing['transaction'] | undefined;
  try {
    transaction = (await open()).transaction(stores, 'readwrite', { durability: 'strict' });
    // The end of the transaction tells what went wrong, so no request has to.
    const request = (asked: Promise<unknown>): void => void asked.catch(() => undefined);
    request(transaction.done);
    await work({ transaction, request });
    await transaction.done;
  } catch (thrown) {
    const reason: unknown = transaction?.error ?? thrown;
    if (transaction) abort(transaction);
    throw toJournalError(thrown instanceof AppError ? thrown : reason);
  }
}

function abort(transaction: Writing['transaction']): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
