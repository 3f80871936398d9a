import type { Permissions } from '../../base/permissions';
import type { Principal } from '../../base/principal';

/** Reason why an action is not offered to the signed-in person. */
type Denial =
  /** The roles cover reading only. */
  | 'read-only'
  /** The roles cover groups, and this is a user. */
  | 'groups-only'
  /** Only a Global or Privileged Role Administrator may license this group. */
  | 'role-assignable-group'
  /** The roles do not cover creating groups or changing their members. */
  | 'no-group-management';

/** Something that a person may want to do to licenses. */
export type LicenseAction =
  /** Change licenses of any user or group. */
  | { readonly kind: 'change-licenses' }
  /** Change the licenses of this user or group. */
  | {
      readonly kind: 'change-licenses-of';
      readonly principal: Pick<Principal, 'kind'> & { readonly isRoleAssignable?: boolean };
    }
  /** Give licenses through a group that the job creates or fills. */
  | { readonly kind: 'manage-groups' };

/**
 * Returns why an action is not offered, by the roles of the signed-in person; undefined if it is offered. Graph alone decides
 * what is allowed, person by person. Sources: Graph, user and group `assignLicense`
 * (permissions); Entra, role-assignable groups.
 */
export function evaluatePermission(
  permissions: Omit<Permissions, 'canManageGroups'> & Partial<Permissions>,
  action: LicenseAction,
): Denial | undefined {
  const { access, canLicenseRoleAssignableGroups, canManageGroups = false } = permissions;
  const isReader = access === 'read' || access === 'own-apps';
  switch (action.kind) {
    case 'change-licenses':
      return isReader ? 'read-only' : undefined;
    case 'manage-groups':
      return canManageGroups ? undefined : 'no-group-management';
    case 'change-licenses-of': {
      const { kind, isRoleAssignable = false } = action.principal;
      // A role of its own, which comes without the right to license anyone else.
      if (kind === 'group' && isRoleAssignable)
        return canLicenseRoleAssignableGroups ? undefined : 'role-assignable-group';
      if (isReader) return 'read-only';
      return kind === 'user' && access === 'assign-to-groups' ? 'groups-only' : undefined;
    }
  }
}
