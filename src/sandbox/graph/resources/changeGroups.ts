import { graphTime } from '../../tenant/daysFrom';
import type { GroupRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { hasScope } from '../caller';
import { accessDenied, badRequest } from '../graphRefusal';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { words } from '../words';
import { withAdded } from './changeMembers';
import { groupEntity, groupOf } from './groups';
import { groupType } from './groupType';
import { checkManager, readLinks, refuseSynced } from './memberReferences';
import { readNewGroup } from './newGroup';

/** Graph, create group: 201 and the group, with up to 20 members. */
function createGroup(call: Call): Answer {
  const { 'members@odata.bind': links, ...properties } = asRecord(call.body);
  const isRoleAssignable = properties['isAssignableToRole'] === true;
  checkManager(call, isRoleAssignable);
  if (isRoleAssignable && !hasScope(call.caller, ['RoleManagement.ReadWrite.Directory']))
    throw accessDenied();
  const made = readNewGroup(properties, call);
  const group = links === undefined ? made : withAdded(call, made, readLinks(links));
  call.tenant.save({ groups: [group] });
  return {
    status: 201,
    headers: { Location: `${call.root}/groups/${group.id}` },
    json: groupEntity(call, group, groupType.defaults),
  };
}

/** Graph, update group: members by link, at most 20 and all or none; name and description besides. */
function updateGroup(call: Call): Answer {
  const group = groupOf(call);
  const { 'members@odata.bind': links, displayName, description, ...others } = asRecord(call.body);
  const [unserved] = Object.keys(others);
  if (unserved !== undefined) {
    call.log(words.notServed(`PATCH ${call.path} with '${unserved}'`));
    throw badRequest(`The sandbox does not serve changes of property '${unserved}'.`);
  }
  checkManager(call, group.isAssignableToRole === true);
  const named = rename(call, group, { displayName, description });
  call.tenant.save({ groups: [links === undefined ? named : withAdded(call, named, readLinks(links))] });
  return { status: 204 };
}

function rename(
  call: Call,
  group: GroupRow,
  { displayName = group.displayName, description = group.description }: Readonly<Record<string, unknown>>,
): GroupRow {
  if (displayName === group.displayName && description === group.description) return group;
  refuseSynced(group);
  if (!hasScope(call.caller, scopeRules.createGroup.any)) throw accessDenied();
  if (typeof displayName !== 'string' || displayName === '')
    throw badRequest("Invalid value specified for property 'displayName' of resource 'Group'.");
  if (typeof description !== 'string' && description !== null)
    throw badRequest("Invalid value specified for property 'description' of resource 'Group'.");
  return { ...group, displayName, description };
}

/** Entra, group-based licensing: a group that gives licenses cannot be deleted. Inferred: the sentence. */
function deleteGroup(call: Call): Answer {
  const group = groupOf(call);
  checkManager(call, group.isAssignableToRole === true);
  refuseSynced(group);
  if (group.licenses.length > 0)
    throw badRequest('The group cannot be deleted because licenses are assigned to it.');
  call.tenant.save({ groups: [{ ...group, deletedDateTime: graphTime(call.clock.now()) }] });
  return { status: 204 };
}

function asRecord(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/** Graph: create, update and delete group. */
export const groupChangeRoutes: readonly Route[] = [
  { method: 'POST', path: '/groups', scopes: scopeRules.createGroup, cost: 1, handle: createGroup },
  {
    method: 'PATCH',
    path: '/groups/{group}',
    scopes: scopeRules.changeMembers,
    cost: 1,
    handle: updateGroup,
  },
  {
    method: 'DELETE',
    path: '/groups/{group}',
    scopes: scopeRules.createGroup,
    cost: 1,
    handle: deleteGroup,
  },
];
