import * as v from 'valibot';
import type { Clock } from '../base/clock';
import { attempt, keysOf } from './browserStorage';
import type { BrowserStorage, StorageState } from './browserStorage';
import { bytesOf } from './bytesOf';
import { decisionsFormat } from './decisions';
import type { Decision, DecisionStore } from './decisions';
import { columnsFormat } from './columns';
import type { ColumnStore } from './columns';
import { currentDrafts, draftEndsAt, draftsFormat } from './drafts';
import type { DraftStore, SavedDraft } from './drafts';
import { parseExport, summarizeMerge, writeExport } from './exportFile';
import type { ImportProblem, MergeSummary, PersonalContents, UnreadableEntry } from './exportFile';
import { isOfOthers, parseKey } from './parsedKey';
import type { ParsedKey } from './parsedKey';
import { readTenantDecisions } from './recoverEntries';
import { settingsFormat } from './settings';
import type { SettingStore } from './settings';
import { personalKey } from './storageKeys';
import type { StorageOwner } from './storageKeys';
import { parseJson, readEntry } from './storedRecord';
import type { EntryFormat, StoredRecord } from './storedRecord';

/** Something that this browser keeps. `savedAt` and `endsAt` are in milliseconds since 1970. */
export interface KeptItem {
  /** The key, or for what has none of its own, the kind. */
  readonly id: string;
  readonly kind:
    | 'decisions'
    | 'drafts'
    | 'settings'
    | 'columns'
    | 'quota'
    | 'doors'
    | 'earlier-decisions'
    | 'session'
    | 'damaged'
    | 'newer'
    | 'others';
  /** Owner: the signed-in account, its tenant, or other accounts of this browser. */
  readonly keptFor: 'account' | 'tenant' | 'others';
  /** Number of decisions, drafts or entries. */
  readonly count: number;
  readonly sizeInBytes: number;
  /** Undefined where the entry does not say it. */
  readonly savedAt: number | undefined;
  readonly lifetime:
    | { readonly kind: 'until-deleted' }
    /** Ends with the tab: because it has to, or because the browser has no room for it. */
    | { readonly kind: 'tab' }
    /** The last of it ends by itself. */
    | { readonly kind: 'until'; readonly endsAt: number };
}

/** Effect that importing a file would have. */
export type ImportPreview =
  | { readonly kind: 'refused'; readonly problem: ImportProblem }
  | {
      readonly kind: 'ready';
      readonly contents: PersonalContents;
      readonly decisions: MergeSummary<Decision>;
      readonly drafts: MergeSummary<SavedDraft>;
    };

/** Everything that this browser keeps for an account, besides jobs. */
export interface PersonalData {
  state(): StorageState;
  /** Lists the items as of the last change or the last new subscriber; the same array until then. */
  list(): readonly KeptItem[];
  /** Calls back after every change by this tab or another one, but for the request limit, which changes all the time. */
  subscribe(listener: () => void): () => void;
  /** The text of an export: decisions, drafts, and what could not be read. */
  exportText(): string;
  /** Says what importing a file would do, without doing it. */
  previewImport(text: string): ImportPreview;
  /** Adds what a preview found; entries of the file replace those of the same product. */
  applyImport(contents: PersonalContents): void;
  /** Deletes what is kept for the account and its tenant, with what ends with the tab. What other accounts keep stays. */
  deleteAll(): void;
}

/** Dependencies of personal data. */
interface PersonalDataOptions {
  readonly storage: BrowserStorage;
  readonly owner: StorageOwner;
  readonly clock: Clock;
  readonly migrateKey: (productKey: string) => string;
  readonly decisions: DecisionStore;
  readonly drafts: DraftStore;
  readonly settings: SettingStore;
  readonly columns: ColumnStore;
}

/** Joins the stores of an account. */
export function createPersonalData(options: PersonalDataOptions): PersonalData {
  const { storage, owner, clock, migrateKey, decisions, drafts, settings, columns } = options;
  const isOwn = (key: string): boolean => {
    const parsed = parseKey(key);
    return parsed !== undefined && !isOfOthers(parsed, owner);
  };
  const contents = (): PersonalContents => ({
    decisions: decisions.stored.read(),
    drafts: currentDrafts(drafts.stored.read(), clock.now()),
  });
  const onChange = (listener: () => void): (() => void) => {
    const stops = [decisions, drafts, settings, columns].map((store) => store.subscribe(listener));
    stops.push(
      storage.subscribe((key) => {
        if (key === undefined || parseKey(key)?.kind !== 'quota') listener();
      }),
    );
    return () => stops.forEach((stop) => stop());
  };
  let items: readonly KeptItem[] | undefined;
  const forgetItems = (): void => {
    items = undefined;
  };
  onChange(forgetItems);
  return {
    state: () => storage.state(),
    list: () =>
      (items ??= [
        ...storeItem('decisions', options, decisionsFormat(migrateKey), decisions.stored, untilDeleted),
        ...storeItem('drafts', options, draftsFormat(migrateKey), drafts.stored, draftLifetime(drafts)),
        ...storeItem('settings', options, settingsFormat(), settings.stored, untilDeleted),
        ...storeItem('columns', options, columnsFormat(), columns.stored, untilDeleted),
        ...entryItems(options),
        ...sessionItem(storage),
      ]),
    subscribe(listener) {
      // The request limit and the tokens change without a notification.
      forgetItems();
      return onChange(listener);
    },
    exportText: () => writeExport(owner, contents(), unreadableEntries(options), clock.now()),
    previewImport(text) {
      const parsed = parseExport(text, { owner, migrateKey, now: clock.now() });
      if (parsed.kind === 'refused') return parsed;
      const own = contents();
      return {
        kind: 'ready',
        contents: parsed.contents,
        decisions: summarizeMerge(own.decisions, parsed.contents.decisions),
        drafts: summarizeMerge(own.drafts, parsed.contents.drafts),
      };
    },
    applyImport(imported) {
      decisions.stored.update((own) => ({ ...own, ...imported.decisions }));
      drafts.stored.update((own) => ({ ...own, ...imported.drafts }));
    },
    deleteAll() {
      // Named even where nothing is stored, since the stores may hold in memory what found no room.
      const named = (['decisions', 'drafts', 'settings', 'columns'] as const).map((name) =>
        personalKey(name, owner),
      );
      new Set([...named, ...storage.keys().filter(isOwn)]).forEach((key) => storage.remove(key));
      attempt(() => storage.openSession().clear());
    },
  };
}

const untilDeleted = { kind: 'until-deleted' } as const;

function storeItem<Value>(
  kind: 'decisions' | 'drafts' | 'settings' | 'columns',
  { storage, owner }: PersonalDataOptions,
  format: EntryFormat<Value>,
  stored: StoredRecord<Value>,
  lifetime: KeptItem['lifetime'],
): readonly KeptItem[] {
  const count = Object.keys(stored.read()).length;
  if (count === 0) return [];
  const item = { id: kind, kind, keptFor: 'account', count } as const;
  const key = personalKey(kind, owner);
  const text = storage.read(key) ?? '';
  const savedAt = readEntry(format, text)?.savedAt;
  if (stored.isStored()) return [{ ...item, sizeInBytes: bytesOf(key + text), savedAt, lifetime }];
  const sizeInBytes = bytesOf(JSON.stringify(stored.read()));
  return [{ ...item, sizeInBytes, savedAt: undefined, lifetime: { kind: 'tab' } }];
}

function draftLifetime({ stored }: DraftStore): KeptItem['lifetime'] {
  return { kind: 'until', endsAt: Math.max(0, ...Object.values(stored.read()).map(draftEndsAt)) };
}

function sessionItem(storage: BrowserStorage): readonly KeptItem[] {
  const sizeInBytes = attempt(() => {
    const session = storage.openSession();
    return keysOf(session).reduce((total, key) => total + bytesOf(key + session.getItem(key)), 0);
  });
  const item = { kind: 'session', keptFor: 'account', count: 1, savedAt: undefined } as const;
  return sizeInBytes ? [{ ...item, id: 'session', sizeInBytes, lifetime: { kind: 'tab' } }] : [];
}

/** The entries that no store of the account shows: the request limit, what cannot be read, and other accounts' in one sum. */
function entryItems(options: PersonalDataOptions): readonly KeptItem[] {
  const { storage, owner } = options;
  const items: KeptItem[] = [];
  let others: KeptItem | undefined;
  for (const key of storage.keys()) {
    const parsed = parseKey(key);
    const text = storage.read(key);
    if (!parsed || text === undefined) continue;
    const base = {
      id: key,
      count: 1,
      sizeInBytes: bytesOf(key + text),
      savedAt: undefined,
      lifetime: { kind: 'until-deleted' },
    } as const;
    if (isOfOthers(parsed, owner)) {
      const { count = 0, sizeInBytes = 0 } = others ?? {};
      const sum = { count: count + 1, sizeInBytes: sizeInBytes + base.sizeInBytes };
      others = { ...base, id: 'others', kind: 'others', keptFor: 'others', ...sum };
      continue;
    }
    const fault = faultOf(parsed, text, options);
    const keptFor = parsed.accountId === undefined ? 'tenant' : 'account';
    // The mark is a part of the entry that it speaks of.
    if (parsed.kind === 'copied') continue;
    if (parsed.kind === 'quota' || parsed.kind === 'doors')
      items.push({ ...base, kind: parsed.kind, keptFor });
    else if (parsed.kind === 'tenant-decisions' && !fault)
      items.push({ ...base, kind: 'earlier-decisions', keptFor });
    else if (fault) items.push({ ...base, kind: fault, keptFor });
  }
  return others ? [...items, others] : items;
}

/** Finds the reason for which an entry cannot be read; undefined for one that can. */
function faultOf(
  parsed: ParsedKey,
  text: string,
  { owner, migrateKey }: PersonalDataOptions,
): 'damaged' | 'newer' | undefined {
  if (parsed.kind === 'quota' || parsed.kind === 'doors' || parsed.kind === 'copied') return undefined;
  if (parsed.kind === 'tenant-decisions') return readTenantDecisions(text) ? undefined : 'damaged';
  if (parsed.key === personalKey('decisions', owner)) return entryFault(decisionsFormat(migrateKey), text);
  if (parsed.key === personalKey('drafts', owner)) return entryFault(draftsFormat(migrateKey), text);
  if (parsed.key === personalKey('settings', owner)) return entryFault(settingsFormat(), text);
  if (parsed.key === personalKey('columns', owner)) return entryFault(columnsFormat(), text);
  // A name that this version does not know was written by another one.
  return 'newer';
}

const versioned = v.object({ version: v.number() });

function entryFault<Value>(format: EntryFormat<Value>, text: string): 'damaged' | 'newer' | undefined {
  if (readEntry(format, text)) return undefined;
  const head = v.safeParse(versioned, parseJson(text));
  return head.success && head.output.version > format.version ? 'newer' : 'damaged';
}

function unreadableEntries(options: PersonalDataOptions): readonly UnreadableEntry[] {
  const { storage } = options;
  return entryItems(options)
    .filter(({ kind }) => kind === 'damaged' || kind === 'newer')
    .flatMap(({ id: key }) => {
      const text = storage.read(key);
      return text === undefined ? [] : [{ key, text }];
    });
}
