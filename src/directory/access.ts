import type { Access } from '../base/permissions';
import { roles } from './roles';

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

/** What is offered to a holder of these roles (Graph: user and group assignLicense, permissions). */
export function accessOf(roleTemplateIds: readonly string[]): Access {
  const line = accessOfRoles.find(([, ids]) => ids.some((id) => roleTemplateIds.includes(id)));
  return line?.[0] ?? 'own-apps';
}

/** Whether these roles may license a group to which directory roles can be assigned (Entra: role-assignable groups). */
export function mayLicenseRoleAssignableGroups(roleTemplateIds: readonly string[]): boolean {
  return [roles.globalAdministrator, roles.privilegedRoleAdministrator].some((id) =>
    roleTemplateIds.includes(id),
  );
}

/** Whether these roles may make security groups and change their members (Entra: built-in roles). */
export function mayManageGroups(roleTemplateIds: readonly string[]): boolean {
  return [
    roles.globalAdministrator,
    roles.userAdministrator,
    roles.groupsAdministrator,
    roles.directoryWriters,
  ].some((id) => roleTemplateIds.includes(id));
}
