import type { Tenant } from '../../../tenant/tenant';
import type { PrincipalKey } from './principalKey';
import { readPrincipalKey } from './principalKey';

/** One product given to a person or a group, however it came about (Graph beta: assignment). */
export interface CloudAssignment extends PrincipalKey {
  readonly disabledPlanIds: readonly string[];
}

/** Every assignment of the tenant: what the directory knows, seen through this API, and what only this API knows. */
export function assignmentsOf(tenant: Tenant): CloudAssignment[] {
  return [
    ...tenant.groups.flatMap(({ id }) => assignmentsOfGroup(tenant, id)),
    ...tenant.users.flatMap(({ id }) => directoryAssignmentsOfUser(tenant, id)),
    ...tenant.cloudAssignments.all().filter(({ ownerKind }) => ownerKind === 'user'),
  ];
}

/** Returns the direct assignments of a user. */
export function assignmentsOfUser(tenant: Tenant, userId: string): CloudAssignment[] {
  return [
    ...directoryAssignmentsOfUser(tenant, userId),
    ...tenant.cloudAssignments
      .all()
      .filter(({ ownerKind, ownerId }) => ownerKind === 'user' && ownerId === userId),
  ];
}

/** Returns the assignments of a group. */
export function assignmentsOfGroup(tenant: Tenant, groupId: string): CloudAssignment[] {
  const licenses = tenant.group(groupId)?.licenses ?? [];
  return [
    ...licenses.map(({ skuId, disabledPlans: disabledPlanIds }): CloudAssignment => ({
      ownerKind: 'group',
      ownerId: groupId,
      skuId,
      disabledPlanIds,
    })),
    ...tenant.cloudAssignments
      .all()
      .filter(({ ownerKind, ownerId }) => ownerKind === 'group' && ownerId === groupId),
  ];
}

/** The assignment of an id; undefined when there is none. */
export function findAssignment(tenant: Tenant, id: string): CloudAssignment | undefined {
  const key = readPrincipalKey(id);
  if (!key) return undefined;
  const all = key.ownerKind === 'user' ? assignmentsOfUser : assignmentsOfGroup;
  return all(tenant, key.ownerId).find(({ skuId }) => skuId === key.skuId);
}

function directoryAssignmentsOfUser(tenant: Tenant, userId: string): CloudAssignment[] {
  const direct = (tenant.user(userId)?.licenses ?? []).filter(({ groupId }) => groupId === null);
  return direct.map(({ skuId, disabledPlans: disabledPlanIds }) => ({
    ownerKind: 'user',
    ownerId: userId,
    skuId,
    disabledPlanIds,
  }));
}
