import type { CloudAssignmentRow, CloudSeatsRow } from '../../../tenant/cloudRows';
import { graphTime } from '../../../tenant/daysFrom';
import { PoolRoom } from '../../../tenant/poolRoom';
import { isOfMicrosoft } from '../../../tenant/ownedProducts';
import { reconcileMember } from '../../../tenant/reconcileMember';
import { tenantFacts } from '../../../tenant/tenantFacts';
import type { Tenant } from '../../../tenant/tenant';
import { unitsOf } from './allotments';

/** An object that was given a license of a pool without a free seat. */
export interface WaitingMember {
  readonly ownerId: string;
  readonly poolKey: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/**
 * Gives the seats of the pools that only cloud licensing has, after whatever happened: who holds one keeps it, who came
 * later waits, and the first in the line gets a seat that is freed (Graph beta: waitingMember). Within a pool a person
 * takes one seat however often it was given.
 */
export function settleCloudSeats(tenant: Tenant, nowInMs: number): void {
  const rows = tenant.cloudAssignments.all();
  for (const pool of tenant.owned.cloudProducts.flatMap(({ pools }) => pools)) {
    const given = rows.filter(({ poolKey }) => poolKey === pool.key);
    const before = tenant.cloudSeats.get(pool.key);
    if (given.length === 0 && !before) continue;
    const after = settle(pool.key, unitsOf(pool), given, tenant, graphTime(nowInMs));
    if (JSON.stringify(after) !== JSON.stringify(before)) tenant.cloudSeats.put(after);
  }
}

function settle(
  key: string,
  units: number,
  given: readonly CloudAssignmentRow[],
  tenant: Tenant,
  now: string,
): CloudSeatsRow {
  const before = tenant.cloudSeats.get(key);
  const entitled = new Map<string, string>();
  for (const row of given)
    for (const id of holdersBy(row, tenant)) if (!entitled.has(id)) entitled.set(id, row.at);
  const holderIds = (before?.holderIds ?? []).filter((id) => entitled.has(id));
  const kept = (before?.waiting ?? []).filter(({ ownerId }) => entitled.has(ownerId));
  const known = new Set([...holderIds, ...kept.map(({ ownerId }) => ownerId)]);
  // In a new tenant they have been waiting since it was given to them.
  const come = [...entitled].filter(([id]) => !known.has(id));
  const waiting = [...kept, ...come.map(([ownerId, at]) => ({ ownerId, since: before ? now : at }))];
  // What was seeded over the seats of a purchase that ended stays with its holders.
  const free = before ? Math.max(0, units - holderIds.length) : units === 0 ? waiting.length : units;
  const served = waiting.splice(0, free).map(({ ownerId }) => ownerId);
  return { id: key, holderIds: [...holderIds, ...served], waiting };
}

function holdersBy({ ownerKind, ownerId }: CloudAssignmentRow, tenant: Tenant): readonly string[] {
  if (ownerKind === 'device') return [ownerId];
  if (ownerKind === 'user') return tenant.user(ownerId) ? [ownerId] : [];
  return (tenant.group(ownerId)?.memberIds ?? []).filter((id) => tenant.user(id));
}

/**
 * Gives freed seats of SKUs that are in no list of the directory to those in line for them. In the directory people wait
 * until their group is processed again (Entra: group-based licensing).
 */
export function fillFromWaiting(tenant: Tenant, nowInMs: number): void {
  for (const { skuId } of tenant.skus) {
    if (isOfMicrosoft(tenant, skuId) || tenant.freeSeats(skuId) <= 0) continue;
    for (const { ownerId, groupId } of waitingIn(tenant, skuId)) {
      const [user, group] = [tenant.user(ownerId), tenant.group(groupId)];
      if (!user || !group || tenant.freeSeats(skuId) <= 0) continue;
      const room = new PoolRoom(tenant, group);
      const changed = reconcileMember(user, {
        groupId,
        licenses: group.licenses,
        sku: (id) => tenant.sku(id),
        freeSeats: (id) => room.free(id) ?? tenant.freeSeats(id),
        holdsSeat: (id) => room.holds(user.id, id),
        tenantLocation: tenantFacts.countryLetterCode,
        at: graphTime(nowInMs),
      });
      tenant.save({ users: [{ ...user, ...changed }] });
    }
  }
}

/** Returns the people who wait for a seat of a SKU of the directory, those who came first at the front. */
export function waitingIn(
  tenant: Tenant,
  skuId: string,
): { readonly ownerId: string; readonly groupId: string; readonly since: string }[] {
  return tenant.groups
    .filter(({ licenses }) => licenses.some((license) => license.skuId === skuId))
    .flatMap(({ id }) =>
      tenant
        .membersInError(id)
        .flatMap((user) =>
          user.licenses
            .filter(
              (source) =>
                source.groupId === id && source.skuId === skuId && source.error === 'CountViolation',
            )
            .map(({ at }) => ({ ownerId: user.id, groupId: id, since: at })),
        ),
    )
    .sort((left, right) => left.since.localeCompare(right.since));
}
