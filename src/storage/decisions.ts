import * as v from 'valibot';
import type { Clock } from '../base/clock';
import type { BrowserStorage } from './browserStorage';
import { parseKey, personalKey } from './storageKeys';
import type { StorageOwner } from './storageKeys';
import { openStoredRecord, parseJson, renameKeys } from './storedRecord';
import type { Entries, EntryFormat, StoredRecord } from './storedRecord';

/** What an admin decided about a product of an unknown vendor: treat it as an ISV app, or hide it. */
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

/** What the stores of one account are made of. */
export interface PersonalStoreOptions {
  readonly storage: BrowserStorage;
  readonly owner: StorageOwner;
  readonly clock: Clock;
  /** Product key of today for a key of before; gives back a key of today as it is. */
  readonly migrateKey: (productKey: string) => string;
}

/** Schema of one decision. */
export const decisionSchema = v.picklist(['isv', 'hidden']);

/** How decisions are written. */
export function decisionsFormat(migrateKey: PersonalStoreOptions['migrateKey']): EntryFormat<Decision> {
  return { version: 1, values: decisionSchema, migrateKey };
}

/** Opens the decisions of an account, with those that earlier versions of the app kept for its tenant. */
export function openDecisionStore(options: PersonalStoreOptions): DecisionStore {
  const { storage, owner, clock, migrateKey } = options;
  const key = personalKey('decisions', owner);
  const stored = openStoredRecord({ storage, key, format: decisionsFormat(migrateKey), clock });
  takeOverTenantDecisions(options, stored);
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

/**
 * Gives the decisions that earlier versions kept for a tenant to the first of its accounts that opens the app: nothing says who
 * made them, and in nearly every browser it is the only one. They are copied first, without replacing the account's own, and the
 * old entry is removed only once the copy is stored: full or blocked storage, a crash in between, or two tabs at once lose none.
 * An old entry that cannot be read stays where it is.
 */
function takeOverTenantDecisions(
  { storage, owner, migrateKey }: PersonalStoreOptions,
  stored: StoredRecord<Decision>,
): void {
  for (const key of storage.keys()) {
    const parsed = parseKey(key);
    const isOwn = parsed?.tenantId?.toLowerCase() === owner.tenantId.toLowerCase();
    if (!isOwn || parsed.isAside || parsed.kind !== 'tenant-decisions') continue;
    const decisions = readTenantDecisions(storage.read(key));
    if (decisions) stored.takeOver(key, renameKeys(decisions, migrateKey));
  }
}

/** Reads decisions as earlier versions wrote them: an object of decisions, without an envelope. Undefined for anything else. */
export function readTenantDecisions(text: string | undefined): Entries<Decision> | undefined {
  const parsed = v.safeParse(v.record(v.string(), decisionSchema), parseJson(text ?? ''));
  return parsed.success ? parsed.output : undefined;
}
