import type { GroupPrincipal, NamedGroup, PrincipalRef, UserPrincipal } from '../base/principal';
import type { Door, DoorLimit } from './door';
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

/** Names of a product outside of this app, for the catalog, for support and for the About tab. */
export interface ProductIdentifiers {
  /** GUID; undefined for a product that is no SKU of the directory. */
  readonly skuId: string | undefined;
  /** Such as `SPE_E5`. */
  readonly partNumber: string | undefined;
  /** Id in the marketplace's catalog, such as `G2ALO6SPZNK7:0001`. Default is that it is not known. */
  readonly catalogId?: string;
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
  /** Kinds of principals that seats can be given to. Default is both. */
  readonly assignableTo?: readonly PrincipalRef['kind'][];
  /** True for a purchase that belongs to one person, who alone may give its seats. Default is false. */
  readonly isPersonal?: boolean;
}

/** A product that the tenant owns, as an adapter reads it. */
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
  readonly pools: readonly [Pool, ...Pool[]];
  /** Pool to give seats from, which the admin chose or which suits a list best. Default is the best one by itself. */
  readonly chosenPool?: PoolKey;
  /** Doors that list it, first the one that changes go through. Default is the directory alone. */
  readonly doors?: readonly [Door, ...Door[]];
  /** Facts that the door in use can't tell of it. Default is none. */
  readonly limits?: readonly DoorLimit[];
  /** True if the service left something out or wrote it in a way that this app does not know. Default is false. */
  readonly isIncomplete?: boolean;
  /** True if the service did not identify the product, so that it is only shown. Default is false. */
  readonly isUnidentified?: boolean;
  /** This app changed who holds it moments ago; the number of assigned seats may not show that yet. Default is false. */
  readonly isUpdating?: boolean;
}

/** Reason why an assigned license does not work, by the terms of Entra's group-based licensing. */
export type IssueCode =
  | 'not-enough-licenses'
  | 'usage-location'
  | 'conflicting-plans'
  | 'missing-plans'
  | 'duplicate-proxy-address'
  | 'other';

/** Details of an issue, as far as the service tells any. */
export interface IssueDetail {
  /** Service plans that it names, those of the product itself and those of others. Default is none. */
  readonly planIds?: readonly string[];
  /** Product of the same group that failed by itself, so that the group gave none, with its reason. Default is none. */
  readonly behind?: { readonly product: ProductKey; readonly issue: IssueCode };
}

/** Assignment path of a seat. */
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
  readonly issueDetail?: IssueDetail;
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
  /** Number of holders who were left out, since not even their ids could be read. Default is 0. */
  readonly unread?: number;
  /** Number of devices that take seats of the product, and are no holders; only on the first page. Default is none that is known. */
  readonly devices?: number;
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
  /** Number of people who were left out, since not even their ids could be read. Default is 0. */
  readonly unread?: number;
  /** Groups that give the product and whose members in error could not be read. */
  readonly unreadGroups: readonly NamedGroup[];
}

/** A person who was given a seat, through a group, of a pool that has none left, and gets the next one that is freed. */
export interface WaitingMember {
  readonly user: UserPrincipal;
  readonly pool: PoolKey;
  /** ISO date-time; undefined where the service did not say. */
  readonly since: string | undefined;
  /** Position in the pool's line, from 1. */
  readonly place: number;
}

/** People who wait for seats of a product, each pool's in the order in which they get them. */
export interface WaitingList {
  readonly people: readonly WaitingMember[];
  /** Number of people who were left out, since not even their ids could be read. Default is 0. */
  readonly unread?: number;
}

/** Progress of Entra with a group's licenses. */
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

/** Licenses of one principal before a change. */
export interface Holding {
  readonly principal: PrincipalRef;
  /** Every seat of every product, by every path. For a group: what the group itself carries, with the path `direct`. */
  readonly seats: readonly Seat[];
  /** True where `seats` may lack some, since they could not be read. Default is false. */
  readonly isIncomplete?: boolean;
  /** Changed by this app moments ago; readings don't show it yet. Default is false. */
  readonly isUpdating?: boolean;
}

/** A license that a principal holds directly, with its apps that are off. */
export interface HeldLicense extends PoolRef {
  readonly disabledPlanIds: readonly string[];
}

/** A license to give, with its apps that are off. */
export interface LicenseToAdd extends PoolRef {
  readonly disabledPlanIds: readonly string[];
}

/** One step of a change that a door makes in several: a license given, given back after a later step failed, taken, or switched. */
export interface ChangeStep {
  readonly kind: 'given' | 'given-back' | 'taken' | 'switched';
  /** With the apps that were off before it was taken, or that are off now. */
  readonly license: HeldLicense;
  /** Id of the assignment in the service; undefined where it has none. */
  readonly assignmentId: string | undefined;
}

/** A license change of one person or group, sent in one call if the service can. */
export interface Change {
  readonly principal: PrincipalRef;
  readonly add: readonly LicenseToAdd[];
  readonly remove: readonly PoolRef[];
}

/** Reason why a change of one principal was skipped or failed. Closed: adapters map their service's errors to it, unknown ones to `refused`. */
export type LicensingCode =
  | 'no-change'
  /** Skipped: the principal does not hold the product, or no longer. */
  | 'not-held'
  /** Skipped: the person has the product through a group; a direct license would be a second path to the same seat. */
  | 'inherited-from-group'
  /** Skipped or not sent: the role of the signed-in person does not cover this principal. */
  | 'not-permitted'
  /** No seat is left; waiting does not help. */
  | 'no-licenses-available'
  /** The person has no usage location, or one in which the product may not be used. */
  | 'usage-location'
  /** The tenant does not own this product, or the service does not know it. */
  | 'product-not-owned'
  /** The tenant owns the product, and its subscription is suspended, deleted or locked, so that no license of it can be given. */
  | 'product-suspended'
  /** Skipped, or rejected: the license comes from a group and cannot be removed directly. */
  | 'inherited'
  /** The pool's licenses are only for people, only for groups, or for neither; another pool of the product may do. */
  | 'assignee-not-supported'
  /** A plan that this one needs is missing, or another one still needs it. */
  | 'missing-plans'
  | 'conflicting-plans'
  | 'duplicate-proxy-address'
  | 'group-not-licensable'
  /** Another change of the same principal was under way, also after retries. */
  | 'concurrent-change'
  | 'forbidden'
  /** One person bought the pool, and only that person may give and take its seats. */
  | 'only-buyer-assigns'
  | 'consent-needed'
  /** Nothing was sent: the sign-in ended, or another account is signed in. */
  | 'signed-out'
  | 'principal-not-found'
  /** Still limited after all retries. */
  | 'throttled'
  | 'service-unavailable'
  /** The connection was lost, and a read afterwards did not show the change. */
  | 'offline'
  /** The response was lost, and a read did not show the outcome either. */
  | 'outcome-unknown'
  /** Not sent: the change depends on licenses of the principal that could not be read. */
  | 'unreadable'
  /** Its job was stopped before the rest of it was sent. */
  | 'stopped'
  /** The service rejected the change for a reason that this app does not know. */
  | 'refused';
