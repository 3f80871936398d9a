import * as v from 'valibot';
import type { PersonalStoreOptions } from './decisions';
import { personalKey } from './storageKeys';
import { openStoredRecord } from './storedRecord';
import type { EntryFormat, StoredRecord } from './storedRecord';

/** Ids of the columns that are shown, in any order. A later version may know more of them. */
type Columns = readonly string[];

/** Names of the lists whose columns an account chose. */
type ListName = 'holders';

/** An account's choices of columns. */
export interface ColumnStore {
  /** Undefined until somebody chose; the same array until the choice changes. */
  read(list: ListName): Columns | undefined;
  /** Undefined deletes the choice. */
  write(list: ListName, columns: Columns | undefined): void;
  subscribe(listener: () => void): () => void;
  /** The record that holds them. */
  readonly stored: StoredRecord<Columns>;
}

/** Format of stored choices of columns. */
export function columnsFormat(): EntryFormat<Columns> {
  return { version: 1, values: v.array(v.string()), migrateKey: (key) => key };
}

/** Opens the choices of columns of an account. */
export function openColumnStore({ storage, owner, clock }: PersonalStoreOptions): ColumnStore {
  const key = personalKey('columns', owner);
  const stored = openStoredRecord({ storage, key, format: columnsFormat(), clock });
  return {
    read: (list) => stored.read()[list],
    write: (list, columns) =>
      stored.update(({ [list]: _before, ...others }) =>
        columns === undefined ? others : { ...others, [list]: columns },
      ),
    subscribe: (listener) => stored.subscribe(listener),
    stored,
  };
}
