import { AppError } from '../../../base/appError';
import type { Outcome } from '../../../base/outcome';
import type { Graph } from '../../../graph/types';
import type { Change, LicensingCode, Seat } from '../../types';
import { readBack } from './readBack';

/** The outcome of a change that was made; Entra applies a group's to its members afterwards. */
export function doneOutcome({ principal }: Change): SettledOutcome {
  return principal.kind === 'group' ? { kind: 'done', pending: true } : { kind: 'done' };
}

/** An outcome that reading back can come to. */
export type SettledOutcome = Extract<Outcome<LicensingCode>, { kind: 'done' | 'failed' }>;

/** The outcome of a change whose answer was lost: done where the principal shows it, and else unknown. */
export async function settleLost(
  graph: Graph,
  change: Change,
  { requestId }: AppError,
): Promise<SettledOutcome> {
  const found = await readBack(graph, change.principal);
  const isGone = found instanceof AppError && found.code === 'not-found';
  if (isGone) return { kind: 'failed', reason: 'principal-not-found', requestId };
  const isDone = !(found instanceof AppError) && holdsGoal(change, found.seats);
  return isDone ? doneOutcome(change) : { kind: 'failed', reason: 'outcome-unknown', requestId };
}

/**
 * The outcome of a change that was refused with `error`, classified as `code`. Where the refusal does not say enough,
 * the principal is read back and the state found there decides.
 */
export async function settleRefused(
  graph: Graph,
  change: Change,
  { requestId }: AppError,
  code: LicensingCode,
): Promise<Outcome<LicensingCode>> {
  const failed = (reason: LicensingCode): Outcome<LicensingCode> => ({ kind: 'failed', reason, requestId });
  const isUnclear = mayBeUnlicensable(change, code);
  if (code !== 'already-so' && !isUnclear) return failed(code);

  const found = await readBack(graph, change.principal);
  if (found instanceof AppError) {
    if (isUnclear) return failed(code);
    return failed(found.code === 'not-found' ? 'principal-not-found' : 'outcome-unknown');
  }
  if (isUnclear) return failed(found.isLicensable ? code : 'group-not-licensable');
  return settleAbsent(change, found.seats, failed);
}

/** How Graph words its refusal of such a group is not published, so the group itself is asked. */
function mayBeUnlicensable({ principal }: Change, code: LicensingCode): boolean {
  return principal.kind === 'group' && code === 'refused';
}

/** Graph said that there was nothing to remove. */
function settleAbsent(
  change: Change,
  seats: readonly Seat[],
  failed: (reason: LicensingCode) => Outcome<LicensingCode>,
): Outcome<LicensingCode> {
  const isInherited = (skuId: string): boolean =>
    seats.some((seat) => seat.skuId === skuId) && !directSeat(seats, skuId);
  if (change.remove.some(isInherited)) return failed('inherited');
  if (holdsGoal(change, seats)) return { kind: 'skipped', reason: 'already-so' };
  const isStillThere = change.remove.some((skuId) => directSeat(seats, skuId));
  // Still there although Graph found nothing: one of the two readings is stale, and which one cannot be told.
  return failed(isStillThere ? 'outcome-unknown' : 'refused');
}

function holdsGoal({ add, remove }: Change, seats: readonly Seat[]): boolean {
  return (
    remove.every((skuId) => !directSeat(seats, skuId)) &&
    add.every(({ skuId, disabledPlanIds }) => {
      const seat = directSeat(seats, skuId);
      return seat !== undefined && seat.state !== 'error' && isSameSet(seat.disabledPlanIds, disabledPlanIds);
    })
  );
}

function directSeat(seats: readonly Seat[], skuId: string): Seat | undefined {
  return seats.find((seat) => seat.skuId === skuId && seat.path.kind === 'direct');
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  const wanted = new Set(right);
  return new Set(left).size === wanted.size && left.every((id) => wanted.has(id));
}
