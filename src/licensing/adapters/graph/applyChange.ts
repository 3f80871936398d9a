import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import type { Clock } from '../../../base/clock';
import { isGuid } from '../../../base/ids';
import type { Outcome } from '../../../base/outcome';
import type { PrincipalRef } from '../../../base/principal';
import type { Random } from '../../../base/random';
import type { Graph } from '../../../graph/types';
import { directSeat } from '../../changes/directSeat';
import { groupsOf } from '../../changes/groupsOf';
import { isSatisfied } from '../../changes/isSatisfied';
import { waitAfter } from '../../changes/waitAfter';
import type { ApplyOptions, CallOptions } from '../../licensingAdapter';
import { isSamePool } from '../../pools';
import type { Change, LicensingCode, PoolRef, Seat } from '../../types';
import type { GroupNames } from './createGroupNames';
import { readCurrentState } from './readCurrentState';
import { requestOptions } from '../../../graph/readOptions';
import { skuIdOfPool } from './skuKeys';
import { toLicensingCode } from './toLicensingCode';

/** Body of assignLicense. Both arrays are mandatory, also when empty. */
interface AssignLicenseBody {
  readonly addLicenses: readonly { readonly skuId: string; readonly disabledPlans: readonly string[] }[];
  readonly removeLicenses: readonly string[];
}

/** Converts a change to the body for Graph; undefined if it has a key of another adapter. */
function toAssignLicenseBody({ add, remove }: Change): AssignLicenseBody | undefined {
  const addLicenses = add.flatMap((license) => {
    const skuId = skuIdOfPool(license);
    return skuId === undefined ? [] : [{ skuId, disabledPlans: license.disabledPlanIds }];
  });
  const removeLicenses = remove.flatMap((pool) => skuIdOfPool(pool) ?? []);
  const isComplete = addLicenses.length === add.length && removeLicenses.length === remove.length;
  return isComplete ? { addLicenses, removeLicenses } : undefined;
}

/** The principal, or an empty body; after a success with an error in it or without JSON the outcome is unknown. */
const acceptedWire = v.optional(v.object({ error: v.optional(v.never()) }));

/** Sends a change once (Graph: assignLicense); resolves with the failure, or undefined for a success. */
async function sendChange(
  graph: Graph,
  principal: PrincipalRef,
  body: AssignLicenseBody,
  options: CallOptions,
): Promise<AppError | undefined> {
  const path = `/${principal.kind === 'user' ? 'users' : 'groups'}/${principal.id}/assignLicense`;
  const scopes = ['LicenseAssignment.ReadWrite.All'] as const;
  try {
    await graph.send({ method: 'POST', path, body, scopes, ...requestOptions(options) }, acceptedWire);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

/** Returns the outcome of a change that was made; Entra applies the change of a group to its members afterwards. */
function successOutcome({ principal }: Change): Extract<Outcome<never>, { kind: 'done' }> {
  return principal.kind === 'group' ? { kind: 'done', pending: true } : { kind: 'done' };
}

/** Dependencies of a change. */
interface ChangeTools {
  readonly graph: Graph;
  readonly groupNames: GroupNames;
  readonly clock: Clock;
  readonly random: Random;
  /** Shared waits of changes that were lost together, by attempt. */
  readonly lostTogether: Map<number, SharedWait>;
}

/** A wait that several changes have in common, by the monotonic clock. */
interface SharedWait {
  readonly since: number;
  readonly over: Promise<void>;
}

const maxAttempts = 6;
/** Responses of one batch reach their callers within this time. */
const sameBatchInMs = 50;

/**
 * Makes one change with one call (Graph: assignLicense). A change that conflicts with another one is sent again. After a lost
 * response the principal is read after a wait, and the change is sent again if the read doesn't show it: the read may be
 * older than the change, and the same change twice has the same effect as once. `signal` stops it unless the outcome of a
 * sent change is still unknown. A change with keys of another adapter is `product-not-owned`, and nothing is sent.
 */
export async function applyChange(
  tools: ChangeTools,
  change: Change,
  options: ApplyOptions = {},
): Promise<Outcome<LicensingCode>> {
  if (change.add.length === 0 && change.remove.length === 0) return { kind: 'skipped', reason: 'no-change' };
  if (!isGuid(change.principal.id)) return { kind: 'failed', reason: 'principal-not-found' };
  const body = toAssignLicenseBody(change);
  if (!body) return { kind: 'failed', reason: 'product-not-owned' };
  if (options.signal?.aborted) throw new AppError('cancelled');
  let lost: AppError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const error = await sendChange(tools.graph, change.principal, body, options);
    if (!error) return successOutcome(change);
    const wasDequeued = error.code === 'cancelled' && lost !== undefined;
    if (isLost(error)) lost = error;
    else if (!wasDequeued) {
      const code = toLicensingCode(error);
      // An earlier attempt whose response was lost may have had an effect, which this rejection must not hide.
      if (!code) throw lost ?? error;
      if (!isTransient(code, lost)) return resolve(tools, change, options, { error, code, lost });
    }
    const isLast = attempt === maxAttempts;
    if (!lost && isLast) return { kind: 'failed', reason: 'concurrent-change', requestId: error.requestId };
    await (lost ? waitTogether(tools, attempt, error) : waitAfter(tools, attempt, error, options.signal));
    if (lost) {
      const outcome = await readOutcome(tools.graph, change, options, lost, isLast);
      if (outcome) return outcome;
      // Nothing is sent after a stop; a resumed job reads first.
      if (wasDequeued || options.signal?.aborted) throw lost;
    }
  }
}

/** True if a rejection says nothing about the principal's state, so that another attempt may succeed. */
function isTransient(code: LicensingCode, lost: AppError | undefined): boolean {
  return code === 'concurrent-change' || (lost !== undefined && code === 'service-unavailable');
}

/** True if the service may have acted although no readable response came; with `Retry-After` it rejected the change (RFC 9110). */
function isLost({ code, retryAfterInMs }: AppError): boolean {
  if (code === 'service-unavailable') return retryAfterInMs === undefined;
  return ['offline', 'timed-out', 'unexpected-answer'].includes(code);
}

/** Waits after a lost response; changes of one lost batch share the wait, so that they are read in one batch. */
function waitTogether(tools: ChangeTools, attempt: number, error: AppError): Promise<void> {
  if (error.retryAfterInMs !== undefined) return waitAfter(tools, attempt, error, undefined);
  const now = tools.clock.monotonic();
  const shared = tools.lostTogether.get(attempt);
  if (shared && now - shared.since < sameBatchInMs) return shared.over;
  const over = waitAfter(tools, attempt, error, undefined);
  tools.lostTogether.set(attempt, { since: now, over });
  return over;
}

/** Reads the outcome of a change whose response was lost; undefined if it is to be sent again. */
async function readOutcome(
  graph: Graph,
  change: Change,
  { isBulk, ignoreStaleReads = false }: ApplyOptions,
  lost: AppError,
  isLast: boolean,
): Promise<Outcome<LicensingCode> | undefined> {
  const found = await readCurrentState(graph, change.principal, { isBulk }, lost);
  const isDone = !(found instanceof AppError) && isSatisfied(change, found.seats);
  if (isDone && !ignoreStaleReads) return successOutcome(change);
  if (!isLast) return undefined;
  const isGone = found instanceof AppError && found.code === 'not-found';
  return {
    kind: 'failed',
    reason: isGone ? 'principal-not-found' : 'outcome-unknown',
    requestId: lost.requestId,
  };
}

/** Resolves a rejected change, and sends the part of it that is still to be made. */
async function resolve(
  tools: ChangeTools,
  change: Change,
  options: ApplyOptions,
  rejection: Rejection,
): Promise<Outcome<LicensingCode>> {
  const { error, lost } = rejection;
  const resolved = await resolveRejection(tools, change, rejection, options);
  if (resolved.kind !== 'rest') return resolved;
  const rest = { ...change, remove: resolved.remove };
  const isNothingLeft = rest.add.length === 0 && rest.remove.length === 0;
  if (isNothingLeft) return successOutcome(change);
  try {
    return await applyChange(tools, rest, options);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    // Something was sent before, so the change must not count as never sent.
    throw lost ?? (thrown.code === 'cancelled' ? error : thrown);
  }
}

/** A change that the service rejected. */
interface Rejection {
  readonly error: AppError;
  readonly code: LicensingCode;
  /** Error of an earlier attempt of the same change whose response was lost; undefined if there was none. */
  readonly lost: AppError | undefined;
}

type Failure = Extract<Outcome<LicensingCode>, { kind: 'failed' }>;

/** Resolution of a rejection: an outcome, or the removals that are still to be made beside the additions. */
type ResolvedRejection =
  Outcome<LicensingCode> | { readonly kind: 'rest'; readonly remove: readonly PoolRef[] };

/**
 * Resolves a change that was rejected. If the rejection does not say enough, the principal is read; where a write and a read
 * disagree, the write is right. Rejects with AppError as `readCurrentState` does.
 */
async function resolveRejection(
  { graph, groupNames }: { readonly graph: Graph; readonly groupNames: GroupNames },
  change: Change,
  { error, code, lost }: Rejection,
  { isBulk, ignoreStaleReads }: ApplyOptions,
): Promise<ResolvedRejection> {
  const wasLost = lost !== undefined;
  const failed = (reason: LicensingCode): Failure => toFailure(reason, error);
  const isUnclear = mayBeUnlicensable(change, code);
  const isMissing = code === 'no-change' || code === 'inherited';
  if (!isMissing && !isUnclear && !wasLost) return failed(code);
  if (isMissing && wasLost && change.add.length === 0 && change.remove.length === 1)
    return successOutcome(change);

  const found = await readCurrentState(graph, change.principal, { isBulk }, lost);
  if (found instanceof AppError) {
    if (code !== 'no-change' && !wasLost) return failed(code);
    return failed(found.code === 'not-found' ? 'principal-not-found' : 'outcome-unknown');
  }
  // The attempt whose response was lost was successful.
  const isShown = wasLost && isSatisfied(change, found.seats);
  if (isShown && !ignoreStaleReads) return successOutcome(change);
  // A reading that may be from before shows neither that it was successful nor that it wasn't.
  if (isShown && !isMissing) return failed('outcome-unknown');
  if (!isMissing && !isUnclear) return failed(code);
  if (isUnclear) return failed(found.isLicensable ? code : 'group-not-licensable');
  const resolved = resolveMissingLicense(change, found.seats, wasLost, code);
  if (resolved) return resolved;
  const inherited = inheritedOf(change, found.seats);
  const failure = failed(code === 'inherited' || inherited.length > 0 ? 'inherited' : 'refused');
  return { ...failure, ...groupsOf(await withNames(inherited, groupNames)) };
}

/** Adds the names of the groups that give these seats, if they can be read; the outcome is known without them. */
async function withNames(seats: readonly Seat[], groupNames: GroupNames): Promise<readonly Seat[]> {
  const ids = seats.flatMap(({ path }) =>
    path.kind === 'group' && path.groupId !== '' ? [path.groupId] : [],
  );
  if (ids.length === 0) return seats;
  const names = await groupNames(new Set(ids)).catch(() => new Map<string, string>());
  return seats.map((seat) =>
    seat.path.kind === 'direct'
      ? seat
      : { ...seat, path: { ...seat.path, groupName: names.get(seat.path.groupId) } },
  );
}

/** Returns the outcome of a rejected change; a reason without a message of this app keeps the service's own message. */
function toFailure(reason: LicensingCode, error: AppError): Failure {
  const { requestId, serviceMessage } = error;
  const isUnexplained = reason === 'refused' && serviceMessage !== undefined;
  return { kind: 'failed', reason, requestId, ...(isUnexplained && { serviceMessage }) };
}

/** True for a group that Graph may not license: its error message for that is not published, so the group is read. */
function mayBeUnlicensable({ principal }: Change, code: LicensingCode): boolean {
  return principal.kind === 'group' && code === 'refused';
}

/** Resolves the rejection that there is no direct license to remove, of one SKU at least. Undefined for a failure. */
function resolveMissingLicense(
  change: Change,
  seats: readonly Seat[],
  wasLost: boolean,
  code: LicensingCode,
): ResolvedRejection | undefined {
  const shown = change.remove.filter((pool) => directSeat(seats, pool));
  if (shown.length > 0 && shown.length < change.remove.length) return { kind: 'rest', remove: shown };
  // If the read shows all of them although the service has none, they were removed after the state that was read, by an earlier
  // attempt, perhaps of an earlier session of the page. One call is all or nothing, and assigning twice does no harm.
  if (wasLost || shown.length > 0) return { kind: 'rest', remove: [] };
  const isSo = code === 'no-change' && inheritedOf(change, seats).length === 0 && isSatisfied(change, seats);
  return isSo ? { kind: 'skipped', reason: 'no-change' } : undefined;
}

/** Returns the seats of the pools to remove that only groups give. */
function inheritedOf({ remove }: Change, seats: readonly Seat[]): readonly Seat[] {
  const inherited = remove.filter((pool) => !directSeat(seats, pool));
  return seats.filter((seat) => inherited.some((pool) => isSamePool(seat, pool)));
}
