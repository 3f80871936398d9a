import { enabledPlanIds } from '../../../tenant/planRules';
import type { SeededPlan } from '../../../tenant/product';
import type { PoolOwner } from '../../../tenant/skuPools';
import type { Tenant } from '../../../tenant/tenant';
import type { Allotment, CloudView } from './allotments';
import { allotmentsOf, isInDirectory } from './allotments';
import { assignmentsBehind } from './assignments';

/** Right of an object to use one product (Graph beta: cloudLicensing.usageRight). */
export interface UsageRight extends PoolOwner {
  readonly productKey: string;
  readonly sku?: Allotment['sku'];
  readonly assignableTo: string;
  readonly plans: readonly SeededPlan[];
}

/** Returns the usage rights of an object: every product in effect, with the plans that any assignment has on. */
export function usageRightsOf(view: CloudView, owner: PoolOwner): UsageRight[] {
  return [...directoryRights(view, owner), ...cloudRights(view, owner)];
}

/** The usage right of an object to one product; undefined when it has none. */
export function rightOf(view: CloudView, owner: PoolOwner, productKey: string): UsageRight | undefined {
  return usageRightsOf(view, owner).find((right) => right.productKey === productKey);
}

function directoryRights(view: CloudView, { ownerKind, ownerId }: PoolOwner): UsageRight[] {
  const { tenant } = view;
  const sources = sourcesInEffect(tenant, { ownerKind, ownerId });
  return [...new Set(sources.map(({ skuId }) => skuId))].flatMap((skuId) => {
    const sku = tenant.sku(skuId);
    if (!sku) return [];
    const enabled = enabledPlanIds(
      sources.filter((source) => source.skuId === skuId),
      (id) => tenant.sku(id),
    );
    const shown = isInDirectory(view, skuId) ? { skuId, partNumber: sku.partNumber } : undefined;
    const plans = sku.plans.filter(({ id }) => enabled.has(id));
    return [{ ownerKind, ownerId, productKey: skuId, sku: shown, assignableTo: 'user,group', plans }];
  });
}

function cloudRights(view: CloudView, owner: PoolOwner): UsageRight[] {
  const { tenant } = view;
  const pools = allotmentsOf(view).filter(({ directorySkuId }) => directorySkuId === undefined);
  return tenant.owned.cloudProducts.flatMap(({ key: productKey, sku, assignableTo, plans }) => {
    const held = pools.filter((pool) => pool.productKey === productKey && isHeld(tenant, pool.key, owner));
    if (held.length === 0) return [];
    const givers = assignmentsBehind(view, owner, productKey).filter(({ poolKey }) =>
      held.some(({ key }) => key === poolKey),
    );
    const isOn = ({ id }: SeededPlan): boolean =>
      givers.some(({ disabledPlanIds }) => !disabledPlanIds.includes(id));
    const { ownerKind, ownerId } = owner;
    return [{ ownerKind, ownerId, productKey, sku, assignableTo, plans: plans.filter(isOn) }];
  });
}

/** A group has what is assigned to it, everyone else what there is a seat for. */
function isHeld(tenant: Tenant, poolKey: string, { ownerKind, ownerId }: PoolOwner): boolean {
  if (ownerKind !== 'group') return tenant.cloudSeats.get(poolKey)?.holderIds.includes(ownerId) ?? false;
  return tenant.cloudAssignments.all().some((row) => row.poolKey === poolKey && row.ownerId === ownerId);
}

function sourcesInEffect(
  tenant: Tenant,
  { ownerKind, ownerId }: PoolOwner,
): readonly { readonly skuId: string; readonly disabledPlans: readonly string[] }[] {
  if (ownerKind === 'group') return tenant.group(ownerId)?.licenses ?? [];
  return (tenant.user(ownerId)?.licenses ?? []).filter(({ state }) => state === 'Active');
}
