import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import { AppError } from '../../base/appError';
import { withTimeout } from '../../base/async/withTimeout';
import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';
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

/** Maximum wait for a database to open; a browser that denies storage may leave the request without an answer. */
const maxOpeningInMs = 5_000;

/**
 * Makes a function that opens the database of that name with the first call, and again after it was closed underneath.
 * It rejects with AppError `journal-newer`, or `journal-unavailable`, also where the browser doesn't answer within five seconds.
 */
export function databaseOpener(name: string, clock: Clock = systemClock): () => Promise<JournalDatabase> {
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

  async function openInTime(): Promise<JournalDatabase> {
    const connecting = connect();
    const late = (): AppError => {
      // Opened after all, it would keep another tab from changing the schema.
      connecting.then(
        (database) => database.close(),
        () => undefined,
      );
      return new AppError('journal-unavailable', { cause: new Error('no answer') });
    };
    return withTimeout(connecting, clock, maxOpeningInMs, late);
  }

  return () => {
    opened ??= openInTime().catch((thrown: unknown) => {
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
