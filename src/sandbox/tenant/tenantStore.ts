import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { words } from './words';

/** One row of the store: what became of one thing since the tenant was made. */
export interface StoredChange {
  readonly kind: 'user' | 'group' | 'membership' | 'change';
  readonly id: string;
  readonly value: unknown;
}

/** One row of a kind that stands beside people and groups; null forgets it. */
export interface StoredRecord {
  readonly kind: string;
  readonly id: string;
  readonly value: unknown;
}

/** Keeps what changed since a tenant was made. */
export interface TenantStore {
  /** Start of the day on which the tenant was first made, in milliseconds since 1970. */
  readonly seedDay: number;
  /** Why an older state was put aside; undefined when none was. */
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

/** Which store to open. */
interface StoreOptions {
  folder: string | undefined;
  fresh: boolean;
  users: number;
  seed: number;
  generatorVersion: number;
  today: number;
}

/** Opens the store of one tenant: a file, or nothing but memory when there is no folder. */
export function openTenantStore(options: StoreOptions): TenantStore {
  if (options.folder === undefined) return memoryStore(options.today);
  mkdirSync(options.folder, { recursive: true });
  const file = join(options.folder, `tenant-${options.users}-users-seed-${options.seed}.db`);
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
  return fileStore(database, options, note);
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
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec('CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL)');
  database.exec(
    'CREATE TABLE IF NOT EXISTS changes (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id))',
  );
  database.exec(
    'CREATE TABLE IF NOT EXISTS records (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id))',
  );
  return database;
}

function fileStore(
  database: Database.Database,
  options: StoreOptions,
  note: string | undefined,
): TenantStore {
  const insertFact = database.prepare('INSERT OR IGNORE INTO facts (name, value) VALUES (?, ?)');
  insertFact.run('generatorVersion', options.generatorVersion);
  insertFact.run('seedDay', options.today);
  const upsert = database.prepare('INSERT OR REPLACE INTO changes (kind, id, json) VALUES (?, ?, ?)');
  const upsertRecord = database.prepare('INSERT OR REPLACE INTO records (kind, id, json) VALUES (?, ?, ?)');
  const save = database.transaction((changes: readonly StoredChange[], records: readonly StoredRecord[]) => {
    for (const { kind, id, value } of changes) upsert.run(kind, id, JSON.stringify(value));
    for (const { kind, id, value } of records) upsertRecord.run(kind, id, JSON.stringify(value));
  });
  const remove = database.prepare("DELETE FROM changes WHERE kind = 'change' AND id = ?");
  const forget = database.transaction((ids: readonly string[]) => ids.forEach((id) => remove.run(id)));
  return {
    seedDay: readFact(database, 'seedDay') ?? options.today,
    note,
    readAll: () => {
      const rows = database.prepare('SELECT kind, id, json FROM changes ORDER BY rowid').all() as {
        kind: StoredChange['kind'];
        id: string;
        json: string;
      }[];
      return rows.map(({ kind, id, json }) => ({ kind, id, value: JSON.parse(json) as unknown }));
    },
    save: (changes, records = []) => void save(changes, records),
    forgetChanges: (ids) => void forget(ids),
    readRecords: (kind) => readRecords(database, kind),
    saveRecords: (records) => void save([], records),
    close: () => void database.close(),
  };
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
