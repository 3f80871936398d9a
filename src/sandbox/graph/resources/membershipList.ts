import type { Tenant } from '../../tenant/tenant';
import type { GroupRow } from '../../tenant/rows';
import type { DirectoryObject } from './directoryObjects';

/** Roles and groups that hold the person or group, directly or, when `isTransitive`, through other groups. */
export function membershipsOf(memberId: string, tenant: Tenant, isTransitive: boolean): DirectoryObject[] {
  const groups = isTransitive ? groupsAbove(memberId, tenant) : tenant.groupsOf(memberId);
  const roles = tenant.roles.filter(({ memberIds }) => memberIds.includes(memberId));
  return [
    ...roles.map((row) => ({ kind: 'role', row }) as const),
    ...groups.map((row) => ({ kind: 'group', row }) as const),
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
