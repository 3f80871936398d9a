import { isInBin } from '../../tenant/isInBin';
import type { GroupRow, UserRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { hasScope } from '../caller';
import { contextOf, listAnswer } from '../collection';
import { accessDenied, notFound } from '../graphRefusal';
import { withMembers } from '../groupProcessing';
import type { RowList } from '../odata/rowList';
import { mayDo } from '../roleRules';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import type { DirectoryObject } from './directoryObjects';
import { typedObject } from './directoryObjects';
import { groupType } from './groupType';
import { userType } from './userType';
import { visibleUserNames } from './visibleUserNames';

type DeletedObject = Extract<DirectoryObject, { kind: 'user' | 'group' }>;

/** The same places, with nothing in those of rows that are not in the bin. */
function inBin<Row extends UserRow | GroupRow>(rows: readonly Row[], call: Call): RowList<Row> {
  const now = call.clock.now();
  return {
    length: rows.length,
    at: (place) => {
      const row = rows[place];
      return row && isInBin(row, now) ? row : undefined;
    },
  };
}

const deletedUserType = { ...userType, isListed: undefined };
const deletedGroupType = { ...groupType, isListed: undefined };

/** Returns the deleted object of the path. Throws GraphRefusal 404 for an object that is not in the recycle bin. */
function deletedObject(call: Call): DeletedObject {
  const id = call.parameters['object'] ?? '';
  const { tenant, clock } = call;
  const user = tenant.users[tenant.placeOf('user', id) ?? -1];
  const group = tenant.groups[tenant.placeOf('group', id) ?? -1];
  if (user?.id === id.toLowerCase() && isInBin(user, clock.now())) return { kind: 'user', row: user };
  if (group && isInBin(group, clock.now())) return { kind: 'group', row: group };
  throw notFound(id);
}

function objectAnswer(call: Call, object: DeletedObject): Answer {
  return ok({ '@odata.context': contextOf(call, 'directoryObjects', true), ...typedObject(call, object) });
}

function getDeleted(call: Call): Answer {
  const object = deletedObject(call);
  const { any } = object.kind === 'user' ? scopeRules.readDeletedUsers : scopeRules.readDeletedGroups;
  if (!hasScope(call.caller, any)) throw accessDenied();
  return objectAnswer(call, object);
}

/** Graph, permissions of deleted items: they go by the kind of the object, and so do the roles. */
function checkChange(
  call: Call,
  { kind, row }: DeletedObject,
  userAction: 'restore-user' | 'delete-user',
): void {
  const { any } = kind === 'user' ? scopeRules.deleteUser : scopeRules.createGroup;
  const holdsRole = call.tenant.roles.some(({ memberIds }) => memberIds.includes(row.id));
  const groupAction =
    kind === 'group' && row.isAssignableToRole ? 'manage-role-assignable-group' : 'manage-groups';
  const action = kind === 'group' ? groupAction : holdsRole ? 'delete-admin' : userAction;
  if (!hasScope(call.caller, any) || !mayDo(call.caller, action)) throw accessDenied();
}

function save(call: Call, { kind, row }: DeletedObject): void {
  call.tenant.save(kind === 'user' ? { users: [row], groups: requeued(call, row) } : { groups: [row] });
}

/** The licensed groups of a person, to be worked through once more. */
function requeued(
  { tenant, clock, groupProcessingDelayInMs }: Call,
  { id, deletedDateTime }: UserRow,
): GroupRow[] {
  if (deletedDateTime !== undefined) return [];
  const licensed = tenant.groupsOf(id).filter(({ licenses }) => licenses.length > 0);
  return licensed.map((group) => withMembers(group, group.memberIds, clock.now() + groupProcessingDelayInMs));
}

/**
 * Graph, restore deleted item: 200 and the object, in the groups that it was in. Inferred: a user is restored without
 * direct licenses, which the deletion removed; groups assign theirs again.
 */
function restore(call: Call): Answer {
  const object = deletedObject(call);
  checkChange(call, object, 'restore-user');
  const restored = { ...object, row: { ...object.row, deletedDateTime: undefined } } as DeletedObject;
  save(call, restored);
  return objectAnswer(call, restored);
}

/** Graph, permanently delete item. */
function purge(call: Call): Answer {
  const object = deletedObject(call);
  checkChange(call, object, 'delete-user');
  save(call, { ...object, row: { ...object.row, isPurged: true } } as DeletedObject);
  return { status: 204 };
}

const bin = '/directory/deletedItems';
const one = { path: `${bin}/{object}`, cost: 1 } as const;

/** Graph: list, get, restore and permanently delete deleted items. Inferred: groups of every type are kept. */
export const deletedItemRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${bin}/microsoft.graph.user`,
    scopes: scopeRules.readDeletedUsers,
    cost: 1,
    handle: (call) =>
      listAnswer(call, inBin(call.tenant.users, call), deletedUserType, 'users', (names) =>
        visibleUserNames(call, names),
      ),
  },
  {
    method: 'GET',
    path: `${bin}/microsoft.graph.group`,
    scopes: scopeRules.readDeletedGroups,
    cost: 1,
    handle: (call) => listAnswer(call, inBin(call.tenant.groups, call), deletedGroupType, 'groups'),
  },
  { ...one, method: 'GET', scopes: scopeRules.readDeleted, handle: getDeleted },
  { ...one, method: 'DELETE', scopes: scopeRules.changeDeleted, handle: purge },
  { ...one, method: 'POST', path: `${one.path}/restore`, scopes: scopeRules.changeDeleted, handle: restore },
];
