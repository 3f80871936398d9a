/** Features that the signed-in person is offered. Graph alone decides what is allowed. */
export type Access =
  /** Global, License and User Administrators: users and groups. */
  | 'assign-to-all'
  /** Groups Administrators: groups only. */
  | 'assign-to-groups'
  /** Readers: everything, read only. */
  | 'read'
  /**
   * People with signs of a role that this app cannot read, such as one over an administrative unit, a custom one, or an
   * eligible one that is not activated: everything is offered, and Graph decides person by person.
   */
  | 'unverified'
  /** Anyone else: their own apps. */
  | 'own-apps';

/** Rights from the roles of the signed-in person, as far as licenses are concerned. */
export interface Permissions {
  readonly access: Access;
  /** May license role-assignable groups (Global and Privileged Role Administrators). */
  readonly canLicenseRoleAssignableGroups: boolean;
  /** May create groups and change their members, which a License Administrator may not. */
  readonly canManageGroups: boolean;
}
