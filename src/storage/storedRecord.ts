import * as v from 'valibot';
import type { Clock } from '../base/clock';
import type { BrowserStorage } from './browserStorage';
import { asideKey } from './storageKeys';

/** Values by name. */
export type Entries<Value> = Readonly<Record<string, Value>>;

/** Format of values that are stored as text. */
export interface EntryFormat<Value> {
  /** Number of the schema; a higher one in storage was written by a newer version of the app. */
  readonly version: number;
  readonly values: v.GenericSchema<unknown, Value>;
  /** Returns the current name for a name of an earlier version, and a current name as it is. */
  readonly migrateKey: (key: string) => string;
}

/** An entry as it was found. */
interface ReadEntry<Value> {
  readonly entries: Entries<Value>;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Values by name that are kept in the browser, and followed when another tab changes them. */
export interface StoredRecord<Value> {
  /** The same object until something changes. */
  read(): Entries<Value>;
  /** Changes what every tab sees, from what is stored at this moment. Where nothing can be stored, the values last as long as the tab. */
  update(change: (entries: Entries<Value>) => Entries<Value>): void;
  /** Adds the values of another key, without replacing any, and removes that key once they are stored. */
  takeOver(key: string, entries: Entries<Value>): void;
  /** False while the browser stores less than the person decided. */
  isStored(): boolean;
  subscribe(listener: () => void): () => void;
}

/** Storage, key and format of a record. */
interface StoredRecordOptions<Value> {
  readonly storage: BrowserStorage;
  readonly key: string;
  readonly format: EntryFormat<Value>;
  readonly clock: Clock;
}

/** Opens a record. An entry that this version cannot read counts as empty, and is set aside before another takes its place. */
export function openStoredRecord<Value>(options: StoredRecordOptions<Value>): StoredRecord<Value> {
  const { storage, key, format, clock } = options;
  const listeners = new Set<() => void>();
  const none: Entries<Value> = {};
  let current: Entries<Value> | undefined;
  let pendingChange: Entries<Value> | undefined;

  const notify = (): void => listeners.forEach((listener) => listener());
  const load = (): Entries<Value> => readEntry(format, storage.read(key))?.entries ?? none;

  function save(entries: Entries<Value>): boolean {
    const before = storage.read(key);
    const isUnreadable = before !== undefined && !readEntry(format, before);
    if (isUnreadable && !storage.write(asideKey(key, clock.now()), before)) return false;
    if (Object.keys(entries).length > 0) return storage.write(key, writeEntry(format, entries, clock.now()));
    storage.remove(key);
    return true;
  }

  function update(change: (entries: Entries<Value>) => Entries<Value>): void {
    const next = change(pendingChange ?? load());
    if (save(next)) return;
    pendingChange = next;
    notify();
  }

  function takeOver(source: string, entries: Entries<Value>): void {
    update((own) => ({ ...entries, ...own }));
    if (!pendingChange) storage.remove(source);
  }

  storage.subscribe((changed) => {
    if (changed !== undefined && changed !== key) return;
    current = undefined;
    pendingChange = undefined;
    notify();
  });
  return {
    read: () => pendingChange ?? (current ??= load()),
    update,
    takeOver,
    isStored: () => pendingChange === undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads the text of an entry; undefined where there is none that this version can read. */
export function readEntry<Value>(
  { version, values, migrateKey }: EntryFormat<Value>,
  text: string | undefined,
): ReadEntry<Value> | undefined {
  const schema = v.strictObject({
    version: v.literal(version),
    savedAt: v.string(),
    entries: v.record(v.string(), values),
  });
  const parsed = v.safeParse(schema, parseJson(text ?? ''));
  if (!parsed.success) return undefined;
  const { entries, savedAt } = parsed.output;
  return { entries: renameKeys(entries, migrateKey), savedAt: Date.parse(savedAt) };
}

/** Writes the text of an entry. */
function writeEntry<Value>({ version }: EntryFormat<Value>, entries: Entries<Value>, atInMs: number): string {
  return JSON.stringify({ version, savedAt: new Date(atInMs).toISOString(), entries });
}

/** Parses JSON; undefined for a text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Gives every entry its current name. Of two that get the same name, the one that had it already is the later one and stays. */
export function renameKeys<Value>(
  entries: Entries<Value>,
  migrateKey: (key: string) => string,
): Entries<Value> {
  const all = Object.entries(entries);
  const hasName = ([key]: readonly [string, Value]): boolean => migrateKey(key) === key;
  return Object.fromEntries([
    ...all.map(([key, value]) => [migrateKey(key), value] as const),
    ...all.filter(hasName),
  ]);
}
