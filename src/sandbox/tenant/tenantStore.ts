import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { withStore } from './storeFailure';
import { words } from './words';

/** One stored change: the present state of one object that has changed since the tenant was made. */
export interface StoredChange {
  readonly kind: 'user' | 'group' | 'membership' | 'change';
  readonly id: string;
  readonly value: unknown;
}

/** One row of a kind besides users and groups; null deletes it. */
export interface StoredRecord {
  readonly kind: string;
  readonly id: string;
  readonly value: unknown;
}

/** Store of the changes since a tenant was made. */
export interface TenantStore {
  /** Start of the day on which the tenant was first made, in milliseconds since 1970. */
  readonly seedDay: number;
  /** Name of the file; undefined where nothing is stored. */
  readonly file?: string;
  /** Reason why an older state was put aside; undefined if none was. */
  readonly note?: string;
  /** Every change, newest state of each thing, in the order of the last writes. */
  readAll(): readonly StoredChange[];
  /** Writes all of the changes and records or none, before it returns. */
  save(changes: readonly StoredChange[], records?: readonly StoredRecord[]): void;
  /** Deletes rows of the kind `change`, by their ids. */
  forgetChanges(ids: readonly string[]): void;
  /** Every record of a kind, in the order in which they were written. */
  readRecords(kind: string): readonly StoredRecord[];
  /** Writes all of the records or none, before it returns. */
  saveRecords(records: readonly StoredRecord[]): void;
  close(): void;
}

interface StoreOptions {
  folder: string | undefined;
  fresh: boolean;
  users: number;
  seed: number;
  generatorVersion: number;
  today: number;
}

/**
 * Opens the store of one tenant: a file, or nothing but memory when there is no folder. Throws StoreFailure where the file is
 * damaged, in use by another sandbox, or cannot be written.
 */
export function openTenantStore(options: StoreOptions): TenantStore {
  const { folder, users, seed } = options;
  if (folder === undefined) return memoryStore(options.today);
  const file = join(folder, `tenant-${users}-users-seed-${seed}.db`);
  return withStore(file, () => {
    mkdirSync(folder, { recursive: true });
    const unlock = lockStore(file);
    try {
      return openLocked(file, options, unlock);
    } catch (thrown) {
      unlock();
      throw thrown;
    }
  });
}

function openLocked(file: string, options: StoreOptions, unlock: () => void): TenantStore {
  if (options.fresh) removeStore(file);
  let database = openFile(file);
  let note: string | undefined;
  const stored = readFact(database, 'generatorVersion');
  if (stored !== undefined && stored !== options.generatorVersion) {
    database.close();
    const aside = putAside(file, stored);
    note = words.storePutAside(stored, options.generatorVersion, aside);
    database = openFile(file);
  }
  return fileStore(file, database, { ...options, note, unlock });
}

/**
 * Locks a store against other sandboxes, and returns the function that unlocks it. The lock is SQLite's own on an
 * empty file beside it, which the operating system releases when a process ends, in any way (SQLite: file locking).
 */
function lockStore(file: string): () => void {
  const place = `${file}.lock`;
  const take = (): Database.Database => {
    const lock = new Database(place);
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return lock;
    } catch (thrown) {
      lock.close();
      throw thrown;
    }
  };
  let lock: Database.Database;
  try {
    lock = take();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'SQLITE_NOTADB') throw thrown;
    // Nothing is ever written into it.
    rmSync(place);
    lock = take();
  }
  return () => {
    if (!lock.open) return;
    lock.exec('ROLLBACK');
    lock.close();
  };
}

function memoryStore(seedDay: number): TenantStore {
  const nothing = (): void => undefined;
  return {
    seedDay,
    readAll: () => [],
    save: nothing,
    forgetChanges: nothing,
    readRecords: () => [],
    saveRecords: nothing,
    close: nothing,
  };
}

function openFile(file: string): Database.Database {
  const database = new Database(file);
  try {
    createTables(database);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function createTables(database: Database.Database): void {
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec('CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL)');
  database.exec(
    'CREATE TABLE IF NOT EXISTS changes (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id))',
  );
  database.exec(
    'CREATE TABLE IF NOT EXISTS records (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id))',
  );
}

/**
 * Does all of the work on a database or none of it; throws what the work threw. SQLite ends a transaction by itself where the
 * disk is full, and the driver's own transactions then throw that there is nothing to roll back, which hides the reason.
 */
export function inTransaction(
  database: Pick<Database.Database, 'exec' | 'inTransaction'>,
  work: () => void,
): void {
  database.exec('BEGIN');
  try {
    work();
    database.exec('COMMIT');
  } catch (thrown) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}

/** Parts of an open store besides its file. */
interface FileStoreParts extends StoreOptions {
  readonly note: string | undefined;
  readonly unlock: () => void;
}

function fileStore(file: string, database: Database.Database, options: FileStoreParts): TenantStore {
  const insertFact = database.prepare('INSERT OR IGNORE INTO facts (name, value) VALUES (?, ?)');
  insertFact.run('generatorVersion', options.generatorVersion);
  insertFact.run('seedDay', options.today);
  const upsert = database.prepare('INSERT OR REPLACE INTO changes (kind, id, json) VALUES (?, ?, ?)');
  const upsertRecord = database.prepare('INSERT OR REPLACE INTO records (kind, id, json) VALUES (?, ?, ?)');
  const save = (changes: readonly StoredChange[], records: readonly StoredRecord[]): void =>
    inTransaction(database, () => {
      for (const { kind, id, value } of changes) upsert.run(kind, id, JSON.stringify(value));
      for (const { kind, id, value } of records) upsertRecord.run(kind, id, JSON.stringify(value));
    });
  const remove = database.prepare("DELETE FROM changes WHERE kind = 'change' AND id = ?");
  const forget = (ids: readonly string[]): void =>
    inTransaction(database, () => ids.forEach((id) => remove.run(id)));
  return {
    file,
    seedDay: readFact(database, 'seedDay') ?? options.today,
    note: options.note,
    readAll: () => withStore(file, () => readChanges(database)),
    save: (changes, records = []) => withStore(file, () => save(changes, records)),
    forgetChanges: (ids) => withStore(file, () => forget(ids)),
    readRecords: (kind) => withStore(file, () => readRecords(database, kind)),
    saveRecords: (records) => withStore(file, () => save([], records)),
    close: () => {
      database.close();
      options.unlock();
    },
  };
}

function readChanges(database: Database.Database): StoredChange[] {
  const rows = database.prepare('SELECT kind, id, json FROM changes ORDER BY rowid').all() as {
    kind: StoredChange['kind'];
    id: string;
    json: string;
  }[];
  return rows.map(({ kind, id, json }) => ({ kind, id, value: JSON.parse(json) as unknown }));
}

function readRecords(database: Database.Database, kind: string): StoredRecord[] {
  const select = database.prepare('SELECT id, json FROM records WHERE kind = ? ORDER BY rowid');
  const rows = select.all(kind) as { id: string; json: string }[];
  return rows.map(({ id, json }) => ({ kind, id, value: JSON.parse(json) as unknown }));
}

function readFact(database: Database.Database, name: string): number | undefined {
  const row = database.prepare('SELECT value FROM facts WHERE name = ?').get(name) as
    { value: number } | undefined;
  return row?.value;
}

const companions = ['', '-wal', '-shm'];

function removeStore(file: string): void {
  for (const suffix of companions) rmSync(`${file}${suffix}`, { force: true });
}

function putAside(file: string, version: number): string {
  const aside = file.replace(/\.db$/, `.generator-${version}.db`);
  for (const suffix of companions)
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${aside}${suffix}`);
  return aside;
}
