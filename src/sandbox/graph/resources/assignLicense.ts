import { graphTime } from '../../tenant/daysFrom';
import type { GroupLicense, GroupRow, UserRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { mayDo } from '../roleRules';
import { accessDenied, badRequest } from '../graphRefusal';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { changeUserLicenses } from './changeUserLicenses';
import { groupEntity, groupOf } from './groups';
import { groupType } from './groupType';
import type { LicenseRequest } from './licenseRequest';
import { readLicenseRequest } from './licenseRequest';
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
export function saveUserLicenses(call: Call, user: UserRow, readRequest: () => LicenseRequest): UserRow {
  if (!mayDo(call.caller, 'assign-to-user', user)) throw accessDenied();
  const changed = changeUserLicenses(user, readRequest(), call.tenant, graphTime(call.clock.now()));
  call.tenant.save({ users: [changed] });
  return changed;
}

/** Changes a group's licenses, and queues it so that its members follow. Throws as {@link saveUserLicenses}. */
export function saveGroupLicenses(call: Call, group: GroupRow, readRequest: () => LicenseRequest): GroupRow {
  if (!mayDo(call.caller, group.isAssignableToRole ? 'assign-to-role-assignable-group' : 'assign-to-group'))
    throw accessDenied();
  const changed: GroupRow = {
    ...group,
    licenses: changeGroupLicenses(group, readRequest()),
    processing: 'QueuedForProcessing',
    nextStepAt: call.clock.now() + call.groupProcessingDelayInMs,
  };
  call.tenant.save({ groups: [changed] });
  return changed;
}

/** Graph, user assignLicense: at once, answered by 200 and the person. */
function assignToUser(call: Call): Answer {
  const changed = saveUserLicenses(call, userOf(call), () => readLicenseRequest(call.body, call.tenant));
  return ok(userEntity(call, changed, changedUserNames));
}

/** Graph, group assignLicense: accepted with 202; the members follow while the group is processed. */
function assignToGroup(call: Call): Answer {
  const group = groupOf(call);
  const changed = saveGroupLicenses(call, group, () => readLicenseRequest(call.body, call.tenant));
  const { tenant } = call;
  return {
    status: 202,
    headers: {
      Location: `${new URL(call.root).origin}/v2/${tenant.id}/directoryObjects/${group.id}/Microsoft.DirectoryServices.Group`,
    },
    json: groupEntity(call, changed, [...groupType.defaults, 'assignedLicenses']),
  };
}

/** Inferred: the sentences for a group that cannot carry licenses and for a SKU that it does not have. */
function changeGroupLicenses(group: GroupRow, request: LicenseRequest): readonly GroupLicense[] {
  if (!group.securityEnabled)
    throw badRequest(`Licenses cannot be assigned to group ${group.id} because it is not a security group.`);
  if (request.remove.some((skuId) => !group.licenses.some((license) => license.skuId === skuId)))
    throw badRequest('Group does not have a corresponding license.');
  const kept = group.licenses.filter(
    ({ skuId }) => !request.remove.includes(skuId) && !request.add.some((license) => license.skuId === skuId),
  );
  return [...kept, ...request.add];
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
