/** The delegated Microsoft Graph permissions that this app may ask for, by their published names. */
export type Scope =
  | 'User.Read'
  | 'User.Read.All'
  | 'User.ReadWrite.All'
  | 'GroupMember.Read.All'
  | 'Directory.Read.All'
  | 'AuditLog.Read.All'
  | 'LicenseAssignment.Read.All'
  | 'LicenseAssignment.ReadWrite.All'
  | 'GroupMember.ReadWrite.All'
  | 'Group.ReadWrite.All';
