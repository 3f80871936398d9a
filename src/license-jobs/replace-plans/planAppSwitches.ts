import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { Principal } from '../../base/principal';
import { directSeat } from '../../licensing/changes/directSeat';
import { defaultPool, directPools } from '../../licensing/pools';
import type { Holding, OwnedProduct } from '../../licensing/types';
import {
  operationNames,
  predictItem,
  toJobProduct,
  type JobProductSource,
  type LicenseJobPlan,
  type PlannedLicenseItem,
} from '../licenseJob';

/** Apps to switch, by plan id; all others stay as each holder has them. */
export type AppSwitches = ReadonlyMap<string, 'on' | 'off'>;

/** One user or group, and its apps after the change. */
export interface AppLine {
  readonly principal: Principal;
  /** Of the first pool, where there are several. */
  readonly disabledPlanIds: readonly string[];
  readonly item: PlannedLicenseItem;
}

/** Previews the switch for everyone who holds the product directly, each from what is off for them now. */
export function* previewAppSwitches(
  principals: readonly Principal[],
  holdings: readonly Holding[],
  product: OwnedProduct,
  switches: AppSwitches,
): Steps<readonly AppLine[]> {
  const holdingOf = new Map<string, Holding>();
  yield* forEachInSteps(holdings, (holding) => holdingOf.set(holding.principal.id, holding));
  const fallback = defaultPool(product);
  const lines: AppLine[] = [];
  yield* forEachInSteps(principals, (principal) => {
    const { seats: all = [], isIncomplete = false } = holdingOf.get(principal.id) ?? {};
    const seats = all.filter((seat) => seat.product === product.key);
    const add = directPools(seats, product.key, fallback).map((pool) => ({
      ...pool,
      disabledPlanIds: switched(directSeat(seats, pool)?.disabledPlanIds ?? [], switches),
    }));
    lines.push({
      principal,
      disabledPlanIds: add[0]?.disabledPlanIds ?? [],
      item: predictItem('replace-plans', principal, { add, remove: [] }, { seats, isIncomplete }),
    });
  });
  return lines;
}

function switched(offNow: readonly string[], switches: AppSwitches): readonly string[] {
  const turnedOff = [...switches].flatMap(([planId, to]) => (to === 'off' ? [planId] : []));
  return [...offNow.filter((planId) => !switches.has(planId)), ...turnedOff];
}

/** Plans the job that makes the previewed switches. */
export function* planAppSwitches(
  product: JobProductSource,
  lines: readonly AppLine[],
): Steps<LicenseJobPlan> {
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(lines, ({ item }) => items.push(item));
  return {
    operation: operationNames.changeLicenses,
    subject: { kind: 'replace-plans', products: [toJobProduct(product)] },
    items,
  };
}
