import type { CloudAssignmentRow } from '../../../tenant/cloudRows';
import { cloudAssignmentKey } from '../../../tenant/cloudRows';
import { graphTime } from '../../../tenant/daysFrom';
import type { PoolOwner } from '../../../tenant/skuPools';
import { holdersOfPool, poolsOfSku, unitsOfPool } from '../../../tenant/skuPools';
import type { Call } from '../../call';
import { mayDo } from '../../roleRules';
import { saveGroupInDirectory, saveUserInDirectory } from '../saveLicenses';
import type { Allotment } from './allotments';
import { allotmentOfPool } from './allotments';
import type { CloudAssignment } from './assignments';
import { assignmentAt, assignmentsOfOwner } from './assignments';
import {
  assignedAlready,
  inCloudWords,
  invalidAssigneeType,
  missingPermission,
  noAvailableLicenses,
  noPermissionToAssign,
  strangePlan,
} from './cloudRefusals';
import { settleCloudSeats } from './cloudSeats';

/**
 * Gives a license of an allotment to an object. What the directory knows is given by the directory's own rules, whichever
 * way the request came (Graph beta: creating an assignment calls `assignLicense`). Throws GraphRefusal.
 */
export function createAssignment(
  call: Call,
  allotment: Allotment,
  owner: PoolOwner,
  disabledPlanIds: readonly string[],
): CloudAssignment {
  checkMayAssign(call, allotment, owner);
  if (!allotment.assignableTo.split(',').includes(owner.ownerKind)) throw invalidAssigneeType();
  const known = assignmentAt(call, owner, allotment.key);
  if (known && call.directory.settings.repeatedAssignments === 'refused') throw assignedAlready();
  checkPlans(allotment, disabledPlanIds);
  // Members of groups may be too many, and then wait; one alone is refused.
  if (owner.ownerKind !== 'group' && !hasSeat(call, allotment, owner) && freeIn(call, allotment) <= 0)
    throw noAvailableLicenses();
  return write(call, allotment, owner, disabledPlanIds);
}

/** Switches plans of an assignment on and off. Throws GraphRefusal. */
export function updateAssignment(
  call: Call,
  known: CloudAssignment,
  disabledPlanIds: readonly string[],
): CloudAssignment {
  const allotment = allotmentOfPool(call, known.poolKey);
  if (!allotment) throw missingPermission();
  checkMayAssign(call, allotment, known);
  checkPlans(allotment, disabledPlanIds);
  return write(call, allotment, known, disabledPlanIds);
}

/** Takes an assignment away. Throws GraphRefusal. */
export function deleteAssignment(call: Call, known: CloudAssignment): void {
  const allotment = allotmentOfPool(call, known.poolKey);
  if (!allotment) throw missingPermission();
  checkMayAssign(call, allotment, known);
  const { directorySkuId: skuId } = allotment;
  if (skuId !== undefined) {
    const others = ofSku(call, known, skuId).filter(({ poolKey }) => poolKey !== known.poolKey);
    changeInDirectory(
      call,
      known,
      others.length > 0
        ? { add: [{ skuId, disabledPlans: commonPlans(others) }], remove: [] }
        : { add: [], remove: [skuId] },
    );
    keepPlacements(call, known, skuId, others);
    return;
  }
  call.tenant.cloudAssignments.remove(cloudAssignmentKey(known, known.poolKey));
  settleCloudSeats(call.tenant, call.clock.now());
}

function write(
  call: Call,
  allotment: Allotment,
  { ownerKind, ownerId }: PoolOwner,
  disabledPlanIds: readonly string[],
): CloudAssignment {
  const { directorySkuId: skuId, key: poolKey } = allotment;
  const made: CloudAssignment = { ownerKind, ownerId, poolKey, disabledPlanIds };
  if (skuId !== undefined) {
    const others = ofSku(call, made, skuId).filter((other) => other.poolKey !== poolKey);
    const all = [...others, made];
    changeInDirectory(call, made, { add: [{ skuId, disabledPlans: commonPlans(all) }], remove: [] });
    keepPlacements(call, made, skuId, all);
    return made;
  }
  const id = cloudAssignmentKey(made, poolKey);
  const at = call.tenant.cloudAssignments.get(id)?.at ?? graphTime(call.clock.now());
  const row: CloudAssignmentRow = { id, ...made, at };
  call.tenant.cloudAssignments.put(row);
  settleCloudSeats(call.tenant, call.clock.now());
  return made;
}

/** Plans that every one of the assignments switches off: a plan is on where any of them has it. */
function commonPlans([first, ...others]: readonly CloudAssignment[]): readonly string[] {
  return (first?.disabledPlanIds ?? []).filter((id) =>
    others.every(({ disabledPlanIds }) => disabledPlanIds.includes(id)),
  );
}

/**
 * Notes the pools that an owner's license comes from, where there is more than one that it could come from. `owner` names the
 * pool that was changed; of the others only what is new is written.
 */
function keepPlacements(
  { tenant, clock }: Call,
  owner: PoolOwner & { readonly poolKey: string },
  skuId: string,
  rows: readonly CloudAssignment[],
): void {
  const pools = poolsOfSku(tenant, skuId);
  if (pools.length < 2) return;
  for (const { key } of pools) {
    const id = cloudAssignmentKey(owner, key);
    const row = rows.find(({ poolKey }) => poolKey === key);
    const known = tenant.cloudAssignments.get(id);
    const isNew = known?.disabledPlanIds.join() !== row?.disabledPlanIds.join();
    if (row && (isNew || !known || key === owner.poolKey))
      tenant.cloudAssignments.put({ ...row, id, at: known?.at ?? graphTime(clock.now()) });
    if (!row && known) tenant.cloudAssignments.remove(id);
  }
}

function ofSku(call: Call, owner: PoolOwner, skuId: string): CloudAssignment[] {
  const keys = poolsOfSku(call.tenant, skuId).map(({ key }) => key);
  return assignmentsOfOwner(call, owner).filter(({ poolKey }) => keys.includes(poolKey));
}

function changeInDirectory(
  call: Call,
  { ownerKind, ownerId }: PoolOwner,
  request: Parameters<typeof saveUserInDirectory>[2],
): void {
  inCloudWords(() => {
    const user = ownerKind === 'user' ? call.tenant.user(ownerId) : undefined;
    const group = ownerKind === 'group' ? call.tenant.group(ownerId) : undefined;
    if (user) saveUserInDirectory(call, user, request);
    if (group) saveGroupInDirectory(call, group, request);
  });
}

function checkPlans({ plans }: Allotment, ids: readonly string[]): void {
  const place = ids.findIndex((id) => !plans.some((plan) => plan.id === id));
  if (place >= 0) throw strangePlan(place);
}

function hasSeat(call: Call, { key, directorySkuId }: Allotment, { ownerId }: PoolOwner): boolean {
  if (directorySkuId !== undefined) return holdersOfPool(call.tenant, directorySkuId, key).has(ownerId);
  return call.tenant.cloudSeats.get(key)?.holderIds.includes(ownerId) ?? false;
}

function freeIn({ tenant }: Call, { key, units, directorySkuId }: Allotment): number {
  if (directorySkuId === undefined) return units - (tenant.cloudSeats.get(key)?.holderIds.length ?? 0);
  if (poolsOfSku(tenant, directorySkuId).length < 2) return tenant.freeSeats(directorySkuId);
  return unitsOfPool(tenant, directorySkuId, key) - holdersOfPool(tenant, directorySkuId, key).size;
}

/**
 * Design: what one person bought for a department belongs to that person, who may give it to people. Inferred: that no
 * other person may, whatever the role; that the roles for the rest are those of licensing.
 */
function checkMayAssign({ caller, tenant }: Call, allotment: Allotment, owner: PoolOwner): void {
  if (allotment.managementScope === 'individual') {
    if (allotment.ownerId !== caller.user.id) throw missingPermission();
    if (owner.ownerKind !== 'user') throw noPermissionToAssign();
    return;
  }
  const group = owner.ownerKind === 'group' ? tenant.group(owner.ownerId) : undefined;
  const isAllowed =
    owner.ownerKind === 'group'
      ? mayDo(caller, group?.isAssignableToRole ? 'assign-to-role-assignable-group' : 'assign-to-group')
      : mayDo(caller, 'assign-to-user', tenant.user(owner.ownerId));
  if (isAllowed) return;
  const hasSomeRole =
    mayDo(caller, 'assign-to-user') ||
    mayDo(caller, 'assign-to-group') ||
    (caller.unlistedRole !== undefined && caller.unlistedRole.kind !== 'eligible');
  throw hasSomeRole ? noPermissionToAssign() : missingPermission();
}
