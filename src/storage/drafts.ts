import * as v from 'valibot';
import { isGuid } from '../base/ids';
import type { PersonalStoreOptions } from './decisions';
import { personalKey } from './storageKeys';
import { openStoredRecord } from './storedRecord';
import type { Entries, EntryFormat, StoredRecord } from './storedRecord';

/** Lifetime of a draft: until the next working day, but no longer, since it names people. */
export const draftLifetimeInMs = 24 * 60 * 60_000;

/** Schema of a date-time as text. */
export const isoDateTime = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

/** Schema of one draft. */
export const draftSchema = v.strictObject({
  /** Time of saving, as an ISO date-time. */
  savedAt: isoDateTime,
  /** Keys of the products that are assigned along with the draft's own. */
  alsoProducts: v.array(v.string()),
  /** The users and groups of the list, by object id. */
  principals: v.array(
    v.strictObject({
      kind: v.picklist(['user', 'group']),
      id: v.pipe(v.string(), v.check(isGuid)),
      displayName: v.string(),
      address: v.string(),
    }),
  ),
  /** Line that each of these users and groups comes from, by list, null for those of none; drafts of earlier versions have none. */
  principalLines: v.optional(v.record(v.string(), v.array(v.nullable(v.pipe(v.number(), v.integer()))))),
  /** Rows of a pasted list that are not matched yet, as they were pasted. */
  unresolved: v.array(v.string()),
  /** The list and line of each of these rows, and why a person has to look at who it leads to; drafts of earlier versions of the app have none. */
  unresolvedSources: v.optional(
    v.array(
      v.nullable(
        v.strictObject({
          list: v.string(),
          line: v.pipe(v.number(), v.integer()),
          suspicion: v.optional(
            v.picklist([
              'mixed-scripts',
              'invisible-characters',
              'direction-marks',
              'extra-text',
              'other-column',
            ]),
          ),
        }),
      ),
    ),
  ),
  /** Choices besides the list, where one differs from the usual; drafts of earlier versions of the app have none. */
  options: v.optional(
    v.strictObject({
      /** Apps that are off, by product key. */
      disabledPlanIds: v.record(v.string(), v.array(v.string())),
      method: v.variant('kind', [
        v.strictObject({ kind: v.literal('direct') }),
        v.strictObject({ kind: v.literal('new-group'), name: v.string() }),
        v.strictObject({
          kind: v.literal('existing-group'),
          /** Object id of the group; undefined while none was chosen. */
          groupId: v.optional(v.pipe(v.string(), v.check(isGuid))),
        }),
      ]),
      stopsWithoutSeats: v.boolean(),
      /** Pools that were chosen to give seats from, by product key; drafts of earlier versions of the app have none. */
      chosenPools: v.optional(v.record(v.string(), v.string())),
    }),
  ),
});

/** The list of an assignment that is not started yet. */
export type SavedDraft = Readonly<v.InferOutput<typeof draftSchema>>;

/** A draft before it is kept. */
export type AssignDraft = Omit<SavedDraft, 'savedAt'>;

/** An account's drafts, one a product, by product key. Each is kept for {@link draftLifetimeInMs}. */
export interface DraftStore {
  /** Undefined where there is none, or it is too old. */
  read(productKey: string): SavedDraft | undefined;
  /** Keeps a draft in place of the one before; undefined removes it. */
  write(productKey: string, draft: AssignDraft | undefined): void;
  subscribe(listener: () => void): () => void;
  /** The record that holds them. */
  readonly stored: StoredRecord<SavedDraft>;
}

/** Format of stored drafts. */
export function draftsFormat(migrateKey: PersonalStoreOptions['migrateKey']): EntryFormat<SavedDraft> {
  const values = v.pipe(
    draftSchema,
    v.transform(({ options, ...draft }) => ({
      ...draft,
      alsoProducts: draft.alsoProducts.map(migrateKey),
      ...(options && {
        options: {
          ...options,
          disabledPlanIds: withKeys(options.disabledPlanIds, migrateKey),
          ...(options.chosenPools && { chosenPools: withKeys(options.chosenPools, migrateKey) }),
        },
      }),
    })),
  );
  return { version: 1, values, migrateKey };
}

function withKeys<Value>(values: Readonly<Record<string, Value>>, toKey: (key: string) => string) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [toKey(key), value]));
}

/** End of a draft's lifetime, in milliseconds since 1970. */
export function draftEndsAt({ savedAt }: SavedDraft): number {
  return Date.parse(savedAt) + draftLifetimeInMs;
}

/** The drafts that are not too old at `now`. */
export function currentDrafts(drafts: Entries<SavedDraft>, now: number): Entries<SavedDraft> {
  return Object.fromEntries(Object.entries(drafts).filter(([, draft]) => draftEndsAt(draft) > now));
}

/** Opens the drafts of an account and deletes those that are too old. */
export function openDraftStore({ storage, owner, clock, migrateKey }: PersonalStoreOptions): DraftStore {
  const key = personalKey('drafts', owner);
  const stored = openStoredRecord({ storage, key, format: draftsFormat(migrateKey), clock });
  const isCurrent = (draft: SavedDraft): boolean => draftEndsAt(draft) > clock.now();
  if (!Object.values(stored.read()).every(isCurrent)) {
    stored.update((drafts) => currentDrafts(drafts, clock.now()));
  }
  return {
    read(productKey) {
      const draft = stored.read()[productKey];
      return draft && isCurrent(draft) ? draft : undefined;
    },
    write(productKey, draft) {
      const savedAt = new Date(clock.now()).toISOString();
      stored.update((drafts) => {
        const { [productKey]: _before, ...others } = currentDrafts(drafts, clock.now());
        return draft ? { ...others, [productKey]: { savedAt, ...draft } } : others;
      });
    },
    subscribe: (listener) => stored.subscribe(listener),
    stored,
  };
}
