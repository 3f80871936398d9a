import type { GroupPrincipal, NamedGroup, PrincipalRef, UserPrincipal } from '../base/principal';
import type { PoolKey, ProductKey } from './keys';

/** State of a subscription, a pool or a whole product in the commerce system. */
export type Capability = 'enabled' | 'warning' | ClosedCapability | 'unknown';

/** States in which no seat works, and none can be given. */
export type ClosedCapability = 'suspended' | 'deleted' | 'locked-out';

/** Seats of a pool or a whole product, over all its subscriptions. */
export interface SeatCount {
  /** Usable seats: enabled ones and those in their grace period; undefined where the service did not say, as for the others. */
  readonly total: number | undefined;
  readonly assigned: number | undefined;
  /** `total - assigned`; below zero when more are assigned than owned. */
  readonly available: number | undefined;
}

/** One purchase behind a pool. */
export interface Subscription {
  /** Undefined where the service did not say, as for `seats`. */
  readonly id: string | undefined;
  readonly status: Capability;
  readonly isTrial: boolean;
  readonly seats: number | undefined;
  /** ISO date-time of the next change of state (renewal or expiry), midnight UTC of a calendar date; undefined where none is planned. */
  readonly nextLifecycleAt: string | undefined;
  /** True where a date may be planned that could not be read. Default is false. */
  readonly isNextUnread?: boolean;
  readonly createdAt: string | undefined;
}

/** One app or service inside a product, which can be switched on and off. */
export interface ServicePlan {
  readonly id: string;
  readonly partName: string;
  /** False for plans that the service sets for the whole organization. */
  readonly isUserScoped: boolean;
}

/** Names that the outside world knows a product by: for the catalogue, for support, and for the About tab. */
export interface ProductIdentifiers {
  /** GUID; undefined for a product that is no SKU of the directory. */
  readonly skuId: string | undefined;
  /** Such as `SPE_E5`. */
  readonly partNumber: string | undefined;
}

/** Seats that are counted and given together: a SKU of the directory, an allotment, a vendor's contract. */
export interface Pool {
  readonly key: PoolKey;
  readonly capability: Capability;
  readonly seats: SeatCount;
  /** Undefined where they could not be read. */
  readonly subscriptions: readonly Subscription[] | undefined;
  /** True where `subscriptions` may lack some, since what they are of could not be read. Default is false. */
  readonly hasUnreadSubscriptions?: boolean;
}

/** What the tenant owns of one product, as an adapter reads it. */
export interface OwnedProduct {
  readonly key: ProductKey;
  readonly identifiers: ProductIdentifiers;
  /** The best of its pools. */
  readonly capability: Capability;
  /** False for products that apply to the whole organization and cannot be assigned. */
  readonly isUserScoped: boolean;
  /** Over all pools. */
  readonly seats: SeatCount;
  readonly plans: readonly ServicePlan[];
  /** One or more. */
  readonly pools: readonly [Pool, ...Pool[]];
  /** True where the service left something out or wrote it in a way that this app does not know. Default is false. */
  readonly isIncomplete?: boolean;
  /** True where the service did not say which product it is, so that it can be shown and nothing of it changed. Default is false. */
  readonly isUnidentified?: boolean;
  /** This app changed who holds it moments ago; the number of assigned seats may not show that yet. Default is false. */
  readonly isUpdating?: boolean;
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

/** A product and the pool of it that a seat comes from. */
export interface PoolRef {
  readonly product: ProductKey;
  readonly pool: PoolKey;
}

/** One seat of one person by one path; two paths to one pool take one seat of the tenant. */
export interface Seat extends PoolRef {
  readonly path: SeatPath;
  readonly state: 'active' | 'active-with-error' | 'disabled' | 'error' | 'unknown';
  readonly issue: IssueCode | undefined;
  readonly disabledPlanIds: readonly string[];
  /** ISO date-time of the last change of this assignment. */
  readonly updatedAt: string | undefined;
  /** True where its apps that are off could not be read. Default is false. */
  readonly isIncomplete?: boolean;
  /** True where the way to it could not be read; `path` is then a group of no id. Default is false. */
  readonly isSourceUnknown?: boolean;
}

/** A person with every path to the product. */
export interface Holder {
  readonly user: UserPrincipal;
  readonly seats: readonly Seat[];
  /** True where some of the seats, or details of them, could not be read. Default is false. */
  readonly isIncomplete?: boolean;
  /** Changed by this app moments ago; readings don't show it yet. Default is false. */
  readonly isUpdating?: boolean;
}

/** One page of holders. */
export interface HolderPage {
  readonly holders: readonly Holder[];
  /** Number of holders who were left out, since not even who they are could be read. Default is 0. */
  readonly unread?: number;
  /** Number over all pages; only on the first page. */
  readonly total: number | undefined;
  /** Hand back to read the next page; undefined on the last. Opaque. */
  readonly next: unknown;
}

/** A product that is still held although it is no longer listed, and a pool of it. */
export interface UnlistedHolding extends PoolRef {
  /** Number of people who hold it; undefined where that could not be read, and they may be none. */
  readonly people: number | undefined;
  /** Number of groups that give it. Default is none that is known. */
  readonly groups?: number;
}

/** People whose license of a product is in error, as far as they could be read. */
export interface PeopleWithIssues {
  readonly people: readonly Holder[];
  /** Number of people who were left out, since not even who they are could be read. Default is 0. */
  readonly unread?: number;
  /** Groups that give the product and whose members in error could not be read. */
  readonly unreadGroups: readonly NamedGroup[];
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
  /** Other products that the same group gives. */
  readonly otherProducts: readonly ProductKey[];
}

/** What one principal has before a change. */
export interface Holding {
  readonly principal: PrincipalRef;
  /** Every seat of every product, by every path. For a group: what the group itself carries, with the path `direct`. */
  readonly seats: readonly Seat[];
  /** True where `seats` may lack some, since they could not be read. Default is false. */
  readonly isIncomplete?: boolean;
}

/** A license that a principal holds directly, with its apps that are off. */
export interface HeldLicense extends PoolRef {
  readonly disabledPlanIds: readonly string[];
}

/** A license to give, with its apps that are off. */
export interface LicenseToAdd extends PoolRef {
  readonly disabledPlanIds: readonly string[];
}

/** A license change of one person or group, sent in one call where the door can. */
export interface Change {
  readonly principal: PrincipalRef;
  readonly add: readonly LicenseToAdd[];
  readonly remove: readonly PoolRef[];
}

/**
 * Why a change of one principal was skipped or failed. Closed: each adapter maps its service's answers to it in one function,
 * and an answer that fits nothing is `refused`, never a guess.
 */
export type LicensingCode =
  /** Skipped: the wanted state held before. */
  | 'already-so'
  /** Skipped: the product of which something was to be changed is not held (any more). */
  | 'not-held'
  /** Skipped: the person has the product through a group; a direct license would be a second path to the same seat. */
  | 'through-group'
  /** Skipped or not sent: the role of the signed-in person does not cover this principal. */
  | 'not-permitted'
  /** No seat is left; waiting does not help. */
  | 'no-seats'
  /** The person has no usage location, or one in which the product may not be used. */
  | 'usage-location'
  /** The tenant does not own this product, or the service does not know it. */
  | 'product-not-owned'
  /** The tenant owns the product, and its subscription is suspended, deleted or locked, so that no license of it can be given. */
  | 'product-suspended'
  /** Skipped, or refused: the license comes from a group and cannot be taken directly. */
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
  /** Not sent: what the principal holds could not be read, and what is to be sent depends on it. */
  | 'unreadable'
  /** The service refused for a reason that this app does not know. */
  | 'refused';
