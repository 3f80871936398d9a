import type { Outcome } from '../base/outcome';
import type { Permissions } from '../base/permissions';
import type { GroupComposition, GroupPrincipal, Principal, UserPrincipal } from '../base/principal';

/** The signed-in person. */
export interface Me extends Permissions {
  readonly user: UserPrincipal;
  /** Template ids of the tenant-wide roles that the token or Graph names; the same in every tenant. */
  readonly roleTemplateIds: readonly string[];
  /** Those of them that Graph names; undefined where it did not let them be read, or answered with an error. */
  readonly listedRoleIds: readonly string[] | undefined;
}

/** One line of a list that asks for somebody. */
export interface MatchEntry {
  /** As it was written, trimmed. */
  readonly text: string;
  readonly kind: 'address' | 'object-id' | 'account' | 'employee-id' | 'display-name';
}

/** Principals that an entry asks for. Only an exact answer is a match; a similar name makes a candidate. */
export type Match =
  | { readonly kind: 'matched'; readonly principal: Principal }
  /** Several principals match. A single candidate means that the word isn't a name but one person's account name or employee ID. */
  | {
      readonly kind: 'ambiguous';
      readonly candidates: readonly Principal[];
      /**
       * The name isn't found. `spelling`: the candidates have it with other marks, or in another order of words; `beginning`: a
       * word of their name or address begins with the single word, or a name of theirs has its parts, such as Anna-Karin.
       */
      readonly similarity?: 'spelling' | 'beginning';
      /** More principals have a name or address that begins so; only the first six are candidates. Default is false. */
      readonly hasMore?: boolean;
    }
  /**
   * `not-found`: no user or group has it; `not-an-id`: it doesn't have the shape that its kind asks for; `cannot-be-looked-up`: Graph
   * has no filter for such an identifier, or this app doesn't use it.
   */
  | {
      readonly kind: 'unknown';
      readonly why: 'not-found' | 'not-an-id' | 'cannot-be-looked-up';
      /** Similar names were not searched: too many names of the list aren't found, or searching failed. Default is false. */
      readonly isUnsearched?: boolean;
    }
  /** The same principal as an earlier entry in another spelling; `of` is the index of that entry. */
  | { readonly kind: 'duplicate'; readonly of: number };

/** Progress of matching. */
export interface MatchProgress {
  readonly asked: number;
  readonly all: number;
}

/** Reasons for which a membership was not changed; a subset of the codes of the licensing contract. */
export type MembershipCode =
  | 'no-change'
  | 'principal-not-found'
  | 'concurrent-change'
  | 'throttled'
  | 'service-unavailable'
  | 'outcome-unknown'
  | 'refused';

/** Service whose licenses are evaluated: the SKUs of the directory, or the allotments of cloud licensing. */
export type LicenseSource = 'directory' | 'cloud-licensing';

/** One page of the people who are members of a group themselves. */
export interface MemberPage {
  readonly people: readonly UserPrincipal[];
  /** Number of people who were left out, since not even their ids could be read. Default is 0. */
  readonly unread?: number;
  /** Number over all pages; only on the first page. */
  readonly total: number | undefined;
  /** Hand back to read the next page; undefined on the last. Opaque. */
  readonly next: unknown;
}

/** A group to be made. */
export interface NewGroup {
  readonly name: string;
  /** Unique in the tenant and made from the job's id, so that a second try finds what the first one made. */
  readonly mailNickname: string;
  readonly description: string;
}

/** Actor of an audit: a person, or an app such as Entra's group-based licensing. */
export interface AuditActor {
  readonly kind: 'user' | 'app';
  /** Object id of a person; undefined for an app, and where the log doesn't tell. */
  readonly id: string | undefined;
  /** Undefined where the log has none, as for a person who was deleted since. */
  readonly name: string | undefined;
}

/** Change of one license in the audit log; `apps` is a change of its apps only. */
export interface AuditedLicense {
  readonly skuId: string;
  readonly change: 'added' | 'removed' | 'apps';
}

/** One action in the audit log that concerns licenses. */
export interface LicenseAudit {
  readonly id: string;
  readonly kind: 'licenses' | 'joined-group' | 'left-group';
  /** ISO date-time. */
  readonly at: string;
  /** Undefined where the log doesn't tell. */
  readonly by: AuditActor | undefined;
  /** Undefined where the log doesn't tell which; empty where none has changed, as after giving one again. */
  readonly licenses: readonly AuditedLicense[] | undefined;
  /** The group that was joined or left; undefined for licenses. */
  readonly groupId: string | undefined;
  /** The service's own sentence where the action failed, empty where it gave none; undefined where it succeeded. */
  readonly failure: string | undefined;
}

/** Audits about the licenses of one person or group: of the last 7 or 30 days, by the tenant's plan (Entra: data retention). */
export interface LicenseAudits {
  /** Newest first. */
  readonly audits: readonly LicenseAudit[];
  /** True if the log has older entries that were not read. */
  readonly isPartial: boolean;
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
  /**
   * Counts a group's members, and names its users where there are at most `namesUpTo` (default 0). Rejects where the users
   * cannot be counted, with `forbidden` where the group hides them.
   */
  readComposition(
    groupId: string,
    options?: { readonly namesUpTo?: number; readonly signal?: AbortSignal },
  ): Promise<GroupComposition>;
  /** Reads a page of the people who are members of a group themselves; `cursor` is the `next` of the page before. */
  readMembers(
    groupId: string,
    options?: { readonly cursor?: unknown; readonly signal?: AbortSignal },
  ): Promise<MemberPage>;
  /**
   * Finds whom each entry asks for, in their order. Looks each up by exact address, id or name where the list is short,
   * and reads all of the tenant where that takes fewer requests (`matchRequests` says how many). What isn't the mail address
   * or sign-in name is looked up among further addresses, a word that is no name among account names and employee IDs, and a
   * name of several words that isn't found among similar ones, and a single word among the beginnings of names, for up to 200
   * names and 50 words where the tenant is not read.
   */
  match(
    entries: readonly MatchEntry[],
    options?: { readonly onProgress?: (progress: MatchProgress) => void; readonly signal?: AbortSignal },
  ): Promise<readonly Match[]>;
  /** Makes a security group, or finds the one that an earlier try made. Rejects with `consent-needed`, `forbidden` too. */
  ensureGroup(group: NewGroup, signal?: AbortSignal): Promise<GroupPrincipal>;
  /**
   * Returns which of these people are direct members of the group; for more than twenty in a large group as an index shows it,
   * which may not know the changes of the last moments (Graph: advanced queries).
   */
  findMembers(
    groupId: string,
    userIds: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlySet<string>>;
  /**
   * Adds a person to a group. Calls made at the same time with the same signal travel together, twenty a request; where
   * the service refuses one of them it refuses all (Graph: add members), so the request is halved until the one is found.
   * A lost answer is settled by reading and sending again, up to six times. Rejects with AppError for what is not of the
   * person: `forbidden`, `consent-needed`, `sign-in-needed`, `account-changed`, `token-refused`, `throttled`,
   * `service-unavailable` (announced by the service), `offline` (nothing can be read either), `not-found` (the group is
   * not there), `cancelled` (nothing was sent).
   */
  addMember(groupId: string, userId: string, signal?: AbortSignal): Promise<Outcome<MembershipCode>>;
  /** Reads the usage locations of people by their ids in lower case; a person who is not there is not in the map. */
  readUsageLocations(
    userIds: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, string | undefined>>;
  /**
   * Sets a person's usage location, an ISO 3166-1 country code; a location can be changed and never be emptied (Graph: user). Rejects
   * like `addMember`, but for `not-found`.
   */
  setUsageLocation(userId: string, country: string, signal?: AbortSignal): Promise<Outcome<MembershipCode>>;
  /**
   * Has a service evaluate again where a person's licenses come from; `done` doesn't say that they work by now. Rejects like
   * `setUsageLocation`.
   */
  reprocessLicenses(
    userId: string,
    source: LicenseSource,
    signal?: AbortSignal,
  ): Promise<Outcome<MembershipCode>>;
  /**
   * Reads the newest 1,000 audit entries about a person or group and returns those about licenses. Entries arrive minutes after
   * the change. Rejects with `consent-needed` until somebody agreed to the permission, and with `forbidden` without a role that
   * reads the log, which a License Administrator may not (Entra: built-in roles).
   */
  readLicenseAudits(id: string, signal?: AbortSignal): Promise<LicenseAudits>;
  /** Removes a person from a group and returns the true outcome. Rejects as `addMember` does, except with `not-found`. */
  removeMember(groupId: string, userId: string, signal?: AbortSignal): Promise<Outcome<MembershipCode>>;
}
