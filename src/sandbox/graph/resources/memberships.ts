import type { Call } from '../call';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import type { DirectoryObject } from './directoryObjects';
import { castAnswer, mixedCountAnswer, mixedListAnswer } from './directoryObjects';
import { groupOf } from './groups';
import { membershipsOf } from './membershipList';
import { userOf } from './users';

function routesOf(
  owner: Pick<Route, 'path' | 'scopes' | 'isForGuests'> & { readonly idOf: (call: Call) => string },
  segment: 'memberOf' | 'transitiveMemberOf',
): Route[] {
  const { idOf, ...rest } = owner;
  const base = { ...rest, method: 'GET', cost: 2 } as const;
  const path = `${owner.path}/${segment}`;
  const held = (call: Call): DirectoryObject[] => {
    const { user, roleTemplateIds } = call.caller;
    const isOwn = idOf(call) === user.id;
    return membershipsOf(idOf(call), call.tenant, segment === 'transitiveMemberOf').filter(
      // Roles of the caller may have ended.
      ({ kind, row }) => !isOwn || kind !== 'role' || roleTemplateIds.has(row.roleTemplateId),
    );
  };
  const cast = (call: Call): string => call.parameters['cast'] ?? '';
  return [
    { ...base, path, handle: (call) => mixedListAnswer(call, held(call)) },
    { ...base, path: `${path}/$count`, handle: (call) => mixedCountAnswer(call, held(call)) },
    { ...base, path: `${path}/{cast}`, handle: (call) => castAnswer(call, held(call), cast(call)) },
    {
      ...base,
      path: `${path}/{cast}/$count`,
      handle: (call) => castAnswer(call, held(call), cast(call), true),
    },
  ];
}

const ofUser = {
  path: '/users/{user}',
  scopes: scopeRules.readMemberships,
  isForGuests: true,
  idOf: (call: Call) => userOf(call).id,
};
const ofGroup = {
  path: '/groups/{group}',
  scopes: scopeRules.readMembers,
  idOf: (call: Call) => groupOf(call).id,
};

/** Graph: list a user's and a group's direct and transitive memberships. */
export const membershipRoutes: readonly Route[] = [
  ...routesOf(ofUser, 'memberOf'),
  ...routesOf(ofUser, 'transitiveMemberOf'),
  ...routesOf(ofGroup, 'memberOf'),
  ...routesOf(ofGroup, 'transitiveMemberOf'),
];
