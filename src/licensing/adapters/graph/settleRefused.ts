import { AppError } from '../../../base/appError';
import type { Outcome } from '../../../base/outcome';
import type { Graph } from '../../../graph/types';
import { directSeat } from '../../changes/directSeat';
import { isSatisfied } from '../../changes/isSatisfied';
import type { ApplyOptions } from '../../licensingAdapter';
import type { Change, LicensingCode, Seat } from '../../types';
import { doneOutcome } from './doneOutcome';
import { readBack } from './readBack';

/** A change that the service refused. */
export interface Refusal {
  readonly error: AppError;
  readonly code: LicensingCode;
  /** Whether the answer to an earlier sending of the same change was lost. */
  readonly wasLost: boolean;
}

/** What a refusal comes to: an outcome, or the change with only these removals still to be made. */
export type SettledRefusal =
  Outcome<LicensingCode> | { readonly kind: 'rest'; readonly remove: readonly string[] };

/**
 * The outcome of a change that was refused. Where the refusal does not say enough, the principal is read back; of writes
 * and readings, writes know better. Rejects with AppError as `readBack` does.
 */
export async function settleRefused(
  graph: Graph,
  change: Change,
  { error: { requestId }, code, wasLost }: Refusal,
  { isBulk, distrustsReadings }: ApplyOptions,
): Promise<SettledRefusal> {
  const failed = (reason: LicensingCode): Outcome<LicensingCode> => ({ kind: 'failed', reason, requestId });
  const isUnclear = mayBeUnlicensable(change, code);
  const isAbsent = code === 'already-so' || code === 'inherited';
  if (!isAbsent && !isUnclear && !wasLost) return failed(code);
  if (isAbsent && wasLost && change.add.length === 0 && change.remove.length === 1)
    return doneOutcome(change);

  const found = await readBack(graph, change.principal, { isBulk });
  if (found instanceof AppError) {
    if (code !== 'already-so') return failed(code);
    return failed(found.code === 'not-found' ? 'principal-not-found' : 'outcome-unknown');
  }
  // The sending whose answer was lost has done its work.
  if (wasLost && !distrustsReadings && isSatisfied(change, found.seats)) return doneOutcome(change);
  if (!isAbsent && !isUnclear) return failed(code);
  if (isUnclear) return failed(found.isLicensable ? code : 'group-not-licensable');
  return settleAbsent(change, found.seats, wasLost, code) ?? failed(absentCode(change, found.seats, code));
}

/** How Graph words its refusal of such a group is not published, so the group itself is asked. */
function mayBeUnlicensable({ principal }: Change, code: LicensingCode): boolean {
  return principal.kind === 'group' && code === 'refused';
}

/** Graph said that there is no direct license to remove, of one SKU at least. Undefined for a failure. */
function settleAbsent(
  change: Change,
  seats: readonly Seat[],
  wasLost: boolean,
  code: LicensingCode,
): SettledRefusal | undefined {
  const shown = change.remove.filter((skuId) => directSeat(seats, skuId));
  if (shown.length > 0 && shown.length < change.remove.length) return { kind: 'rest', remove: shown };
  // Where all of them show although the service has none, they went since the reading's time: a sending before this one,
  // perhaps in another life of the page, did its work. One call is all or nothing, yet giving twice does no harm.
  if (wasLost || shown.length > 0) return { kind: 'rest', remove: [] };
  const isSo = code === 'already-so' && !isInherited(change, seats) && isSatisfied(change, seats);
  return isSo ? { kind: 'skipped', reason: 'already-so' } : undefined;
}

function absentCode(change: Change, seats: readonly Seat[], code: LicensingCode): LicensingCode {
  return code === 'inherited' || isInherited(change, seats) ? 'inherited' : 'refused';
}

function isInherited({ remove }: Change, seats: readonly Seat[]): boolean {
  return remove.some((id) => seats.some(({ skuId }) => skuId === id) && !directSeat(seats, id));
}
