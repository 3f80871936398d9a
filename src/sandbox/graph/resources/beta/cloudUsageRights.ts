import { cloudProducts } from '../../../tenant/cloudProducts';
import { enabledPlanIds } from '../../../tenant/planRules';
import type { SeededPlan } from '../../../tenant/product';
import type { GroupRow, UserRow } from '../../../tenant/rows';
import type { Tenant } from '../../../tenant/tenant';
import { cloudSeatsOf } from './cloudSeats';
import type { ServiceShape } from './cloudShapes';
import { servicesOf } from './cloudShapes';
import type { PrincipalKey } from './principalKey';
import { writePrincipalKey } from './principalKey';

/** Right of a user or group to use one product (Graph beta: cloudLicensing.usageRight). */
export interface UsageRight extends PrincipalKey {
  readonly partNumber: string;
  readonly plans: readonly SeededPlan[];
}

/** Returns the usage rights of a user: every product in effect, with the plans that are on. */
export function usageRightsOfUser(tenant: Tenant, user: UserRow): UsageRight[] {
  const active = user.licenses.filter(({ state }) => state === 'Active');
  const inDirectory = productRights(tenant, { ownerKind: 'user', ownerId: user.id }, active);
  const inCloud = cloudProducts
    .filter((product) => cloudSeatsOf(product, tenant).holderIds.has(user.id))
    .map(({ skuId, partNumber, plans }): UsageRight => {
      const givers = tenant.cloudAssignments
        .all()
        .filter(
          (row) =>
            row.skuId === skuId &&
            (row.ownerId === user.id || tenant.group(row.ownerId)?.memberIds.includes(user.id)),
        );
      const isOn = ({ id }: SeededPlan): boolean =>
        givers.some(({ disabledPlanIds }) => !disabledPlanIds.includes(id));
      return { ownerKind: 'user', ownerId: user.id, skuId, partNumber, plans: plans.filter(isOn) };
    });
  return [...inDirectory, ...inCloud];
}

/** Returns the usage rights that a group gives to its direct members. */
export function usageRightsOfGroup(tenant: Tenant, group: GroupRow): UsageRight[] {
  return productRights(tenant, { ownerKind: 'group', ownerId: group.id }, group.licenses);
}

/** Writes a right. */
export function usageRightShape(right: UsageRight): {
  readonly id: string;
  readonly services: readonly ServiceShape[];
  readonly skuId: string;
  readonly skuPartNumber: string;
} {
  return {
    id: writePrincipalKey(right),
    services: servicesOf(right.plans, 'user,group'),
    skuId: right.skuId,
    skuPartNumber: right.partNumber,
  };
}

function productRights(
  tenant: Tenant,
  owner: Pick<PrincipalKey, 'ownerKind' | 'ownerId'>,
  sources: readonly { readonly skuId: string; readonly disabledPlans: readonly string[] }[],
): UsageRight[] {
  return [...new Set(sources.map(({ skuId }) => skuId))].flatMap((skuId) => {
    const sku = tenant.sku(skuId);
    if (!sku) return [];
    const enabled = enabledPlanIds(
      sources.filter((source) => source.skuId === skuId),
      (id) => tenant.sku(id),
    );
    const plans = sku.plans.filter(({ id }) => enabled.has(id));
    return [{ ...owner, skuId, partNumber: sku.partNumber, plans }];
  });
}
