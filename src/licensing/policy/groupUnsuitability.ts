import type { GroupPrincipal } from '../../base/principal';

/** Why people cannot be added to a group, or it cannot carry a license. */
export type GroupUnsuitability =
  /** Entra: only security-enabled groups carry licenses. */
  | 'not-security-enabled'
  /** A rule decides who is in it. */
  | 'dynamic'
  /** Another directory is its master. */
  | 'synced'
  /** Graph does not change members of mail-enabled security groups and distribution lists. */
  | 'mail-enabled'
  /** Membership gives a role as well, and only few admins may touch it. */
  | 'role-assignable';

/** Why a group cannot be the one through which people get a license; undefined for a group that can. */
export function groupUnsuitability(group: GroupPrincipal): GroupUnsuitability | undefined {
  if (group.isRoleAssignable) return 'role-assignable';
  if (group.isSynced) return 'synced';
  if (group.groupKind === 'dynamic') return 'dynamic';
  if (group.groupKind === 'distribution' || group.groupKind === 'mail-enabled-security')
    return 'mail-enabled';
  return group.isSecurityEnabled ? undefined : 'not-security-enabled';
}
