/**
 * The delegated permissions that each kind of request takes, those that are published (Graph: permissions reference).
 * `own` are enough for the signed-in person only.
 */
export interface ScopeRule {
  readonly any: readonly string[];
  readonly own?: readonly string[];
  /** Returns the error for missing scopes, given the scopes of the token; default as the directory does. */
  readonly refuse?: (given: readonly string[]) => Error;
}

const directory = ['Directory.Read.All', 'Directory.ReadWrite.All'];

/** Scope rules by what is asked for. */
export const scopeRules = {
  readAudits: { any: ['AuditLog.Read.All', 'Directory.Read.All'] },
  readUser: {
    any: [...directory, 'User.Read.All', 'User.ReadBasic.All', 'User.ReadWrite.All'],
    own: ['User.Read', 'User.ReadWrite'],
  },
  listUsers: { any: [...directory, 'User.Read.All', 'User.ReadBasic.All', 'User.ReadWrite.All'] },
  readMemberships: {
    any: [...directory, 'Group.Read.All', 'GroupMember.Read.All', 'User.Read.All'],
    own: ['User.Read'],
  },
  // Inferred: User.Read.All, which older pages name, reads other people's photos too.
  readPhoto: {
    any: ['ProfilePhoto.Read.All', 'ProfilePhoto.ReadWrite.All', 'User.ReadBasic.All', 'User.Read.All'],
    own: ['User.Read'],
  },
  readLicenseDetails: {
    any: [...directory, 'LicenseAssignment.Read.All', 'User.Read.All', 'User.ReadWrite.All'],
    own: ['User.Read'],
  },
  listGroups: {
    any: [
      ...directory,
      'Group.ManageProtection.All',
      'Group.Read.All',
      'Group.ReadWrite.All',
      'GroupMember.Read.All',
    ],
  },
  readMembers: {
    any: [
      'Directory.Read.All',
      'Group.Read.All',
      'Group.ReadWrite.All',
      'GroupMember.Read.All',
      'GroupMember.ReadWrite.All',
    ],
  },
  readSkus: {
    any: [...directory, 'LicenseAssignment.Read.All', 'Organization.Read.All', 'Organization.ReadWrite.All'],
  },
  readOrganization: {
    any: [...directory, 'Organization.Read.All', 'Organization.ReadWrite.All', 'User.Read', 'User.Read.All'],
  },
  assignToUser: { any: ['Directory.ReadWrite.All', 'LicenseAssignment.ReadWrite.All', 'User.ReadWrite.All'] },
  assignToGroup: {
    any: ['Directory.ReadWrite.All', 'LicenseAssignment.ReadWrite.All', 'Group.ReadWrite.All'],
  },
  reprocessUser: { any: ['Directory.ReadWrite.All', 'User.ReadWrite.All'] },
  createGroup: { any: ['Directory.ReadWrite.All', 'Group.ReadWrite.All'] },
  changeMembers: { any: ['Directory.ReadWrite.All', 'Group.ReadWrite.All', 'GroupMember.ReadWrite.All'] },
  deleteUser: { any: ['Directory.ReadWrite.All', 'User.DeleteRestore.All', 'User.ReadWrite.All'] },
  readDeleted: {
    any: [...directory, 'User.Read.All', 'User.ReadWrite.All', 'Group.Read.All', 'Group.ReadWrite.All'],
  },
  readDeletedUsers: { any: [...directory, 'User.Read.All', 'User.ReadWrite.All'] },
  readDeletedGroups: { any: [...directory, 'Group.Read.All', 'Group.ReadWrite.All'] },
  changeDeleted: {
    any: ['Directory.ReadWrite.All', 'User.DeleteRestore.All', 'User.ReadWrite.All', 'Group.ReadWrite.All'],
  },
  usersDelta: { any: [...directory, 'User.Read.All', 'User.ReadWrite.All'] },
  groupsDelta: { any: [...directory, 'Group.Read.All', 'Group.ReadWrite.All', 'GroupMember.Read.All'] },
  readApps: { any: [...directory, 'Application.Read.All', 'Application.ReadWrite.All'] },
  changeApps: { any: ['Application.ReadWrite.All'] },
  readGrants: {
    any: [...directory, 'DelegatedPermissionGrant.Read.All', 'DelegatedPermissionGrant.ReadWrite.All'],
  },
  changeGrants: { any: ['Directory.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All'] },
  readPeople: { any: ['People.Read.All'], own: ['People.Read'] },
  getByIds: { any: ['Directory.Read.All'] },
  readUnits: { any: [...directory, 'AdministrativeUnit.Read.All', 'AdministrativeUnit.ReadWrite.All'] },
  readRoles: {
    any: [...directory, 'RoleManagement.Read.Directory', 'RoleManagement.ReadWrite.Directory'],
  },
  // Inferred: User.ReadWrite is for the person's own profile, and the usage location is not part of that.
  updateUser: { any: ['Directory.ReadWrite.All', 'User.ReadWrite.All'] },
} as const satisfies Readonly<Record<string, ScopeRule>>;
