import { words } from './words';

/** A store that cannot be opened, read or written, in a sentence for the person who started the sandbox. */
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

/** Puts what was thrown around a file into words; whatever means nothing in particular is given back as it is. */
function toStoreFailure(file: string, thrown: unknown): unknown {
  if (thrown instanceof StoreFailure) return thrown;
  // What was written as JSON and is none any more was not written by the sandbox.
  if (thrown instanceof SyntaxError) return failure('storeDamaged', file, thrown);
  const { code = '', message = '' } = (thrown ?? {}) as Partial<NodeJS.ErrnoException>;
  const kind = kinds[code] ?? kinds[code.split('_').slice(0, 2).join('_')];
  if (kind) return failure(kind, file, thrown);
  return cannotOpen.test(message) ? failure('notWritable', file, thrown) : thrown;
}

/** The failure of a store whose rows can be read and mean nothing. */
export function damagedStore(file: string, cause: unknown): StoreFailure {
  return failure('storeDamaged', file, cause);
}

/** Does something with a file; what goes wrong is thrown as `toStoreFailure` says it. */
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
