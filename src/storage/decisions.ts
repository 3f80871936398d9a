import * as v from 'valibot';
import type { Clock } from '../base/clock';
import type { BrowserStorage } from './browserStorage';
import { personalKey } from './storageKeys';
import type { StorageOwner } from './storageKeys';
import { openStoredRecord } from './storedRecord';
import type { Entries, EntryFormat, StoredRecord } from './storedRecord';

/** An admin's decision about a product of an unknown vendor: treat it as an ISV app, or hide it. */
export type Decision = 'isv' | 'hidden';

/** An account's decisions, by product key. */
export interface DecisionStore {
  /** The same object until something changes. */
  read(): Entries<Decision>;
  /** Keeps a decision; undefined removes it. */
  write(productKey: string, decision: Decision | undefined): void;
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

/** Schema of one decision. */
export const decisionSchema = v.picklist(['isv', 'hidden']);

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
  return {
    read: () => stored.read(),
    write(productKey, decision) {
      stored.update(({ [productKey]: _before, ...others }) =>
        decision ? { ...others, [productKey]: decision } : others,
      );
    },
    subscribe: (listener) => stored.subscribe(listener),
    stored,
  };
}
