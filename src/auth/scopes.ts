import type { Scope } from '../base/scope';

/** Reason for a permission, for developers, reviewers and the documentation of the app's registration. */
interface ScopeUse {
  /** Part of the app that needs it. */
  readonly feature: string;
  /** Use of the permission, and why no smaller one is enough. */
  readonly reason: string;
}

/** Every permission of the app with its reason; each is requested when its feature is first used. */
export const scopeUses: Readonly<Record<Scope, ScopeUse>> = {
  'User.Read': {
    feature: 'start, My apps',
    reason: 'Reads the signed-in person, their roles and their own licenses.',
  },
  'User.Read.All': {
    feature: 'licenses, product page, assign',
    reason:
      'Reads licenses, usage location and state of other people, which User.ReadBasic.All does not show.',
  },
  'User.ReadWrite.All': {
    feature: 'set a usage location',
    reason: 'Sets the country of people who have none; nothing smaller changes other people.',
  },
  'GroupMember.Read.All': {
    feature: 'product page, assign',
    reason: 'Reads groups, their licenses and the number of their members; nothing smaller is published.',
  },
  'Directory.Read.All': {
    feature: 'cloud licensing',
    reason:
      'Reads the allotments of cloud licensing and who holds or waits for their seats; nothing smaller is published for them. Asked for only where the tenant has cloud licensing.',
  },
  'AuditLog.Read.All': {
    feature: 'person page, issues',
    reason:
      'Reads who changed the licenses of a person, and why a change failed; asked for by a click on **Show who assigned** only.',
  },
  'LicenseAssignment.Read.All': {
    feature: 'licenses, My apps',
    reason: 'Reads the products that the tenant owns, with seats and subscriptions.',
  },
  'LicenseAssignment.ReadWrite.All': {
    feature: 'assign, unassign',
    reason: 'Changes licenses of people and groups; covers these two calls and nothing else.',
  },
  'GroupMember.ReadWrite.All': {
    feature: 'assign through a group',
    reason: 'Adds people to the group that carries the license, twenty a request, and takes them out again.',
  },
  'Group.ReadWrite.All': {
    feature: 'assign through a group',
    reason: 'Makes the security group that carries the license; nothing smaller makes groups.',
  },
};

/** Permissions that are needed right after another one, so that a person consents once and not for each step of a job. */
const companions: Partial<Record<Scope, readonly Scope[]>> = {
  'Group.ReadWrite.All': ['GroupMember.ReadWrite.All', 'LicenseAssignment.ReadWrite.All'],
  'GroupMember.ReadWrite.All': ['LicenseAssignment.ReadWrite.All'],
};

/** Adds the permissions that are needed right after these. For consent only, so that tokens stay small. */
export function askedTogether(scopes: readonly Scope[]): readonly Scope[] {
  return [...new Set(scopes.flatMap((scope) => [scope, ...(companions[scope] ?? [])]))];
}

/**
 * Returns the name under which a permission is requested. The manifest repeats it to the letter, so that a host can fetch
 * the first token ahead. It is the short one: without a resource Entra assumes Microsoft Graph (Entra: scopes and
 * permissions), in each national cloud its own, and MSAL finds a token only under the names that the response used.
 */
export function requestedName(scope: Scope): string {
  return scope;
}
