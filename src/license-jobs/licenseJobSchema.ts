import * as v from 'valibot';
import type { NamedPrincipal, PrincipalRef } from '../base/principal';
import type { JobSchema } from '../jobs/journal/journalSchema';
import {
  parseStored,
  toBoolean,
  toList,
  toObject,
  toOptionalText,
  toText,
  unreadable,
  type StoredObject,
} from '../jobs/journal/storedValues';
import { parsePoolKey, parseProductKey, type PoolKey, type ProductKey } from '../licensing/keys';
import type { Change, ChangeStep, HeldLicense, LicensingCode, PoolRef } from '../licensing/types';
import { parseNamedGroups, parsePathStep, type PathStep } from './change-paths/pathStep';
import type {
  HeldBefore,
  JobProduct,
  LicenseJobBefore,
  LicenseJobInput,
  LicenseJobSubject,
  UnresolvedReason,
} from './licenseJob';
import type { GroupContext } from './through-group/groupContext';

/** Reasons that had other names in earlier versions of the app: old name, current name. */
const renamedCodes: ReadonlyMap<string, LicensingCode> = new Map([
  // eslint-disable-next-line words/plain-words -- names that stored journals hold
  ['already-so', 'no-change'],
  // eslint-disable-next-line words/plain-words -- the same
  ['no-seats', 'no-licenses-available'],
  ['sku-not-owned', 'product-not-owned'],
  ['through-group', 'inherited-from-group'],
]);

/** Every reason, to recognize one of a later version; a missing one does not compile. */
const codes: Readonly<Record<LicensingCode, true>> = {
  'no-change': true,
  'not-held': true,
  'inherited-from-group': true,
  'not-permitted': true,
  'no-licenses-available': true,
  'usage-location': true,
  'product-not-owned': true,
  'product-suspended': true,
  'assignee-not-supported': true,
  inherited: true,
  'missing-plans': true,
  'conflicting-plans': true,
  'duplicate-proxy-address': true,
  'group-not-licensable': true,
  'concurrent-change': true,
  forbidden: true,
  'only-buyer-assigns': true,
  stopped: true,
  'consent-needed': true,
  'signed-out': true,
  'principal-not-found': true,
  throttled: true,
  'service-unavailable': true,
  offline: true,
  'outcome-unknown': true,
  unreadable: true,
  refused: true,
};

const product = v.pipe(v.string(), v.transform(parseProductKey));
const pool = v.pipe(v.string(), v.transform(parsePoolKey));

/** A product as a job keeps it; earlier versions kept a SKU. */
const jobProduct = v.union([
  v.object({ product, pool, name: v.string(), assigned: v.optional(v.number()) }),
  v.pipe(
    v.object({ key: product, skuId: pool, name: v.string() }),
    v.transform(({ key, skuId, name }): JobProduct => ({ product: key, pool: skuId, name })),
  ),
]);

/** An ISO 3166-1 code, which is shown as a name and sent in the body of a request. */
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

const assignmentIds = v.record(v.string(), v.string());
const lineSource = { list: v.string(), line: v.number() };

const unresolvedReason: v.GenericSchema<unknown, UnresolvedReason> = v.fallback(
  v.picklist(['not-found', 'not-an-id', 'cannot-be-looked-up', 'ambiguous', 'suspicious', 'duplicate']),
  // A later version may have stored an unknown reason: the line is kept with the default reason.
  'not-found',
);

/** Every kind of job; a missing one does not compile. */
const kinds: Readonly<Record<LicenseJobSubject['kind'], true>> = {
  assign: true,
  remove: true,
  'free-seat': true,
  move: true,
  'replace-plans': true,
  'through-group': true,
  'leave-groups': true,
  'migrate-to-group': true,
  'usage-location': true,
  reprocess: true,
};

const subjectSchema = v.object({
  kind: v.picklist(Object.keys(kinds) as LicenseJobSubject['kind'][]),
  products: v.array(jobProduct),
  isUndo: v.optional(v.boolean()),
  stopsWithoutSeats: v.optional(v.boolean()),
  group: v.optional(v.object({ id: v.optional(v.string()), name: v.string() })),
  people: v.optional(v.object({ users: v.number(), groups: v.number(), name: v.optional(v.string()) })),
  disabledPlanIds: v.optional(v.array(v.string())),
  usageLocation: v.optional(country),
  unresolved: v.optional(
    v.object({
      lines: v.array(v.object({ ...lineSource, text: v.string(), reason: unresolvedReason })),
      more: v.number(),
    }),
  ),
});

const contextSchema = v.object({
  groupId: v.string(),
  isMade: v.boolean(),
  carriedBefore: v.boolean(),
  refused: v.optional(v.pipe(v.string(), v.transform<string, LicensingCode>(parseReason))),
  refusedMessage: v.optional(v.string()),
});

/** Parses the `before` of an item; undefined for an item that never started. Throws AppError `job-unreadable`. */
export function parseBefore(stored: unknown): LicenseJobBefore | undefined {
  if (stored === undefined) return undefined;
  const from = toObject(stored, 'before');
  return {
    seats: toList(from.seats, 'seats').map(readHeldBefore),
    inheritedPools:
      from.inheritedPools === undefined
        ? undefined
        : toList(from.inheritedPools, 'inheritedPools').map(toPoolKeyOf),
    inherited:
      from.inherited === undefined ? undefined : toList(from.inherited, 'inherited').map(toProductKeyOf),
    sent: from.sent === undefined ? undefined : readChanged(toObject(from.sent, 'sent')),
    wasMember: from.wasMember === undefined ? undefined : toBoolean(from.wasMember, 'wasMember'),
    memberOf: from.memberOf === undefined ? undefined : parseStored(v.array(v.string()), from.memberOf),
    usageLocation: readCountry(from),
  };
}

const stepKinds: Readonly<Record<ChangeStep['kind'], true>> = {
  given: true,
  'given-back': true,
  taken: true,
  switched: true,
};

/** Parses a step of a change that takes several. Throws AppError `job-unreadable`. */
export function parseStep(stored: unknown): ChangeStep {
  const from = toObject(stored, 'step');
  const kind = toText(from.kind, 'kind');
  if (!isKeyOf(stepKinds, kind)) throw unreadable('kind', 'a known step');
  return {
    kind,
    license: readLicense(from.license),
    assignmentId: toOptionalText(from.assignmentId, 'assignmentId'),
  };
}

/** Parses a step of any kind of job. Throws AppError `job-unreadable`. */
function parseAnyStep(stored: unknown): ChangeStep | PathStep {
  return toObject(stored, 'step').license === undefined ? parsePathStep(stored) : parseStep(stored);
}

/** Parses the context of a job with a group; undefined before it began, or without a group. Throws AppError `job-unreadable`. */
export function parseContext(stored: unknown): GroupContext | undefined {
  return stored === undefined || stored === null ? undefined : requireContext(stored);
}

/** Parses the context of a job `through-group` that has begun. Throws AppError `job-unreadable`, also for a missing one. */
export function requireContext(stored: unknown): GroupContext {
  return parseStored(contextSchema, stored);
}

/** Schema of a license job's data in its journal, as this version of the app or an earlier one wrote it. */
export const licenseJobSchema: JobSchema<LicenseJobSubject, LicenseJobInput, LicensingCode> = {
  parseSubject: (stored) => parseStored(subjectSchema, stored),
  parseInput,
  parseBefore,
  parseStep: parseAnyStep,
  parseContext,
  parseReason,
};

function parseReason(stored: unknown): LicensingCode {
  const code = typeof stored === 'string' ? (renamedCodes.get(stored) ?? stored) : '';
  if (isKeyOf(codes, code)) return code;
  throw unreadable('reason', 'a known reason');
}

function parseInput(stored: unknown): LicenseJobInput {
  const from = toObject(stored, 'input');
  const change = toObject(from.change, 'change');
  const { add, remove } = readChanged(change);
  const principal = readPrincipal(toObject(from.principal, 'principal'));
  const changed = readRef(toObject(change.principal, 'principal'));
  // The principal shown must be the one that the change is for.
  if (changed.kind !== principal.kind || changed.id.toLowerCase() !== principal.id.toLowerCase())
    throw unreadable('change.principal', 'the principal of the item');
  const usageLocation = readCountry(from);
  const input = {
    principal,
    change: { principal: changed, add, remove },
    ...(from.leave !== undefined && { leave: parseNamedGroups(from.leave) }),
    ...(from.leavesGroup !== undefined && { leavesGroup: toBoolean(from.leavesGroup, 'leavesGroup') }),
    ...(from.source !== undefined && { source: parseStored(v.object(lineSource), from.source) }),
    ...(from.assignmentIds !== undefined && {
      assignmentIds: parseStored(assignmentIds, from.assignmentIds),
    }),
  };
  return usageLocation === undefined ? input : { ...input, usageLocation };
}

function readCountry({ usageLocation }: StoredObject): string | undefined {
  return usageLocation === undefined ? undefined : parseStored(country, usageLocation);
}

/** A user or group; earlier versions kept more of both, which is left out. */
function readPrincipal(from: StoredObject): NamedPrincipal {
  const { kind, id } = readRef(from);
  const displayName = toText(from.displayName, 'displayName');
  if (kind === 'group') return { kind, id, displayName, address: '' };
  return { kind, id, displayName, address: toText(from.userPrincipalName ?? from.address, 'address') };
}

function readRef(from: StoredObject): PrincipalRef {
  return { kind: readKind(from), id: toText(from.id, 'id') };
}

function readKind({ kind }: StoredObject): PrincipalRef['kind'] {
  if (kind === 'user' || kind === 'group') return kind;
  throw unreadable('kind', 'user or group');
}

function readChanged(from: StoredObject): Pick<Change, 'add' | 'remove'> {
  return {
    add: toList(from.add, 'add').map(readLicense),
    remove: toList(from.remove, 'remove').map(readRemoval),
  };
}

/** A license to give or one that was held. */
function readLicense(stored: unknown): HeldLicense {
  const from = toObject(stored, 'license');
  const { product: productKey, pool: poolKey } = readPool(from);
  return {
    product: productKey,
    pool: poolKey,
    disabledPlanIds: toList(from.disabledPlanIds, 'disabledPlanIds').map(toPlanId),
  };
}

/** A license that was held; earlier versions did not keep whether it worked, and whether its apps could be read. */
function readHeldBefore(stored: unknown): HeldBefore {
  const { isInError, isIncomplete } = toObject(stored, 'license');
  return {
    ...readLicense(stored),
    ...(isInError !== undefined && { isInError: toBoolean(isInError, 'isInError') }),
    ...(isIncomplete !== undefined && { isIncomplete: toBoolean(isIncomplete, 'isIncomplete') }),
  };
}

/** A license to remove; earlier versions kept its SKU id alone. */
function readRemoval(stored: unknown): PoolRef {
  return typeof stored === 'string' ? poolOfSku(stored) : readPool(toObject(stored, 'license'));
}

/** The product and pool of a license; earlier versions kept a SKU id. */
function readPool(from: StoredObject): PoolRef {
  if (from.product === undefined) return poolOfSku(toText(from.skuId, 'skuId'));
  return {
    product: parseProductKey(toText(from.product, 'product')),
    pool: parsePoolKey(toText(from.pool, 'pool')),
  };
}

function poolOfSku(skuId: string): PoolRef {
  return { product: parseProductKey(skuId), pool: parsePoolKey(skuId) };
}

const toProductKeyOf = (stored: unknown): ProductKey => parseProductKey(toText(stored, 'inherited'));
const toPoolKeyOf = (stored: unknown): PoolKey => parsePoolKey(toText(stored, 'inheritedPools'));
const toPlanId = (stored: unknown): string => toText(stored, 'disabledPlanIds');

function isKeyOf<K extends string>(keys: Readonly<Record<K, true>>, text: string): text is K {
  return Object.hasOwn(keys, text);
}
