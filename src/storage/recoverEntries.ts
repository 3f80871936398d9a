import * as v from 'valibot';
import { decisionSchema, decisionsFormat } from './decisions';
import type { Decision, DecisionStore, PersonalStoreOptions } from './decisions';
import { draftsFormat } from './drafts';
import type { DraftStore } from './drafts';
import { parseKey } from './parsedKey';
import { personalKey } from './storageKeys';
import { parseJson, readEntry, renameKeys } from './storedRecord';
import type { Entries, EntryFormat, StoredRecord } from './storedRecord';

/** Takes over what earlier versions of the app kept in another way, and what was set aside and can be read by now. */
export function recoverEntries(
  options: PersonalStoreOptions,
  stores: { readonly decisions: DecisionStore; readonly drafts: DraftStore },
): void {
  const { owner, migrateKey } = options;
  takeOverTenantDecisions(options, stores.decisions.stored);
  takeOverAside(
    options,
    personalKey('decisions', owner),
    decisionsFormat(migrateKey),
    stores.decisions.stored,
  );
  takeOverAside(options, personalKey('drafts', owner), draftsFormat(migrateKey), stores.drafts.stored);
}

/** Entries that an older version of the app set aside when it ran after a newer one. */
function takeOverAside<Value>(
  { storage }: PersonalStoreOptions,
  key: string,
  format: EntryFormat<Value>,
  stored: StoredRecord<Value>,
): void {
  for (const candidate of storage.keys()) {
    const parsed = parseKey(candidate);
    const found = parsed?.isAside && parsed.key === key && readEntry(format, storage.read(candidate));
    if (found) stored.takeOver(candidate, found.entries);
  }
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
