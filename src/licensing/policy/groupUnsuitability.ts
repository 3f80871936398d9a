import type { GroupPrincipal } from '../../base/principal';

/** Reason why people cannot be added to a group, or it cannot be licensed. */
export type GroupUnsuitability =
  /** Entra: only security-enabled groups can be licensed. */
  | 'not-security-enabled'
  /** A rule determines its members. */
  | 'dynamic'
  /** It is synchronized from an on-premises directory. */
  | 'synced'
  /** Graph does not change members of mail-enabled security groups and distribution lists. */
  | 'mail-enabled'
  /** Membership gives a role as well, and only few admins may change it. */
  | 'role-assignable';

/** Returns why people cannot get a license through a group; undefined if they can. */
export function groupUnsuitability(group: GroupPrincipal): GroupUnsuitability | undefined {
  if (group.isRoleAssignable) return 'role-assignable';
  if (group.isSynced) return 'synced';
  if (group.groupKind === 'dynamic') return 'dynamic';
  if (group.groupKind === 'distribution' || group.groupKind === 'mail-enabled-security')
    return 'mail-enabled';
  return group.isSecurityEnabled ? undefined : 'not-security-enabled';
}
