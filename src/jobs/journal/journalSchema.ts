import * as v from 'valibot';
import type { ErrorCode } from '../../base/appError';
import type { MadeIds, Outcome } from '../../base/outcome';
import type { NamedGroup } from '../../base/principal';
import type { JobDigest, JobHeader, PlannedItem } from '../job';
import {
  parseStored,
  toBoolean,
  toList,
  toObject,
  toOptionalText,
  toText,
  unreadable,
  type StoredObject,
} from './storedValues';
import type { JobEvent } from './journal';

/** All error codes, to find out if a stored one is of a later version. A missing code doesn't compile. */
const errorCodes: Readonly<Record<ErrorCode, true>> = {
  'config-unreachable': true,
  'config-invalid': true,
  'host-silent': true,
  'host-unsupported': true,
  'sign-in-needed': true,
  'sign-in-cancelled': true,
  'popup-blocked': true,
  'consent-needed': true,
  'sign-in-failed': true,
  'account-changed': true,
  offline: true,
  'timed-out': true,
  'service-unavailable': true,
  throttled: true,
  forbidden: true,
  'not-found': true,
  'bad-request': true,
  conflict: true,
  'token-refused': true,
  'unexpected-answer': true,
  'catalogue-unreachable': true,
  'catalogue-invalid': true,
  'chunk-load-failed': true,
  'app-outdated': true,
  'link-refused': true,
  cancelled: true,
  'journal-unavailable': true,
  'journal-full': true,
  'journal-newer': true,
  'job-busy': true,
  'job-unreadable': true,
  'file-too-large': true,
  'file-too-long': true,
  'file-unreadable': true,
  'file-encrypted': true,
  'file-format-unsupported': true,
  internal: true,
};

/** Codes of earlier versions, by the names that journals hold. */
const renamedCodes = new Map<string, ErrorCode>([
  // eslint-disable-next-line words/plain-words -- the name that earlier versions stored
  ['part-unreachable', 'chunk-load-failed'],
]);

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCodes, text);
}

/**
 * Parser of the data in the journal that depends on the kind of job, as this version of the app or an earlier one wrote it. Each
 * method throws for data that it doesn't know; then the job is unreadable and stays in the journal unchanged.
 */
export interface JobSchema<Subject, Input, Code extends string> {
  parseSubject(stored: unknown): Subject;
  parseInput(stored: unknown): Input;
  /** Parses the `before` of a precheck; undefined stays undefined. */
  parseBefore(stored: unknown): unknown;
  /** Parses a step of an item. */
  parseStep(stored: unknown): unknown;
  /** Parses the context that an operation's `prepare` returned; undefined stays undefined. */
  parseContext(stored: unknown): unknown;
  /** Parses the reason of an outcome. */
  parseReason(stored: unknown): Code;
}

/** Parser of everything in the journal; each method throws AppError `job-unreadable` for data that this version doesn't know. */
interface JournalParser<Subject, Input, Code extends string> {
  parseHeader(stored: unknown): JobHeader<Subject>;
  parseItem(stored: unknown): PlannedItem<Input, Code>;
  parseEvent(stored: unknown): JobEvent<Code>;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Latest time that a `Date` can hold, in milliseconds since 1970 (ECMAScript: time values). */
const maxTimeInMs = 8.64e15;
const moment = v.pipe(v.number(), v.minValue(-maxTimeInMs), v.maxValue(maxTimeInMs));

const header = v.object({
  id: v.string(),
  operation: v.string(),
  subject: v.unknown(),
  owner: v.pipe(
    v.object({ tenantId: v.string(), accountId: v.string(), name: v.optional(v.string()) }),
    v.transform(({ name, ...account }) => ({ ...account, name })),
  ),
  plannedAt: moment,
  size: count,
  undoOf: v.optional(v.string()),
});

const madeIds = v.record(v.string(), v.string());
const madePart = v.object({ given: v.array(v.string()), taken: v.array(v.string()) });

/** Error code that stopped a job; a code of another version becomes `internal`. */
const code = v.pipe(
  v.string(),
  v.transform((text): ErrorCode => (isErrorCode(text) ? text : (renamedCodes.get(text) ?? 'internal'))),
);

const pause = v.variant('kind', [
  v.object({ kind: v.literal('asked') }),
  v.object({ kind: v.literal('interrupted') }),
  v.object({
    kind: v.literal('stopped'),
    code,
    goesOnByItself: v.boolean(),
    goesOnAt: v.optional(moment),
  }),
  v.object({ kind: v.literal('halted'), index: count }),
]);

/** Schema of a digest, which tabs also send to each other. */
export const digestSchema = v.pipe(
  v.object({
    status: v.picklist(['planned', 'running', 'paused', 'cancelling', 'following', 'finished']),
    pause: v.optional(pause),
    counts: v.object({
      waiting: count,
      started: count,
      done: count,
      partly: v.optional(count),
      unsure: v.optional(count),
      pending: count,
      skipped: count,
      failed: count,
      halfDone: v.optional(count),
      cancelled: count,
    }),
    startedAt: v.optional(moment),
    finishedAt: v.optional(moment),
  }),
  v.transform(({ status, counts, ...rest }): JobDigest => ({
    status,
    pause: rest.pause,
    counts,
    startedAt: rest.startedAt,
    finishedAt: rest.finishedAt,
  })),
);

/** Events without data that depends on the kind of job. */
const plainEvent = v.variant('kind', [
  v.object({ kind: v.picklist(['started', 'alive', 'cancel-asked', 'all-sent', 'finished']), at: moment }),
  v.object({ kind: v.literal('arrived') }),
  v.object({ kind: v.literal('withdrawn'), items: v.array(count) }),
  v.object({ kind: v.literal('paused'), at: moment, pause }),
  v.object({ kind: v.literal('retry-asked'), at: moment, items: v.array(count) }),
]);

/** True if a stored value is a time that a `Date` can hold, in milliseconds since 1970. */
export function isMoment(stored: unknown): stored is number {
  return v.is(moment, stored);
}

/** Parses a digest. Throws AppError `job-unreadable`. */
export function parseDigest(stored: unknown): JobDigest {
  return parseStored(digestSchema, stored);
}

/** Creates the parser; `schema` parses the data of the kinds of jobs. */
export function createJournalParser<Subject, Input, Code extends string>(
  schema: JobSchema<Subject, Input, Code>,
): JournalParser<Subject, Input, Code> {
  function parseOutcome(stored: unknown): Outcome<Code> {
    const from = toObject(stored, 'outcome');
    switch (from.kind) {
      case 'done':
        return parseDone(from);
      case 'skipped':
        return { kind: 'skipped', reason: schema.parseReason(from.reason), ...parseGroups(from) };
      case 'failed': {
        const failure = { kind: 'failed', reason: schema.parseReason(from.reason) } as const;
        const requestId = toOptionalText(from.requestId, 'requestId');
        const serviceMessage = toOptionalText(from.serviceMessage, 'serviceMessage');
        return {
          ...failure,
          ...parseGroups(from),
          ...(requestId !== undefined && { requestId }),
          ...(serviceMessage !== undefined && { serviceMessage }),
          ...(from.made !== undefined && { made: parseStored(madePart, from.made) }),
          ...parseIds(from),
        };
      }
      case 'cancelled':
        return { kind: 'cancelled' };
      default:
        throw unreadable('outcome', 'a known outcome');
    }
  }

  return {
    parseHeader(stored) {
      const { undoOf, ...parsed } = parseStored(header, stored);
      return { ...parsed, undoOf, subject: schema.parseSubject(parsed.subject) };
    },
    parseItem(stored) {
      const from = toObject(stored, 'item');
      const item = { key: toText(from.key, 'key'), input: schema.parseInput(from.input) };
      return from.outcome === undefined ? item : { ...item, outcome: parseOutcome(from.outcome) };
    },
    parseEvent(stored) {
      const from = toObject(stored, 'event');
      switch (from.kind) {
        case 'begun':
          return { kind: 'begun', context: schema.parseContext(from.context) };
        case 'intended':
          return {
            kind: 'intended',
            items: toList(from.items, 'items').map((pair) =>
              parsePair(pair, (before) => schema.parseBefore(before)),
            ),
          };
        case 'stepped':
          return {
            kind: 'stepped',
            index: parseStored(count, from.index),
            number: parseStored(count, from.number),
            step: schema.parseStep(from.step),
            ...(from.wasSettled !== undefined && { wasSettled: toBoolean(from.wasSettled, 'wasSettled') }),
          };
        case 'settled':
          return {
            kind: 'settled',
            at: parseStored(moment, from.at),
            items: toList(from.items, 'items').map((pair) => parsePair(pair, parseOutcome)),
          };
        case 'cut-off': {
          // Journals of earlier versions have the second name.
          const until = from.inFlightUntil ?? from.arrivesUntil;
          return { kind: 'cut-off', inFlightUntil: parseStored(moment, until) };
        }
        default:
          return parseStored(plainEvent, stored);
      }
    },
  };
}

function parseDone(stored: StoredObject): Outcome<never> {
  const [{ pending, shortfall, isShortfallUnknown }, ids] = [stored, parseIds(stored)];
  // Fast path: nearly every outcome has none of these fields.
  if (pending === undefined && shortfall === undefined && isShortfallUnknown === undefined)
    return { kind: 'done', ...ids };
  return {
    kind: 'done',
    ...ids,
    ...(pending !== undefined && { pending: toBoolean(pending, 'pending') }),
    ...(shortfall !== undefined && { shortfall: parseStored(count, shortfall) }),
    ...(isShortfallUnknown !== undefined && {
      isShortfallUnknown: toBoolean(isShortfallUnknown, 'isShortfallUnknown'),
    }),
  };
}

/** Parses the ids of what was made; earlier versions didn't store them. */
function parseIds({ ids }: StoredObject): { readonly ids?: MadeIds } {
  return ids === undefined ? {} : { ids: parseStored(madeIds, ids) };
}

/** Parses the groups that an outcome is about; earlier versions didn't store them. */
function parseGroups({ groups }: StoredObject): { readonly groups?: readonly NamedGroup[] } {
  if (groups === undefined) return {};
  return {
    groups: toList(groups, 'groups').map((group) => {
      const { id, name } = toObject(group, 'groups');
      return { id: toText(id, 'id'), name: toOptionalText(name, 'name') };
    }),
  };
}

/** Parses the index of an item and its value. */
function parsePair<T>(
  stored: unknown,
  parseValue: (value: unknown) => T,
): readonly [index: number, value: T] {
  const pair = toList(stored, 'items');
  const index = pair[0];
  if (typeof index !== 'number') throw unreadable('items', 'an index');
  return [index, parseValue(pair[1])];
}
