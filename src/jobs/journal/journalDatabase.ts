import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import { AppError } from '../../base/appError';
import { toJournalError } from './toJournalError';

/** How the journal is stored. What is read may be of another version of the app, or damaged, so it has no types. */
export interface JournalSchema extends DBSchema {
  jobs: {
    key: string;
    value: {
      readonly header: unknown;
      readonly digest: unknown;
      /** Number of events. */
      readonly events: number;
    };
    indexes: { account: [tenantId: string, accountId: string, plannedAt: number] };
  };
  /** Planned items in chunks, by the number of their first. */
  items: { key: [jobId: string, first: number]; value: readonly unknown[] };
  /** Events of one append, by the number of the first. */
  events: { key: [jobId: string, first: number]; value: readonly unknown[] };
}

/** The open database. */
export type JournalDatabase = IDBPDatabase<JournalSchema>;

/** Raised with each change of the schema; `upgrade` then brings older journals on and deletes nothing. */
const version = 1;

/**
 * Makes a function that opens the database of that name with the first call, and again after it was closed underneath.
 * It rejects with AppError `journal-unavailable` or `journal-newer`.
 */
export function databaseOpener(name: string): () => Promise<JournalDatabase> {
  let opened: Promise<JournalDatabase> | undefined;
  const forget = (): void => {
    opened = undefined;
  };

  function connect(): Promise<JournalDatabase> {
    return new Promise((resolve, reject) => {
      openDB<JournalSchema>(name, version, {
        upgrade(database, from) {
          if (from < 1) createStores(database);
        },
        blocked: () => reject(new AppError('journal-unavailable')),
        blocking(_current, _blocked, event) {
          // Another tab brings a newer schema, or the data is cleared: that must not wait for this tab.
          (event.target as IDBDatabase).close();
          forget();
        },
        terminated: forget,
      }).then(resolve, reject);
    });
  }

  return () => {
    opened ??= connect().catch((thrown: unknown) => {
      forget();
      throw toJournalError(thrown);
    });
    return opened;
  };
}

function createStores(database: JournalDatabase): void {
  const jobs = database.createObjectStore('jobs', { keyPath: 'header.id' });
  jobs.createIndex('account', ['header.owner.tenantId', 'header.owner.accountId', 'header.plannedAt']);
  database.createObjectStore('items');
  database.createObjectStore('events');
}
