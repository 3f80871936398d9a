import type { Persona, Tenant } from '../tenant/tenant';
import type { UserRow } from '../tenant/rows';
import type { AccessClaims } from './accessClaims';

/** Who asks: the person, what the app was allowed, and which roles the person holds. */
export interface Caller {
  readonly claims: AccessClaims;
  readonly user: UserRow;
  readonly roleTemplateIds: ReadonlySet<string>;
  /** A role that shows nowhere; undefined once roles have ended. */
  readonly unlistedRole: Persona['unlistedRole'];
}

/** The caller behind a token, `hasRoles` unless they have ended; undefined when the tenant has no such person. */
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

/** Whether the app was given one of the scopes. */
export function hasScope(caller: Caller, scopes: readonly string[]): boolean {
  return caller.claims.scp.some((scope) => scopes.includes(scope));
}

/** Whether the caller is a guest, who may read little of the directory (Entra: default user permissions). */
export function isGuest(caller: Caller): boolean {
  return caller.user.userType === 'Guest';
}
