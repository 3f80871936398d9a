import type { Tenant } from '../../tenant/tenant';
import type { GroupRow } from '../../tenant/rows';
import type { Call } from '../call';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import type { DirectoryObject } from './directoryObjects';
import { castAnswer, mixedCountAnswer, mixedListAnswer } from './directoryObjects';
import { userOf } from './users';

/** Roles and groups that hold the person, directly or, when `isTransitive`, through other groups. */
function membershipsOf(call: Call, isTransitive: boolean): DirectoryObject[] {
  const user = userOf(call);
  const groups = isTransitive ? groupsAbove(user.id, call.tenant) : call.tenant.groupsOf(user.id);
  const roles = call.tenant.roles.filter(({ memberIds }) => memberIds.includes(user.id));
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

function routesOf(segment: 'memberOf' | 'transitiveMemberOf'): Route[] {
  const isTransitive = segment === 'transitiveMemberOf';
  const base = { method: 'GET', scopes: scopeRules.readMemberships, isForGuests: true, cost: 2 } as const;
  const path = `/users/{user}/${segment}`;
  const cast = (call: Call): string => call.parameters['cast'] ?? '';
  return [
    { ...base, path, handle: (call) => mixedListAnswer(call, membershipsOf(call, isTransitive)) },
    {
      ...base,
      path: `${path}/$count`,
      handle: (call) => mixedCountAnswer(call, membershipsOf(call, isTransitive)),
    },
    {
      ...base,
      path: `${path}/{cast}`,
      handle: (call) => castAnswer(call, membershipsOf(call, isTransitive), cast(call)),
    },
    {
      ...base,
      path: `${path}/{cast}/$count`,
      handle: (call) => castAnswer(call, membershipsOf(call, isTransitive), cast(call), true),
    },
  ];
}

/** Graph: list a user's direct and transitive memberships. */
export const membershipRoutes: readonly Route[] = [
  ...routesOf('memberOf'),
  ...routesOf('transitiveMemberOf'),
];
