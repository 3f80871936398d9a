import type { Access, Permissions } from '../base/permissions';
import { roles } from './roles';
import type { Me } from './types';

/** From the most to the least; the first line of which a person holds a role counts. */
const accessOfRoles: readonly (readonly [Access, readonly string[]])[] = [
  [
    'assign-to-all',
    [roles.globalAdministrator, roles.licenseAdministrator, roles.userAdministrator, roles.directoryWriters],
  ],
  ['assign-to-groups', [roles.groupsAdministrator]],
  [
    'read',
    [
      roles.globalReader,
      roles.directoryReaders,
      roles.reportsReader,
      roles.securityReader,
      roles.securityAdministrator,
      roles.securityOperator,
      // May license role-assignable groups and no others, which is no reason to offer the rest.
      roles.privilegedRoleAdministrator,
    ],
  ],
];

/** Roles that everybody of a kind has: member, guest, and guest with restricted access (Entra: built-in roles). */
const everydayRoles: readonly string[] = [
  'a0b1b346-4d3e-4e8b-98f8-753987be4970',
  'b79fbf4d-3ef9-4689-8143-76b194e85509',
  '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  '2af84b1e-32c8-42b7-82bc-daa82404023b',
];

/** Rights of a holder of these roles, by their template ids in any case. */
export function permissionsOf(roleTemplateIds: readonly string[]): Permissions {
  const ids = roleTemplateIds.map((id) => id.toLowerCase());
  return {
    access: accessOf(ids),
    canLicenseRoleAssignableGroups: mayLicenseRoleAssignableGroups(ids),
    canManageGroups: mayManageGroups(ids),
  };
}

/** Access that these roles give (Graph: user and group assignLicense, permissions). */
function accessOf(roleTemplateIds: readonly string[]): Access {
  const line = accessOfRoles.find(([, ids]) => ids.some((id) => roleTemplateIds.includes(id)));
  const hasOtherRole = roleTemplateIds.some((id) => !everydayRoles.includes(id));
  return line?.[0] ?? (hasOtherRole ? 'unverified' : 'own-apps');
}

/** True if these roles may license a group to which directory roles can be assigned (Entra: role-assignable groups). */
function mayLicenseRoleAssignableGroups(roleTemplateIds: readonly string[]): boolean {
  return [roles.globalAdministrator, roles.privilegedRoleAdministrator].some((id) =>
    roleTemplateIds.includes(id),
  );
}

/** True if these roles may create security groups and change their members (Entra: built-in roles). */
function mayManageGroups(roleTemplateIds: readonly string[]): boolean {
  return [
    roles.globalAdministrator,
    roles.userAdministrator,
    roles.groupsAdministrator,
    roles.directoryWriters,
  ].some((id) => roleTemplateIds.includes(id));
}

/** True if one of these roles may agree to delegated permissions for the whole organization (Entra: grant tenant-wide admin consent). */
export function mayConsentForAll(roleTemplateIds: readonly string[]): boolean {
  return [
    roles.globalAdministrator,
    roles.privilegedRoleAdministrator,
    roles.applicationAdministrator,
    roles.cloudApplicationAdministrator,
  ].some((id) => roleTemplateIds.includes(id));
}

/** True if one of these roles, or one that this app doesn't know, may read the audit log (Entra: built-in roles). */
export function mayReadAudits({ roleTemplateIds, access }: Pick<Me, 'roleTemplateIds' | 'access'>): boolean {
  const readers = [
    roles.globalAdministrator,
    roles.globalReader,
    roles.reportsReader,
    roles.securityReader,
    roles.securityAdministrator,
    roles.securityOperator,
  ];
  return access === 'unverified' || readers.some((id) => roleTemplateIds.includes(id));
}
