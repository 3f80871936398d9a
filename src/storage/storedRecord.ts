import * as v from 'valibot';
import type { Clock } from '../base/clock';
import { bytesOf } from './browserStorage';
import type { BrowserStorage } from './browserStorage';
import { asideKey, parseKey } from './storageKeys';

/** Values by name. */
export type Entries<Value> = Readonly<Record<string, Value>>;

/** How values are written as text, and read back. */
export interface EntryFormat<Value> {
  /** Number of the schema; a higher one in storage was written by a newer version of the app. */
  readonly version: number;
  readonly values: v.GenericSchema<unknown, Value>;
  /** Name of today for a name of before; gives back a name of today as it is. */
  readonly migrateKey: (key: string) => string;
}

/** An entry as it was found. */
export type ReadEntry<Value> =
  | { readonly kind: 'readable'; readonly entries: Entries<Value>; readonly savedAt: number }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** Values by name that are kept in the browser, and followed when another tab changes them. */
export interface StoredRecord<Value> {
  /** The same object until something changes. */
  read(): Entries<Value>;
  /** Changes what every tab sees, from what is stored at this moment. Where nothing can be stored, the values last as long as the tab. */
  update(change: (entries: Entries<Value>) => Entries<Value>): void;
  /** Adds the values of another key, without replacing any, and removes that key once they are stored. */
  takeOver(key: string, entries: Entries<Value>): void;
  /** What is kept, without its values; undefined where nothing is. */
  info():
    | { readonly sizeInBytes: number; readonly savedAt: number | undefined; readonly isStored: boolean }
    | undefined;
  subscribe(listener: () => void): () => void;
}

/** Where and how a record is kept. */
export interface StoredRecordOptions<Value> {
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
  /** Set while the browser stores less than the person decided. */
  let unstored: Entries<Value> | undefined;

  const notify = (): void => listeners.forEach((listener) => listener());
  const load = (): Entries<Value> => {
    const found = readEntry(format, storage.read(key));
    return found?.kind === 'readable' ? found.entries : none;
  };
  const isEmpty = (entries: Entries<Value>): boolean => Object.keys(entries).length === 0;

  function save(entries: Entries<Value>): boolean {
    const before = storage.read(key);
    const isUnreadable = before !== undefined && readEntry(format, before)?.kind !== 'readable';
    if (isUnreadable && !storage.write(asideKey(key, clock.now()), before)) return false;
    if (!isEmpty(entries)) return storage.write(key, writeEntry(format, entries, clock.now()));
    storage.remove(key);
    return true;
  }

  function update(change: (entries: Entries<Value>) => Entries<Value>): void {
    const next = change(unstored ?? load());
    if (save(next)) return;
    unstored = next;
    notify();
  }

  function takeOver(source: string, entries: Entries<Value>): void {
    update((own) => ({ ...entries, ...own }));
    if (!unstored) storage.remove(source);
  }

  storage.subscribe((changed) => {
    if (changed !== undefined && changed !== key) return;
    current = undefined;
    unstored = undefined;
    notify();
  });
  // Set aside by an older version of the app that ran in between, and readable again for this one.
  for (const candidate of storage.keys()) {
    const parsed = parseKey(candidate);
    if (!parsed?.isAside || parsed.key !== key) continue;
    const found = readEntry(format, storage.read(candidate));
    if (found?.kind === 'readable') takeOver(candidate, found.entries);
  }
  return {
    read: () => unstored ?? (current ??= load()),
    update,
    takeOver,
    info() {
      if (unstored) {
        const sizeInBytes = bytesOf(writeEntry(format, unstored, clock.now()));
        return isEmpty(unstored) ? undefined : { sizeInBytes, savedAt: undefined, isStored: false };
      }
      const text = storage.read(key);
      const found = readEntry(format, text);
      if (text === undefined || found?.kind !== 'readable') return undefined;
      return { sizeInBytes: bytesOf(key + text), savedAt: found.savedAt, isStored: true };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Schema of a date-time as text. */
export const isoDateTime = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

const envelope = v.object({ version: v.pipe(v.number(), v.integer()) });

/** Reads the text of an entry; undefined for no text. */
export function readEntry<Value>(
  format: EntryFormat<Value>,
  text: string | undefined,
): ReadEntry<Value> | undefined {
  if (text === undefined) return undefined;
  const json = parseJson(text);
  const head = v.safeParse(envelope, json);
  if (head.success && head.output.version > format.version) return { kind: 'newer' };
  const parsed = v.safeParse(
    v.strictObject({
      version: v.literal(format.version),
      savedAt: isoDateTime,
      entries: v.record(v.string(), format.values),
    }),
    json,
  );
  if (!parsed.success) return { kind: 'damaged' };
  const { entries, savedAt } = parsed.output;
  return { kind: 'readable', entries: renameKeys(entries, format.migrateKey), savedAt: Date.parse(savedAt) };
}

function writeEntry<Value>(format: EntryFormat<Value>, entries: Entries<Value>, atInMs: number): string {
  return JSON.stringify({ version: format.version, savedAt: new Date(atInMs).toISOString(), entries });
}

/** Parses JSON; undefined for a text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Gives every entry its name of today. Of two that get the same name, the one that had it already is the later one and stays. */
export function renameKeys<Value>(
  entries: Entries<Value>,
  migrateKey: (key: string) => string,
): Entries<Value> {
  const renamed = Object.entries(entries).map(([key, value]) => ({ key, value, name: migrateKey(key) }));
  const isOld = ({ key, name }: { key: string; name: string }): boolean => key !== name;
  return Object.fromEntries(
    [...renamed.filter(isOld), ...renamed.filter((entry) => !isOld(entry))].map(({ name, value }) => [
      name,
      value,
    ]),
  );
}
