import type { Principal } from '../../base/principal';
import { planItem, type PlannedLicenseItem } from '../planItem';
import type { Seat } from '../types';

/** From which product to which. */
export interface Move {
  /** SKU that is taken, where it is held directly. */
  readonly from: string;
  /** SKU that is given. */
  readonly to: string;
  /** Apps of `to` that are off for who gets it; who has it already keeps theirs. */
  readonly disabledPlanIds: readonly string[];
}

/**
 * Plans the move of one principal, in one call that gives and takes, so that nobody is without. Only a direct seat of the
 * old product is taken. `seats`: what the principal holds now of both SKUs, by every path.
 */
export function planMove(principal: Principal, seats: readonly Seat[], move: Move): PlannedLicenseItem {
  const add = [{ skuId: move.to, disabledPlanIds: move.disabledPlanIds }];
  return planItem(
    'move',
    { principal, change: { principal: refOf(principal), add, remove: [move.from] } },
    seats,
  );
}

function refOf({ kind, id }: Principal) {
  return { kind, id };
}
