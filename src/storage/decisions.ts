import * as v from 'valibot';
import type { Clock } from '../base/clock';
import type { BrowserStorage } from './browserStorage';
import { personalKey } from './storageKeys';
import type { StorageOwner } from './storageKeys';
import { openStoredRecord } from './storedRecord';
import type { Entries, EntryFormat, StoredRecord } from './storedRecord';

/** An admin's choice about a product of an unknown vendor: treat it as an ISV app, or hide it. */
type Choice = 'isv' | 'hidden';

/** Decision of an admin about a product: a choice, or a name of the admin's own, with a choice or without. */
export type Decision = Choice | { readonly choice?: Choice | undefined; readonly name: string };

/** An account's decisions, by product key. */
export interface DecisionStore {
  /** The same object until something changes. */
  read(): Entries<Decision>;
  /** Keeps a choice beside the product's name; undefined removes it. */
  write(productKey: string, choice: Choice | undefined): void;
  /** Keeps a name beside the product's choice; undefined removes it. */
  rename(productKey: string, name: string | undefined): void;
  subscribe(listener: () => void): () => void;
  /** The record that holds them. */
  readonly stored: StoredRecord<Decision>;
}

/** Dependencies of the stores of one account. */
export interface PersonalStoreOptions {
  readonly storage: BrowserStorage;
  readonly owner: StorageOwner;
  readonly clock: Clock;
  /** Returns the current product key for a key of an earlier version, and a current key as it is. */
  readonly migrateKey: (productKey: string) => string;
}

/** Maximum length of a name that an admin gives a product; a catalogue's names have the same. */
export const maxProductNameLength = 120;

const choiceSchema = v.picklist(['isv', 'hidden']);

/** Schema of one decision. */
export const decisionSchema = v.union([
  choiceSchema,
  v.strictObject({
    choice: v.optional(choiceSchema),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(maxProductNameLength)),
  }),
]);

/** Format of stored decisions. */
export function decisionsFormat(migrateKey: PersonalStoreOptions['migrateKey']): EntryFormat<Decision> {
  return { version: 1, values: decisionSchema, migrateKey };
}

/** Opens the decisions of an account. */
export function openDecisionStore({
  storage,
  owner,
  clock,
  migrateKey,
}: PersonalStoreOptions): DecisionStore {
  const key = personalKey('decisions', owner);
  const stored = openStoredRecord({ storage, key, format: decisionsFormat(migrateKey), clock });
  function change(productKey: string, part: Partial<Extract<Decision, object>>): void {
    stored.update(({ [productKey]: before, ...others }) => {
      const { choice, name } = { ...(typeof before === 'object' ? before : { choice: before }), ...part };
      const decision = name === undefined ? choice : { choice, name };
      return decision ? { ...others, [productKey]: decision } : others;
    });
  }
  return {
    read: () => stored.read(),
    write: (productKey, choice) => change(productKey, { choice }),
    rename: (productKey, name) => change(productKey, { name }),
    subscribe: (listener) => stored.subscribe(listener),
    stored,
  };
}
