import { graphTime } from '../../tenant/daysFrom';
import type { Answer, Call } from '../call';
import { accessDenied } from '../graphRefusal';
import { mayDo } from '../roleRules';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { userOf } from './users';

/**
 * Graph, delete user: removes the user from every list and frees the user's seats. Entra, built-in roles: only Global
 * Administrators delete users with a role. Inferred: that users can't delete themselves.
 */
function deleteUser(call: Call): Answer {
  const user = userOf(call);
  const holdsRole = call.tenant.roles.some(({ memberIds }) => memberIds.includes(user.id));
  const isAllowed = mayDo(call.caller, holdsRole ? 'delete-admin' : 'delete-user');
  if (!isAllowed || user.id === call.caller.user.id) throw accessDenied();
  call.tenant.save({
    users: [{ ...user, licenses: [], deletedDateTime: graphTime(call.clock.now()) }],
  });
  return { status: 204 };
}

/** Graph: delete user. */
export const deleteUserRoutes: readonly Route[] = [
  {
    method: 'DELETE',
    path: '/users/{user}',
    scopes: scopeRules.deleteUser,
    cost: 1,
    writesUser: true,
    handle: deleteUser,
  },
];
