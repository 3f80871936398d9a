import type { GroupRow, UserRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { mayDo } from '../roleRules';
import { accessDenied } from '../graphRefusal';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { groupEntity, groupOf } from './groups';
import { groupType } from './groupType';
import { readLicenseRequest } from './licenseRequest';
import { notePools, roomFor } from './poolsOfRequest';
import { saveGroupInDirectory, saveUserInDirectory } from './saveLicenses';
import { userEntity, userOf } from './users';
import { userType } from './userType';

/** Properties in the answer to a change of a user. Inferred: that the license properties are among them. */
export const changedUserNames = [
  ...userType.defaults,
  'accountEnabled',
  'assignedLicenses',
  'assignedPlans',
  'usageLocation',
  'userType',
];

/** Changes a user's licenses immediately. Throws GraphRefusal for refused changes, also for a missing role. */
function saveUserLicenses(call: Call, user: UserRow): UserRow {
  if (!mayDo(call.caller, 'assign-to-user', user)) throw accessDenied();
  const request = readLicenseRequest(call.body, call.tenant);
  const direct = user.licenses.filter(({ groupId }) => groupId === null);
  const rooms = roomFor(call, request);
  const changed = saveUserInDirectory(call, user, request);
  notePools(call, { ownerKind: 'user', ownerId: user.id }, request, skuIdsOf(direct), rooms);
  return changed;
}

/** Changes a group's licenses, and queues it so that its members follow. Throws as {@link saveUserLicenses}. */
function saveGroupLicenses(call: Call, group: GroupRow): GroupRow {
  if (!mayDo(call.caller, group.isAssignableToRole ? 'assign-to-role-assignable-group' : 'assign-to-group'))
    throw accessDenied();
  const request = readLicenseRequest(call.body, call.tenant);
  const rooms = roomFor(call, request);
  const changed = saveGroupInDirectory(call, group, request);
  notePools(call, { ownerKind: 'group', ownerId: group.id }, request, skuIdsOf(group.licenses), rooms);
  return changed;
}

function skuIdsOf(licenses: readonly { readonly skuId: string }[]): ReadonlySet<string> {
  return new Set(licenses.map(({ skuId }) => skuId));
}

/** Graph, user assignLicense: at once, answered by 200 and the person. */
function assignToUser(call: Call): Answer {
  const changed = saveUserLicenses(call, userOf(call));
  return ok(userEntity(call, changed, changedUserNames));
}

/** Graph, group assignLicense: accepted with 202; the members follow while the group is processed. */
function assignToGroup(call: Call): Answer {
  const group = groupOf(call);
  const changed = saveGroupLicenses(call, group);
  const { tenant } = call;
  return {
    status: 202,
    headers: {
      Location: `${new URL(call.root).origin}/v2/${tenant.id}/directoryObjects/${group.id}/Microsoft.DirectoryServices.Group`,
    },
    json: groupEntity(call, changed, [...groupType.defaults, 'assignedLicenses']),
  };
}

/** Graph: assignLicense of user and group. */
export const assignLicenseRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/users/{user}/assignLicense',
    scopes: scopeRules.assignToUser,
    cost: 1,
    writesUser: true,
    handle: assignToUser,
  },
  {
    method: 'POST',
    path: '/groups/{group}/assignLicense',
    scopes: scopeRules.assignToGroup,
    cost: 1,
    handle: assignToGroup,
  },
];
