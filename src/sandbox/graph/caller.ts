import type { Tenant } from '../tenant/tenant';
import type { Persona } from '../tenant/personas';
import type { UserRow } from '../tenant/rows';
import type { AccessClaims } from './accessClaims';

/** The caller of a request: the user, the scopes of the app, and the roles of the user. */
export interface Caller {
  readonly claims: AccessClaims;
  readonly user: UserRow;
  readonly roleTemplateIds: ReadonlySet<string>;
  /** Role that no list shows; undefined once roles have ended. */
  readonly unlistedRole: Persona['unlistedRole'];
}

/** Returns the caller of a token, with roles if `hasRoles`; undefined if the tenant has no such user. */
export function callerOf(claims: AccessClaims, tenant: Tenant, hasRoles = true): Caller | undefined {
  const user = tenant.user(claims.oid);
  if (!user) return undefined;
  const roles = hasRoles ? tenant.roles.filter(({ memberIds }) => memberIds.includes(user.id)) : [];
  const persona = hasRoles ? tenant.personas.find(({ userId }) => userId === user.id) : undefined;
  return {
    claims,
    user,
    roleTemplateIds: new Set(roles.map(({ roleTemplateId }) => roleTemplateId)),
    unlistedRole: persona?.unlistedRole,
  };
}

/** True if the token has one of the scopes. */
export function hasScope(caller: Caller, scopes: readonly string[]): boolean {
  return caller.claims.scp.some((scope) => scopes.includes(scope));
}

/** True if the caller is a guest. Guests may read little of the directory (Entra: default user permissions). */
export function isGuest(caller: Caller): boolean {
  return caller.user.userType === 'Guest';
}
