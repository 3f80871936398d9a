import type { Tenant } from '../../tenant/tenant';
import type { GroupRow } from '../../tenant/rows';
import type { Call } from '../call';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import type { DirectoryObject } from './directoryObjects';
import { castAnswer, mixedCountAnswer, mixedListAnswer } from './directoryObjects';
import { groupOf } from './groups';
import { membersWithLicenseErrors } from './groupType';

/** Members in the order in which they were added; a nested group stands before what it holds. */
function membersOf(group: GroupRow, tenant: Tenant, isTransitive: boolean): DirectoryObject[] {
  const found = new Map<string, DirectoryObject>();
  const collect = (from: GroupRow): void => {
    for (const id of from.memberIds) {
      if (found.has(id)) continue;
      const object = objectOf(id, tenant);
      if (!object) continue;
      found.set(id, object);
      if (isTransitive && object.kind === 'group') collect(object.row);
    }
  };
  collect(group);
  return [...found.values()];
}

function objectOf(id: string, tenant: Tenant): DirectoryObject | undefined {
  const user = tenant.user(id);
  if (user) return { kind: 'user', row: user };
  const group = tenant.group(id);
  return group && { kind: 'group', row: group };
}

function routesOf(segment: 'members' | 'transitiveMembers', cost: number): Route[] {
  const base = { method: 'GET', scopes: scopeRules.readMembers, cost } as const;
  const path = `/groups/{group}/${segment}`;
  const members = (call: Call): DirectoryObject[] =>
    membersOf(groupOf(call), call.tenant, segment === 'transitiveMembers');
  const cast = (call: Call): string => call.parameters['cast'] ?? '';
  return [
    { ...base, path, handle: (call) => mixedListAnswer(call, members(call)) },
    { ...base, path: `${path}/$count`, handle: (call) => mixedCountAnswer(call, members(call)) },
    { ...base, path: `${path}/{cast}`, handle: (call) => castAnswer(call, members(call), cast(call)) },
    {
      ...base,
      path: `${path}/{cast}/$count`,
      handle: (call) => castAnswer(call, members(call), cast(call), true),
    },
  ];
}

/** Graph: list members, list transitive members, membersWithLicenseErrors. */
export const groupMemberRoutes: readonly Route[] = [
  ...routesOf('members', 3),
  ...routesOf('transitiveMembers', 5),
  {
    method: 'GET',
    path: '/groups/{group}/membersWithLicenseErrors',
    scopes: scopeRules.readMembers,
    cost: 1,
    handle: (call) =>
      mixedListAnswer(
        call,
        membersWithLicenseErrors(groupOf(call), call.tenant).flatMap((id) => objectOf(id, call.tenant) ?? []),
      ),
  },
];
