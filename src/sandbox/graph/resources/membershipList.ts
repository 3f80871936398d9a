import type { Tenant } from '../../tenant/tenant';
import type { GroupRow } from '../../tenant/rows';
import type { DirectoryObject } from './directoryObjects';

/**
 * Roles, groups and administrative units that hold the person or group, directly or, when `isTransitive`, through other groups.
 * Inferred: a role over a unit is none of them, while a unit is (Graph: list memberOf).
 */
export function membershipsOf(memberId: string, tenant: Tenant, isTransitive: boolean): DirectoryObject[] {
  const groups = isTransitive ? groupsAbove(memberId, tenant) : tenant.groupsOf(memberId);
  const roles = tenant.roles.filter(({ memberIds }) => memberIds.includes(memberId));
  const member = tenant.user(memberId);
  const units = member ? tenant.units.filter(({ department }) => department === member.department) : [];
  return [
    ...roles.map((row) => ({ kind: 'role', row }) as const),
    ...groups.map((row) => ({ kind: 'group', row }) as const),
    ...units.map((row) => ({ kind: 'unit', row }) as const),
  ];
}

function groupsAbove(memberId: string, tenant: Tenant): GroupRow[] {
  const found = new Map<string, GroupRow>();
  const climb = (id: string): void => {
    for (const group of tenant.groupsOf(id)) {
      if (found.has(group.id)) continue;
      found.set(group.id, group);
      climb(group.id);
    }
  };
  climb(memberId);
  return [...found.values()];
}
