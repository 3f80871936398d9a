import type { Call } from '../call';
import type { RowList } from '../odata/rowList';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import type { DirectoryObject } from './directoryObjects';
import { castAnswer, mixedCountAnswer, mixedListAnswer } from './directoryObjects';
import { groupOf } from './groups';
import { membersWithLicenseErrors } from './groupType';
import { membersOf } from './memberList';

function routesOf(segment: 'members' | 'transitiveMembers', cost: number): Route[] {
  const base = { method: 'GET', scopes: scopeRules.readMembers, cost } as const;
  const path = `/groups/{group}/${segment}`;
  const members = (call: Call): RowList<DirectoryObject> =>
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
        membersWithLicenseErrors(groupOf(call), call.tenant).map((row) => ({ kind: 'user', row })),
      ),
  },
];
