import type { AssigneeKind } from '../../../tenant/cloudRows';
import { cloudAssignmentKey } from '../../../tenant/cloudRows';
import type { PoolOwner } from '../../../tenant/skuPools';
import { poolsOfSku, storedPlacements } from '../../../tenant/skuPools';
import type { Tenant } from '../../../tenant/tenant';
import { isGuid } from '../../../../base/ids';
import type { Allotment, CloudView } from './allotments';
import { allotmentOfPool, allotmentsOf } from './allotments';
import { openId, sealId } from './opaqueId';

/** One pool's license given to an object, however it came about (Graph beta: assignment). */
export interface CloudAssignment extends PoolOwner {
  readonly poolKey: string;
  readonly disabledPlanIds: readonly string[];
}

/** Every assignment of the tenant: what the directory knows, seen through this API, and what only this API knows. */
export function assignmentsOf(view: CloudView): CloudAssignment[] {
  return allotmentsOf(view).flatMap((allotment) => assignmentsOfAllotment(view, allotment));
}

/** Returns the assignments of one allotment. */
export function assignmentsOfAllotment({ tenant }: CloudView, allotment: Allotment): CloudAssignment[] {
  const { key, directorySkuId } = allotment;
  if (directorySkuId === undefined)
    return tenant.cloudAssignments.all().filter(({ poolKey }) => poolKey === key);
  const ofGroups = tenant.groups
    .filter(({ licenses, deletedDateTime }) => licenses.length > 0 && deletedDateTime === undefined)
    .flatMap(({ id }) => placementsOf(tenant, { ownerKind: 'group', ownerId: id }, directorySkuId));
  const ofUsers: CloudAssignment[] = [];
  const hasOnePool = poolsOfSku(tenant, directorySkuId).length < 2;
  for (const place of tenant.holderPlaces(directorySkuId)) {
    const { id: ownerId, licenses } = tenant.users[place] ?? { id: '', licenses: [] };
    const direct = licenses.find(({ skuId, groupId }) => skuId === directorySkuId && groupId === null);
    if (!direct) continue;
    const owner = { ownerKind: 'user', ownerId } as const;
    // A page of a hundred thousand holders is asked for a thousand times.
    if (hasOnePool) ofUsers.push({ ...owner, poolKey: key, disabledPlanIds: direct.disabledPlans });
    else ofUsers.push(...placementsOf(tenant, owner, directorySkuId));
  }
  return [...ofGroups, ...ofUsers].filter(({ poolKey }) => poolKey === key);
}

/** Returns the assignments of one object, not those that a person has through groups. */
export function assignmentsOfOwner(view: CloudView, owner: PoolOwner): CloudAssignment[] {
  const { tenant } = view;
  const inDirectory = [...new Set(sourcesOf(tenant, owner).map(({ skuId }) => skuId))]
    .filter((skuId) => tenant.sku(skuId)?.appliesTo === 'User')
    .flatMap((skuId) => placementsOf(tenant, owner, skuId));
  const inCloud = allotmentsOf(view)
    .filter(({ directorySkuId }) => directorySkuId === undefined)
    .flatMap(({ key }) => tenant.cloudAssignments.get(cloudAssignmentKey(owner, key)) ?? []);
  return [...inDirectory, ...inCloud];
}

/** Returns the assignments by which an object has a product: its own and, of a person, those of groups. */
export function assignmentsBehind(view: CloudView, owner: PoolOwner, productKey: string): CloudAssignment[] {
  const { tenant } = view;
  const groups = owner.ownerKind === 'user' ? tenant.groupsOf(owner.ownerId) : [];
  const owners: PoolOwner[] = [
    owner,
    ...groups.map(({ id }) => ({ ownerKind: 'group', ownerId: id }) as const),
  ];
  return owners
    .flatMap((each) => assignmentsOfOwner(view, each))
    .filter(({ poolKey }) => allotmentOfPool(view, poolKey)?.productKey === productKey);
}

/** The assignment of an id; undefined when there is none. */
export function findAssignment(view: CloudView, id: string): CloudAssignment | undefined {
  const meaning = openId(id);
  if (meaning?.kind !== 'assignment') return undefined;
  return assignmentsOfOwner(view, meaning).find(({ poolKey }) => meaning.isKey(poolKey));
}

/** The assignment of one pool to one object; undefined when there is none. */
export function assignmentAt(
  view: CloudView,
  owner: PoolOwner,
  poolKey: string,
): CloudAssignment | undefined {
  return assignmentsOfOwner(view, owner).find((row) => row.poolKey === poolKey);
}

/** Returns the id of an assignment. */
export function idOfAssignment({
  ownerKind,
  ownerId,
  poolKey,
}: Omit<CloudAssignment, 'disabledPlanIds'>): string {
  return sealId({ kind: 'assignment', ownerKind, ownerId, key: poolKey });
}

/** Returns the kind and id of an object of the tenant; undefined when there is none. */
export function ownerOf(
  tenant: Tenant,
  deviceOf: (id: string) => { readonly id: string } | undefined,
  key: string,
): PoolOwner | undefined {
  const user = tenant.user(key);
  if (user) return { ownerKind: 'user', ownerId: user.id };
  const found = isGuid(key) ? (tenant.group(key) ?? deviceOf(key)) : undefined;
  if (!found) return undefined;
  const ownerKind: AssigneeKind = tenant.group(found.id) ? 'group' : 'device';
  return { ownerKind, ownerId: found.id };
}

/** An owner's license of a SKU, once for each pool that it comes from. */
function placementsOf(tenant: Tenant, owner: PoolOwner, skuId: string): CloudAssignment[] {
  const source = sourcesOf(tenant, owner).find((license) => license.skuId === skuId);
  if (!source) return [];
  const stored = storedPlacements(tenant, owner, skuId);
  const { ownerKind, ownerId } = owner;
  if (stored.length > 0)
    return stored.map(({ poolKey, disabledPlanIds }) => ({ ownerKind, ownerId, poolKey, disabledPlanIds }));
  const [first] = poolsOfSku(tenant, skuId);
  return first ? [{ ownerKind, ownerId, poolKey: first.key, disabledPlanIds: source.disabledPlans }] : [];
}

function sourcesOf(
  tenant: Tenant,
  { ownerKind, ownerId }: PoolOwner,
): readonly { readonly skuId: string; readonly disabledPlans: readonly string[] }[] {
  if (ownerKind === 'group') return tenant.group(ownerId)?.licenses ?? [];
  if (ownerKind === 'device') return [];
  return (tenant.user(ownerId)?.licenses ?? []).filter(({ groupId }) => groupId === null);
}
