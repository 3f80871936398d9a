import * as v from 'valibot';
import { decisionSchema, decisionsFormat } from './decisions';
import type { Decision, DecisionStore, PersonalStoreOptions } from './decisions';
import { draftsFormat } from './drafts';
import type { DraftStore } from './drafts';
import { parseKey } from './parsedKey';
import { personalKey } from './storageKeys';
import { parseJson, readEntry, renameKeys } from './storedRecord';
import type { Entries, EntryFormat, StoredRecord } from './storedRecord';

/** Copies what earlier versions of the app kept in another way, and takes over what was set aside and can be read by now. */
export function recoverEntries(
  options: PersonalStoreOptions,
  stores: { readonly decisions: DecisionStore; readonly drafts: DraftStore },
): void {
  const { owner, migrateKey } = options;
  copyTenantDecisions(options, stores.decisions.stored);
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
 * Copies the decisions that earlier versions kept for a tenant to each of its accounts, once: nothing says who made them, and all
 * accounts of the browser shared them. They replace none of the account's own, and stay where they are for the other accounts.
 * The mark is written only once the copy is stored: full or blocked storage, a crash in between, or two tabs at once lose none.
 */
function copyTenantDecisions(
  { storage, owner, migrateKey }: PersonalStoreOptions,
  stored: StoredRecord<Decision>,
): void {
  const mark = personalKey('copied', owner);
  if (storage.read(mark) !== undefined) return;
  for (const key of storage.keys()) {
    const parsed = parseKey(key);
    const isOwn = parsed?.tenantId?.toLowerCase() === owner.tenantId.toLowerCase();
    if (!isOwn || parsed.isAside || parsed.kind !== 'tenant-decisions') continue;
    const decisions = readTenantDecisions(storage.read(key));
    if (!decisions) continue;
    stored.update((own) => ({ ...renameKeys(decisions, migrateKey), ...own }));
    if (stored.isStored()) storage.write(mark, 'choices');
  }
}

/** Reads decisions as earlier versions wrote them: an object of decisions, without an envelope. Undefined for anything else. */
export function readTenantDecisions(text: string | undefined): Entries<Decision> | undefined {
  const parsed = v.safeParse(v.record(v.string(), decisionSchema), parseJson(text ?? ''));
  return parsed.success ? parsed.output : undefined;
}
