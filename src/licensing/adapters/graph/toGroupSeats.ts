import type { Seat } from '../../types';
import type { GroupLicensesWire } from './wire';

/** What a group carries, told as direct seats of its own. */
export function toGroupSeats({ assignedLicenses }: GroupLicensesWire): Seat[] {
  return (assignedLicenses ?? []).map(({ skuId, disabledPlans }) => ({
    skuId,
    path: { kind: 'direct' },
    state: 'active',
    issue: undefined,
    disabledPlanIds: disabledPlans ?? [],
    updatedAt: undefined,
  }));
}
