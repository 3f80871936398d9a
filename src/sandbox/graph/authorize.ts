import type { Caller } from './caller';
import { hasScope, isGuest } from './caller';
import { accessDenied } from './graphRefusal';
import type { RouteMatch } from './matchRoute';

/**
 * Lets a request in by scope, and keeps guests out of the directory (Entra: default user permissions).
 * What needs a role besides is looked at by the resource. Throws GraphRefusal 403 `Authorization_RequestDenied`.
 */
export function authorize({ route, parameters }: RouteMatch, caller: Caller): void {
  const key = parameters['user']?.toLowerCase();
  const isOwn = key === caller.user.id || key === caller.user.userPrincipalName.toLowerCase();
  const isScopeGiven =
    hasScope(caller, route.scopes.any) || (isOwn && hasScope(caller, route.scopes.own ?? []));
  if (!isScopeGiven) throw route.scopes.refuse?.(caller.claims.scp) ?? accessDenied();
  if (isGuest(caller) && !route.isForGuests) throw accessDenied();
}
