import type { Principal } from '../../../../base/principal';
import { directSeat } from '../../../../licensing/changes/directSeat';
import { planPlanReplacement } from '../../../../licensing/changes/planPlanReplacement';
import type { PlannedLicenseItem } from '../../../../licensing/planItem';
import type { Holding } from '../../../../licensing/types';

/** Apps that are switched, by plan id; all others stay as each has them. */
export type AppSwitches = ReadonlyMap<string, 'on' | 'off'>;

/** One user or group, and its apps after the change. */
export interface AppLine {
  readonly principal: Principal;
  readonly disabledPlanIds: readonly string[];
  readonly item: PlannedLicenseItem;
}

/** Switches apps of a SKU for everybody who holds it directly, each from what is off for them now. */
export function switchApps(
  principals: readonly Principal[],
  holdings: readonly Holding[],
  skuId: string,
  switches: AppSwitches,
): readonly AppLine[] {
  const seatsOf = new Map(holdings.map(({ principal, seats }) => [principal.id, seats]));
  return principals.map((principal) => {
    const seats = (seatsOf.get(principal.id) ?? []).filter((seat) => seat.skuId === skuId);
    const offNow = directSeat(seats, skuId)?.disabledPlanIds ?? [];
    const turnedOff = [...switches].flatMap(([planId, to]) => (to === 'off' ? [planId] : []));
    const kept = offNow.filter((planId) => !switches.has(planId));
    const disabledPlanIds = [...kept, ...turnedOff];
    return {
      principal,
      disabledPlanIds,
      item: planPlanReplacement(principal, seats, skuId, disabledPlanIds),
    };
  });
}
