import { cloudAssignmentKey } from '../../tenant/cloudRows';
import { graphTime } from '../../tenant/daysFrom';
import type { PoolOwner } from '../../tenant/skuPools';
import { poolsOfSku, poolWithRoom, storedPlacements } from '../../tenant/skuPools';
import type { Call } from '../call';
import type { LicenseRequest } from './licenseRequest';

/**
 * Notes from which pools the licenses of a request come, once it is done (design of cloud licensing: `assignLicense` gives a
 * new license from a pool with free seats, changes the plans of every assignment that there is, and takes all of them away).
 * @param heldBefore SKUs that the owner had itself before the request.
 * @param roomBefore Pool with a free seat before the request, by SKU.
 */
export function notePools(
  { tenant, clock }: Call,
  owner: PoolOwner,
  { add, remove }: LicenseRequest,
  heldBefore: ReadonlySet<string>,
  roomBefore: ReadonlyMap<string, string>,
): void {
  for (const skuId of remove)
    for (const { id } of storedPlacements(tenant, owner, skuId)) tenant.cloudAssignments.remove(id);
  for (const { skuId, disabledPlans } of add) {
    if (poolsOfSku(tenant, skuId).length < 2) continue;
    const stored = storedPlacements(tenant, owner, skuId);
    if (heldBefore.has(skuId)) {
      for (const row of stored) tenant.cloudAssignments.put({ ...row, disabledPlanIds: disabledPlans });
      continue;
    }
    for (const { id } of stored) tenant.cloudAssignments.remove(id);
    const poolKey = roomBefore.get(skuId);
    if (poolKey === undefined) continue;
    const id = cloudAssignmentKey(owner, poolKey);
    const at = graphTime(clock.now());
    tenant.cloudAssignments.put({ id, poolKey, ...owner, disabledPlanIds: disabledPlans, at });
  }
}

/** Returns the pool that each SKU of a request would come from now. */
export function roomFor({ tenant }: Call, { add }: LicenseRequest): ReadonlyMap<string, string> {
  return new Map(
    add.flatMap(({ skuId }): [string, string][] => {
      const key = poolsOfSku(tenant, skuId).length < 2 ? undefined : poolWithRoom(tenant, skuId);
      return key === undefined ? [] : [[skuId, key]];
    }),
  );
}
