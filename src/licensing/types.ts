import type { GroupPrincipal, PrincipalRef, UserPrincipal } from '../base/principal';

/** How a subscription or a whole SKU stands with Microsoft's commerce system. */
export type Capability = 'enabled' | 'warning' | 'suspended' | 'deleted' | 'locked-out';

/** Seats of a SKU over all its subscriptions. */
export interface SeatCount {
  /** Usable seats: enabled ones and those in their grace period. */
  readonly total: number;
  readonly assigned: number;
  /** `total - assigned`; below zero when more are assigned than owned. */
  readonly available: number;
}

/** One purchase behind a SKU. */
export interface Subscription {
  readonly id: string;
  readonly status: Capability;
  readonly isTrial: boolean;
  readonly seats: number;
  /** ISO date-time of the next change of state (renewal or expiry); undefined where none is planned. */
  readonly nextLifecycleAt: string | undefined;
  readonly createdAt: string | undefined;
}

/** One app or service inside a SKU, which can be switched on and off. */
export interface ServicePlan {
  readonly id: string;
  readonly partName: string;
  /** False for plans that the service sets for the whole organisation. */
  readonly isUserScoped: boolean;
}

/** What the tenant owns of one SKU, in this app's own words. */
export interface SubscribedSku {
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly capability: Capability;
  /** False for SKUs that apply to the whole organisation and cannot be assigned. */
  readonly isUserScoped: boolean;
  readonly seats: SeatCount;
  readonly plans: readonly ServicePlan[];
  readonly subscriptions: readonly Subscription[];
}

/** Why a license that was granted to someone does not work, in the words of Entra's group-based licensing. */
export type IssueCode =
  | 'not-enough-licenses'
  | 'usage-location'
  | 'conflicting-plans'
  | 'missing-plans'
  | 'duplicate-proxy-address'
  | 'other';

/** By which way a person comes to a seat. */
export type SeatPath =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'group';
      readonly groupId: string;
      /** Undefined where the group's name may not be read. */
      readonly groupName: string | undefined;
    };

/** One seat of one person by one path; the same SKU by two paths takes one seat of the tenant. */
export interface Seat {
  readonly skuId: string;
  readonly path: SeatPath;
  readonly state: 'active' | 'active-with-error' | 'disabled' | 'error';
  readonly issue: IssueCode | undefined;
  readonly disabledPlanIds: readonly string[];
  /** ISO date-time of the last change of this assignment. */
  readonly updatedAt: string | undefined;
}

/** A person with every path to the product. */
export interface Holder {
  readonly user: UserPrincipal;
  readonly seats: readonly Seat[];
}

/** One page of holders. */
export interface HolderPage {
  readonly holders: readonly Holder[];
  /** Number over all pages; only on the first page. */
  readonly total: number | undefined;
  /** Hand back to read the next page; undefined on the last. Opaque. */
  readonly next: unknown;
}

/** How far Entra is with a group's licenses. */
export type GroupProcessing = 'queued' | 'processing' | 'complete' | 'unknown';

/** A group that carries the product. */
export interface LicensedGroup {
  readonly group: GroupPrincipal;
  readonly processing: GroupProcessing;
  /** Members whose license from this group is in error; undefined where that may not be read. */
  readonly peopleWithIssues: number | undefined;
  /** Persons who are direct members; undefined where that may not be read. */
  readonly memberCount: number | undefined;
  readonly disabledPlanIds: readonly string[];
  /** The other SKUs that the same group gives. */
  readonly otherSkuIds: readonly string[];
}

/** What one principal has before a change. */
export interface Holding {
  readonly principal: PrincipalRef;
  /** Every seat of every SKU, by every path. For a group: what the group itself carries, with the path `direct`. */
  readonly seats: readonly Seat[];
}

/** A license change of one person or group, sent in one call. */
export interface Change {
  readonly principal: PrincipalRef;
  readonly add: readonly { readonly skuId: string; readonly disabledPlanIds: readonly string[] }[];
  /** SKU ids. */
  readonly remove: readonly string[];
}

/**
 * Why a change of one principal was skipped or failed. Closed: each adapter maps its service's answers to it in one function,
 * and an answer that fits nothing is `refused`, never a guess.
 */
export type LicensingCode =
  /** Skipped: the wanted state held before. */
  | 'already-so'
  /** Skipped: the person has the product through a group; a direct license would be a second path to the same seat. */
  | 'through-group'
  /** Not sent: the role of the signed-in person does not cover this principal. */
  | 'not-permitted'
  /** No seat is left; waiting does not help. */
  | 'no-seats'
  /** The person has no usage location, or one in which the product may not be used. */
  | 'usage-location'
  /** The tenant does not own this SKU, or the service does not know it. */
  | 'sku-not-owned'
  /** The license comes from a group and cannot be taken directly. */
  | 'inherited'
  /** A plan that this one needs is missing, or another one still needs it. */
  | 'missing-plans'
  | 'conflicting-plans'
  | 'duplicate-proxy-address'
  /** The group cannot carry licenses. */
  | 'group-not-licensable'
  /** Another change of the same principal was under way, also after retries. */
  | 'concurrent-change'
  | 'forbidden'
  | 'consent-needed'
  /** Nothing was sent: the sign-in ended, or another account is signed in. */
  | 'signed-out'
  | 'principal-not-found'
  /** Still asked to slow down after all retries. */
  | 'throttled'
  | 'service-unavailable'
  /** The connection was gone, and a reading afterwards did not show the change. */
  | 'offline'
  /** The answer was lost and reading back did not settle it either. */
  | 'outcome-unknown'
  /** The service refused for a reason that this app does not know. */
  | 'refused';
