/** A person of the tenant. */
export interface UserPrincipal {
  readonly kind: 'user';
  /** The directory's object id, a GUID. */
  readonly id: string;
  readonly displayName: string;
  /** Mail address, or the sign-in name where there is none. */
  readonly address: string;
  readonly userPrincipalName: string;
  /** Undefined where that is not known, as for `isBlocked`. */
  readonly isGuest: boolean | undefined;
  /** The account cannot sign in (`accountEnabled` is false). */
  readonly isBlocked: boolean | undefined;
  /** ISO 3166-1 alpha-2 country; undefined where none is set, and where the person is known by name only. */
  readonly usageLocation: string | undefined;
  readonly jobTitle: string | undefined;
  readonly department: string | undefined;
  /** Company that the person works for, as of the account. */
  readonly companyName: string | undefined;
  /** True if only the id and the names are known, as of a person in a stored job. Default is false. */
  readonly isNameOnly?: boolean;
}

/** Kind of a group, as far as it matters to licensing; `dynamic` is any group whose members a rule determines. */
export type GroupKind = 'security' | 'dynamic' | 'mail-enabled-security' | 'microsoft365' | 'distribution';

/** A group of the tenant. */
export interface GroupPrincipal {
  readonly kind: 'group';
  /** The directory's object id, a GUID. */
  readonly id: string;
  readonly displayName: string;
  /** Mail address, or an empty string for a group without one. */
  readonly address: string;
  readonly groupKind: GroupKind | undefined;
  /** Microsoft Entra licenses only groups that are security enabled. */
  readonly isSecurityEnabled: boolean;
  /** Only a Global or Privileged Role Administrator may license a role-assignable group. */
  readonly isRoleAssignable: boolean | undefined;
  /** Mastered in an on-premises directory. */
  readonly isSynced: boolean | undefined;
  readonly description: string | undefined;
  /** True for the group of a team in Microsoft Teams, whose members have access to the team. Default is false. */
  readonly isTeam?: boolean;
  /** True if only the id and the name are known. Default is false. */
  readonly isNameOnly?: boolean;
}

/** Possible holder of a license: a person or a group. */
export type Principal = UserPrincipal | GroupPrincipal;

/** Reference to a principal. */
export interface PrincipalRef {
  readonly kind: Principal['kind'];
  readonly id: string;
}

/** A group by its id, and its name where the service gave one. */
export interface NamedGroup {
  readonly id: string;
  readonly name: string | undefined;
}

/** A principal by id and names, as jobs store it. */
export interface NamedPrincipal extends PrincipalRef {
  readonly displayName: string;
  /** The sign-in name of a person; empty for a group. */
  readonly address: string;
}

/** Members of a group that its licenses can reach: first level only (Entra: group-based licensing). */
export interface GroupComposition {
  /** Users who are members themselves. */
  readonly directUsers: number;
  /** Groups inside the group; their members get none of its licenses. Undefined if they could not be counted. */
  readonly nestedGroups: number | undefined;
  /** Ids of those users; undefined if they were not requested, or are more than the limit of the request. */
  readonly userIds?: readonly string[] | undefined;
}
