import { isGuid } from '../../../base/ids';
import type { UserRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { isGuest } from '../caller';
import { contextOf, countAnswer, listAnswer } from '../collection';
import { accessDenied, notFound } from '../graphRefusal';
import { refuseExpand } from '../odata/expand';
import { project, selectedNames } from '../odata/project';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { takeCloudExpansion } from './beta/cloudExpand';
import { expandedOf } from './expanded';
import { checkSignInActivity, withShortPages } from './signInActivity';
import { userType } from './userType';
import { visibleUserNames } from './visibleUserNames';

/** The person that the path names by id or user principal name. Throws GraphRefusal 404. */
export function userOf(call: Call): UserRow {
  const key = call.parameters['user'] ?? '';
  const user = call.tenant.user(key);
  if (!user || (!isGuid(key) && !key.includes('@'))) throw notFound(key);
  // Inferred: a guest sees no other person.
  if (isGuest(call.caller) && user.id !== call.caller.user.id) throw accessDenied();
  return user;
}

/** A person as the body of an answer. */
export function userEntity(call: Call, user: UserRow, names: readonly string[]): Record<string, unknown> {
  return { '@odata.context': contextOf(call, 'users', true), ...project(userType, user, names, call.tenant) };
}

function getUser(asked: Call): Answer {
  const user = userOf(asked);
  const { call, addedTo } = takeCloudExpansion(asked, false);
  const names = selectedNames(userType, call.query.select, false);
  refuseExpand(call.query, userType, call.isEventual);
  checkSignInActivity(call, names);
  const isOwn = user.id === call.caller.user.id;
  const entity = userEntity(call, user, isOwn ? names : visibleUserNames(call, names));
  return ok({ ...entity, ...expandedOf(call, user), ...addedTo(user) });
}

function listUsers(asked: Call): Answer {
  const { call, addedTo } = takeCloudExpansion(asked, true);
  return listAnswer(
    withShortPages(call),
    call.tenant.users,
    userType,
    'users',
    (names) => visibleUserNames(call, names),
    (user) => ({ ...expandedOf(call, user), ...addedTo(user) }),
  );
}

/** Graph: user resource, list users, get user. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/users', scopes: scopeRules.listUsers, cost: 2, handle: listUsers },
  {
    method: 'GET',
    path: '/users/$count',
    scopes: scopeRules.listUsers,
    cost: 2,
    handle: (call) => countAnswer(call, call.tenant.users, userType),
  },
  {
    method: 'GET',
    path: '/users/{user}',
    scopes: scopeRules.readUser,
    isForGuests: true,
    cost: 1,
    handle: getUser,
  },
];
