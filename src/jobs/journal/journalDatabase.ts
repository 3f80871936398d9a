import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import { AppError } from '../../base/appError';
import { withTimeout } from '../../base/async/withTimeout';
import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';

/** Schema of the database. Stored values are unknown: another version of the app may have written them, or they are damaged. */
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
  /** Planned items in chunks; the key has the index of the first. */
  items: { key: [jobId: string, first: number]; value: readonly unknown[] };
  /** Events of one append; the key has the number of the first. */
  events: { key: [jobId: string, first: number]; value: readonly unknown[] };
}

export type JournalDatabase = IDBPDatabase<JournalSchema>;

/** Increased with each change of the schema; `upgrade` then migrates older journals and deletes nothing. */
const version = 1;

/** Maximum wait until the database is open; a browser that denies storage may never answer. */
const maxOpeningInMs = 5_000;

/**
 * Returns a function that opens the database with the first call, and again after the browser closed it. It rejects with AppError
 * `journal-newer`, or with `journal-unavailable`, also if the browser doesn't answer within five seconds.
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
          // Another tab upgrades the schema or the user clears the data: neither may wait for this tab.
          (event.target as IDBDatabase).close();
          forget();
        },
        terminated: forget,
      }).then(resolve, reject);
    });
  }

  async function openInTime(): Promise<JournalDatabase> {
    const connecting = connect();
    const toTimeoutError = (): AppError => {
      // An open database that nothing uses would block upgrades by other tabs.
      connecting.then(
        (database) => database.close(),
        () => undefined,
      );
      return new AppError('journal-unavailable', { cause: new Error('no answer') });
    };
    return withTimeout(connecting, clock, maxOpeningInMs, toTimeoutError);
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

/**
 * Converts an error of the database to `journal-full`, `journal-newer`, `internal` for data that can't be stored at all, or
 * `journal-unavailable` for any other.
 */
export function toJournalError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (name === 'QuotaExceededError') return new AppError('journal-full', { cause: thrown });
  // The database has a higher version than `version` above (IndexedDB: open).
  if (name === 'VersionError') return new AppError('journal-newer', { cause: thrown });
  if (name === 'DataCloneError') return new AppError('internal', { cause: thrown });
  return new AppError('journal-unavailable', { cause: thrown });
}
