import type { Principal, UserPrincipal } from '../base/principal';

/** What the signed-in person is offered. Graph alone decides what is allowed. */
export type Access =
  /** Global, License and User Administrators: users and groups. */
  | 'assign-to-all'
  /** Groups Administrators: groups only. */
  | 'assign-to-groups'
  /** Readers: everything, read only. */
  | 'read'
  /** Anyone else: their own apps. */
  | 'own-apps';

/** The signed-in person. */
export interface Me {
  readonly user: UserPrincipal;
  /** Template ids of the tenant-wide roles held; the same in every tenant. */
  readonly roleTemplateIds: readonly string[];
  readonly access: Access;
  /** May license role-assignable groups (Global and Privileged Role Administrators). */
  readonly canLicenseRoleAssignableGroups: boolean;
}

/** Who is in a group, as group-based licensing sees it: first level only. */
export interface GroupComposition {
  /** Persons who are members themselves. */
  readonly directUsers: number;
  /** Groups inside the group; their members get nothing from its licenses (Entra: group-based licensing). */
  readonly nestedGroups: number;
}

/** People and groups of the tenant. Every method rejects with AppError as `Graph` does. */
export interface Directory {
  /** Reads the signed-in person and roles. */
  readMe(signal?: AbortSignal): Promise<Me>;
  /**
   * Finds users and groups together by part of a name or address, two characters at least.
   * Gives at most `limit` of each kind (default 10), users first; an exact address or object id also finds who is not indexed yet.
   */
  search(
    text: string,
    options?: { readonly limit?: number; readonly signal?: AbortSignal },
  ): Promise<readonly Principal[]>;
  /** Reads a person's photo of 48 × 48 pixels; undefined where there is none or it may not be read. */
  readPhoto(userId: string, signal?: AbortSignal): Promise<Blob | undefined>;
  /** Counts a group's members. */
  readComposition(groupId: string, signal?: AbortSignal): Promise<GroupComposition>;
}
