import { words } from './words';

/** Thrown if a store can't be opened, read or written; the message is for the user who started the sandbox. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
}

type Kind = 'storeInUse' | 'storeDamaged' | 'diskFull' | 'notWritable';

/** Codes of Node (errno) and SQLite (result codes) by what they mean for a store. */
const kinds: Readonly<Record<string, Kind>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  SQLITE_FULL: 'diskFull',
  EACCES: 'notWritable',
  EPERM: 'notWritable',
  EROFS: 'notWritable',
  ENOTDIR: 'notWritable',
  EISDIR: 'notWritable',
  EEXIST: 'notWritable',
  SQLITE_PERM: 'notWritable',
  SQLITE_READONLY: 'notWritable',
  SQLITE_CANTOPEN: 'notWritable',
  SQLITE_BUSY: 'storeInUse',
  SQLITE_LOCKED: 'storeInUse',
  SQLITE_CORRUPT: 'storeDamaged',
  SQLITE_NOTADB: 'storeDamaged',
};

/** The driver gives no code where a file cannot be opened, but ends its sentence with SQLite's number for it (CANTOPEN). */
const cannotOpen = /unable to open connection.*: 14\b/i;

/** Returns a StoreFailure for a known error of a file; other errors are returned unchanged. */
function toStoreFailure(file: string, thrown: unknown): unknown {
  if (thrown instanceof StoreFailure) return thrown;
  // What was written as JSON and is none any more was not written by the sandbox.
  if (thrown instanceof SyntaxError) return failure('storeDamaged', file, thrown);
  const { code = '', message = '' } = (thrown ?? {}) as Partial<NodeJS.ErrnoException>;
  const kind = kinds[code] ?? kinds[code.split('_').slice(0, 2).join('_')];
  if (kind) return failure(kind, file, thrown);
  return cannotOpen.test(message) ? failure('notWritable', file, thrown) : thrown;
}

/** Returns the failure of a store with invalid rows. */
export function damagedStore(file: string, cause: unknown): StoreFailure {
  return failure('storeDamaged', file, cause);
}

/** Runs work on a file; throws its errors as `toStoreFailure` returns them. */
export function withStore<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw toStoreFailure(file, thrown);
  }
}

function failure(kind: Kind, file: string, cause: unknown): StoreFailure {
  return new StoreFailure(words[kind](file), { cause });
}
