import { AppError } from '../../../base/appError';
import type { Outcome } from '../../../base/outcome';
import type { Graph } from '../../../graph/types';
import { directSeat } from '../../changes/directSeat';
import { groupsOf } from '../../changes/groupsOf';
import { isSatisfied } from '../../changes/isSatisfied';
import { isSamePool } from '../../pools';
import type { ApplyOptions } from '../../licensingAdapter';
import type { Change, LicensingCode, PoolRef, Seat } from '../../types';
import type { GroupNames } from './createGroupNames';
import { readCurrentState } from './readCurrentState';
import { successOutcome } from './sendChange';

/** A change that the service rejected. */
interface Rejection {
  readonly error: AppError;
  readonly code: LicensingCode;
  /** Whether the answer to an earlier sending of the same change was lost. */
  readonly wasLost: boolean;
}

type Failure = Extract<Outcome<LicensingCode>, { kind: 'failed' }>;

/** What a rejection comes to: an outcome, or the change with only these removals still to be made. */
type ResolvedRejection =
  Outcome<LicensingCode> | { readonly kind: 'rest'; readonly remove: readonly PoolRef[] };

/**
 * The outcome of a change that was rejected. Where the rejection does not say enough, the principal is read; where writes
 * and readings disagree, writes are right. Rejects with AppError as `readCurrentState` does.
 */
export async function resolveRejection(
  { graph, groupNames }: { readonly graph: Graph; readonly groupNames: GroupNames },
  change: Change,
  { error, code, wasLost }: Rejection,
  { isBulk, ignoreStaleReads }: ApplyOptions,
): Promise<ResolvedRejection> {
  const failed = (reason: LicensingCode): Failure => failureOf(reason, error);
  const isUnclear = mayBeUnlicensable(change, code);
  const isMissing = code === 'already-so' || code === 'inherited';
  if (!isMissing && !isUnclear && !wasLost) return failed(code);
  if (isMissing && wasLost && change.add.length === 0 && change.remove.length === 1)
    return successOutcome(change);

  const found = await readCurrentState(graph, change.principal, { isBulk });
  if (found instanceof AppError) {
    if (code !== 'already-so') return failed(code);
    return failed(found.code === 'not-found' ? 'principal-not-found' : 'outcome-unknown');
  }
  // The sending whose answer was lost has done its work.
  if (wasLost && !ignoreStaleReads && isSatisfied(change, found.seats)) return successOutcome(change);
  if (!isMissing && !isUnclear) return failed(code);
  if (isUnclear) return failed(found.isLicensable ? code : 'group-not-licensable');
  const resolved = resolveMissingLicense(change, found.seats, wasLost, code);
  if (resolved) return resolved;
  const inherited = inheritedOf(change, found.seats);
  const failure = failed(code === 'inherited' || inherited.length > 0 ? 'inherited' : 'refused');
  return { ...failure, ...groupsOf(await withNames(inherited, groupNames)) };
}

/** Fills in the names of the groups that give these seats, as far as they can be read: the outcome is known without them. */
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

/** The outcome of a refused change; a reason that the app has no words for keeps the service's own. */
function failureOf(reason: LicensingCode, error: AppError): Failure {
  const { requestId, serviceMessage } = error;
  const isUnexplained = reason === 'refused' && serviceMessage !== undefined;
  return { kind: 'failed', reason, requestId, ...(isUnexplained && { serviceMessage }) };
}

/** How Graph words its refusal of such a group is not published, so the group itself is asked. */
function mayBeUnlicensable({ principal }: Change, code: LicensingCode): boolean {
  return principal.kind === 'group' && code === 'refused';
}

/** Graph said that there is no direct license to remove, of one SKU at least. Undefined for a failure. */
function resolveMissingLicense(
  change: Change,
  seats: readonly Seat[],
  wasLost: boolean,
  code: LicensingCode,
): ResolvedRejection | undefined {
  const shown = change.remove.filter((pool) => directSeat(seats, pool));
  if (shown.length > 0 && shown.length < change.remove.length) return { kind: 'rest', remove: shown };
  // Where all of them show although the service has none, they went since the reading's time: a sending before this one,
  // perhaps of an earlier session of the page, did its work. One call is all or nothing, yet giving twice does no harm.
  if (wasLost || shown.length > 0) return { kind: 'rest', remove: [] };
  const isSo = code === 'already-so' && inheritedOf(change, seats).length === 0 && isSatisfied(change, seats);
  return isSo ? { kind: 'skipped', reason: 'already-so' } : undefined;
}

/** Seats of the pools to remove that groups alone give. */
function inheritedOf({ remove }: Change, seats: readonly Seat[]): readonly Seat[] {
  const inherited = remove.filter((pool) => !directSeat(seats, pool));
  return seats.filter((seat) => inherited.some((pool) => isSamePool(seat, pool)));
}
