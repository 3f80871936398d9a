import { isGuid } from '../../../base/ids';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { badRequest } from '../graphRefusal';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { groupOf } from './groups';
import { membershipsOf } from './membershipList';
import { userOf } from './users';

const maxIds = 20;

const asRecord = (body: unknown): Readonly<Record<string, unknown>> =>
  (body ?? {}) as Readonly<Record<string, unknown>>;

/** Inferred: the sentence is that of getByIds. */
function missing(operation: string, parameter: string): Error {
  return badRequest(
    `One or more parameters of the operation '${operation}' are missing from the request payload. The missing parameters are: ${parameter}.`,
  );
}

function idsAnswer(call: Call, value: readonly string[]): Answer {
  return ok({ '@odata.context': `${call.root}/$metadata#Collection(Edm.String)`, value });
}

/** Graph, checkMemberGroups: those of up to twenty groups that hold it, directly or through others. */
function checkMemberGroups(call: Call, id: string): Answer {
  const { groupIds } = asRecord(call.body);
  if (!Array.isArray(groupIds)) throw missing('checkMemberGroups', 'groupIds');
  if (groupIds.length > maxIds) throw badRequest(`At most ${maxIds} groups can be checked in one request.`);
  if (!groupIds.every((groupId) => typeof groupId === 'string' && isGuid(groupId)))
    throw badRequest('Invalid object identifier.');
  const asked = new Set(groupIds.map((groupId) => String(groupId).toLowerCase()));
  const held = membershipsOf(id, call.tenant, true);
  return idsAnswer(
    call,
    held.flatMap(({ kind, row }) => (kind === 'group' && asked.has(row.id) ? [row.id] : [])),
  );
}

/** Graph, getMemberGroups: all groups, and directory roles, or of a person only the security groups. */
function getMemberGroups(call: Call, id: string, isOfUser: boolean): Answer {
  const { securityEnabledOnly } = asRecord(call.body);
  if (typeof securityEnabledOnly !== 'boolean') throw missing('getMemberGroups', 'securityEnabledOnly');
  if (securityEnabledOnly && !isOfUser)
    throw badRequest('The parameter securityEnabledOnly can be true only for a user.');
  const held = membershipsOf(id, call.tenant, true).filter(
    (object) => !securityEnabledOnly || (object.kind === 'group' && object.row.securityEnabled),
  );
  return idsAnswer(
    call,
    held.map(({ row }) => row.id),
  );
}

const base = { method: 'POST', isRead: true } as const;
const ofUser = { ...base, scopes: scopeRules.readMemberships, isForGuests: true } as const;
const ofGroup = { ...base, scopes: scopeRules.readMembers } as const;

/** Graph: directoryObject checkMemberGroups and getMemberGroups, of people and groups. */
export const memberCheckRoutes: readonly Route[] = [
  {
    ...ofUser,
    path: '/users/{user}/checkMemberGroups',
    cost: 4,
    handle: (call) => checkMemberGroups(call, userOf(call).id),
  },
  {
    ...ofUser,
    path: '/users/{user}/getMemberGroups',
    cost: 2,
    handle: (call) => getMemberGroups(call, userOf(call).id, true),
  },
  {
    ...ofGroup,
    path: '/groups/{group}/checkMemberGroups',
    cost: 4,
    handle: (call) => checkMemberGroups(call, groupOf(call).id),
  },
  {
    ...ofGroup,
    path: '/groups/{group}/getMemberGroups',
    cost: 2,
    handle: (call) => getMemberGroups(call, groupOf(call).id, false),
  },
];
