import type { Scope } from '../../base/scope';
import type { Persona } from '../tenant/personas';

/** Global Administrator, by the role template id that is the same in every tenant (Entra: built-in roles). */
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

/** The delegated permissions that the app needs, to which the tenant's administrator has agreed from the start. */
const needed: readonly Scope[] = [
  'User.Read',
  'User.Read.All',
  'GroupMember.Read.All',
  'LicenseAssignment.Read.All',
  'LicenseAssignment.ReadWrite.All',
];

/** Scopes of OpenID Connect, which are never part of a token for Graph. */
const openIdScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

/** Permissions of the app that the tenant consented to. */
export interface Consent {
  /** Every permission agreed to; Entra puts all of them into each token for Graph, whichever were asked for. */
  granted(): readonly string[];
  /** Returns the scopes of a request that have no consent yet. */
  missing(requested: readonly string[]): readonly string[];
  grant(scopes: readonly string[]): void;
  withdraw(scope: Scope): void;
}

/** Graph permissions in a space-separated `scope` parameter, by short name; OpenID's own are left out. */
export function graphScopesOf(parameter: string): readonly string[] {
  return parameter
    .split(' ')
    .filter(Boolean)
    .map((scope) => scope.replace(/^https:\/\/graph\.microsoft\.com\//i, ''))
    .filter((scope) => !openIdScopes.has(scope.toLowerCase()));
}

/** True if the user may consent for the whole organization (Entra: who can grant admin consent). */
export function mayConsentForAll(persona: Persona): boolean {
  return persona.roleTemplateIds.includes(globalAdministrator);
}

/** Makes the consent of one tenant to an app, with `first` agreed to from the start: default all that the app needs. */
export function createConsent(first: readonly string[] = needed): Consent {
  const granted = new Set<string>(first);
  return {
    granted: () => [...granted],
    missing: (requested) => requested.filter((scope) => scope !== '.default' && !granted.has(scope)),
    grant: (scopes) => scopes.forEach((scope) => granted.add(scope)),
    withdraw: (scope) => void granted.delete(scope),
  };
}
