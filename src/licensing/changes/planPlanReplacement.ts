import type { Principal } from '../../base/principal';
import { planItem, type PlannedLicenseItem } from '../planItem';
import type { Seat } from '../types';

/**
 * Plans that just these apps of a SKU are off for one principal who holds it directly; what a group gives is
 * `inherited`. `seats`: what the principal holds now of the SKU, by every path.
 */
export function planPlanReplacement(
  principal: Principal,
  seats: readonly Seat[],
  skuId: string,
  disabledPlanIds: readonly string[],
): PlannedLicenseItem {
  const { kind, id } = principal;
  const change = { principal: { kind, id }, add: [{ skuId, disabledPlanIds }], remove: [] };
  return planItem('replace-plans', { principal, change }, seats);
}
