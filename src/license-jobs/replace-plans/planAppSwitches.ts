import type { Principal } from '../../base/principal';
import { directSeat } from '../../licensing/changes/directSeat';
import type { Product } from '../../licensing/product';
import type { Holding } from '../../licensing/types';
import {
  operationNames,
  predictItem,
  toJobProduct,
  type LicenseJobPlan,
  type PlannedLicenseItem,
} from '../licenseJob';

/** Apps to switch, by plan id; all others stay as each holder has them. */
export type AppSwitches = ReadonlyMap<string, 'on' | 'off'>;

/** One user or group, and its apps after the change. */
export interface AppLine {
  readonly principal: Principal;
  readonly disabledPlanIds: readonly string[];
  readonly item: PlannedLicenseItem;
}

/** Previews the switch for everyone who holds the SKU directly, each from what is off for them now. */
export function previewAppSwitches(
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
    const change = { add: [{ skuId, disabledPlanIds }], remove: [] };
    return { principal, disabledPlanIds, item: predictItem('replace-plans', principal, change, seats) };
  });
}

/** Plans the job that makes the previewed switches. */
export function planAppSwitches(product: Product, skuId: string, lines: readonly AppLine[]): LicenseJobPlan {
  return {
    operation: operationNames.changeLicenses,
    subject: { kind: 'replace-plans', products: [toJobProduct(product, skuId)] },
    items: lines.map(({ item }) => item),
  };
}
