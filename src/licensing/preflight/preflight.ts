import type { Permissions } from '../../base/permissions';
import type { Principal } from '../../base/principal';
import type { AssignableProduct, Product } from '../product';
import type { Holding, SeatPath } from '../types';
import type { GroupReading } from './groupReading';

/** Names of products, present only if the list is about several. */
export type ProductNames = readonly string[];

/** Members of a group for whom products cannot be given; `products` are named where they could be taken for others. */
export interface GroupLack {
  readonly products?: ProductNames;
  readonly people: number;
}

/** Effect of a group's license on its direct members, by what each of them holds now. */
export interface GroupGains {
  readonly directUsers: number;
  /** Undefined where that cannot be known. */
  readonly nestedGroups: number | undefined;
  /** Members who get a seat, of each product of which somebody does. */
  readonly gains: readonly { readonly product?: string; readonly people: number }[];
  /** Members who have all of it already. */
  readonly keeping: number;
  /** Members of whom it is not known what they have; default is none. */
  readonly unread?: number;
  /** True where another product of the group may keep members from all of it, since it is not known which it carries, or its seats; default is false. */
  readonly areOthersUnknown?: boolean;
  /** Members for whom no seat is left, of which products. */
  readonly lacking: readonly GroupLack[];
  /** Members for whom no seat is left, and who wait for one, of which products; default is none. */
  readonly waiting?: readonly GroupLack[];
  /**
   * Members for whom another product of the group cannot be given, and with it nothing: Entra gives a member all that a
   * group carries, or none of it (Entra: group-based licensing).
   */
  readonly withheld: readonly GroupLack[];
  /** Members who get nothing, since another group fails to give them the product for a reason of their own; default is none. */
  readonly refused?: readonly GroupLack[];
}

/** A fact about a line before anything is sent. */
export type PreflightFinding =
  | { readonly kind: 'gets-seat'; readonly products?: ProductNames }
  | { readonly kind: 'has-already'; readonly paths: readonly SeatPath[]; readonly product?: string }
  /** Holds it through a group; a direct license would be a second path to the same seat. */
  | { readonly kind: 'has-through-group'; readonly paths: readonly SeatPath[]; readonly product?: string }
  /** The state of a path to these products could not be read. The line is sent, and takes a seat at most. */
  | { readonly kind: 'state-unknown'; readonly products?: ProductNames }
  /** Licenses of the principal could not be read, and sending would depend on them. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'usage-location-missing' }
  /** Only the name is known, so only the service can tell what prevents the change. */
  | { readonly kind: 'details-unknown' }
  | { readonly kind: 'blocked-account' }
  | { readonly kind: 'guest' }
  /**
   * From this line on no seat is left. `withheld`: other products of the same call, which is rejected as a whole. `isWaiting`: members of
   * the group without a seat wait for one, and it keeps nothing else from them; default is false.
   */
  | {
      readonly kind: 'no-seat-left';
      readonly products?: ProductNames;
      readonly withheld?: ProductNames;
      readonly isWaiting?: boolean;
    }
  | ({ readonly kind: 'group-gains' } & GroupGains)
  /** Its members are counted only, so each of them may take a seat. */
  | {
      readonly kind: 'group-members';
      readonly directUsers: number;
      readonly nestedGroups: number | undefined;
      readonly products?: ProductNames;
    }
  | { readonly kind: 'group-size-unknown'; readonly products?: ProductNames }
  | { readonly kind: 'group-not-licensable' }
  /** Licenses of the pools to give from are only for people, or only for groups, and this is the other. */
  | { readonly kind: 'only-for-people' | 'only-for-groups'; readonly products?: ProductNames }
  /** One person bought the pool to give from, and only that person can give its seats. It isn't known who that is. */
  | { readonly kind: 'only-buyer-assigns'; readonly products?: ProductNames }
  | { readonly kind: 'role-assignable-group' }
  /** The signed-in person's role covers groups only. */
  | { readonly kind: 'not-permitted' };

/** A line and its result. */
export interface PreflightLine {
  readonly principal: Principal;
  /** Most important first. */
  readonly findings: readonly PreflightFinding[];
  /**
   * `send`: will be sent. `skip`: nothing to do, is not sent. `stop`: the service would reject it; is not sent.
   * `risk`: is sent, and the service may reject it.
   */
  readonly result: 'send' | 'risk' | 'skip' | 'stop';
}

/** Returns true if a line is sent. */
export function isSent({ result }: PreflightLine): boolean {
  return result === 'send' || result === 'risk';
}

/** Seats of one product that a list needs. */
export interface ProductSeats {
  readonly product: AssignableProduct;
  /**
   * Certainty of the numbers. `exact`: they are certain. `at-most`: people may hold the product already: members of a
   * group that are counted only, or those of whom it could not be read; or what else a group carries is not known. `unknown`: not even the size of a group is known, and the numbers leave it out.
   */
  readonly certainty: 'exact' | 'at-most' | 'unknown';
  /** Seats that the list needs, one for each person, also of lines that are stopped only because no seat is left. */
  readonly needed: number;
  /** Seats for the lines that are sent, at most `available`. */
  readonly given: number;
  /** Undefined where the service did not say how many there are. */
  readonly available: number | undefined;
  /** `needed - available`, at least 0; 0 where `available` is not known. */
  readonly missing: number;
}

/** Preview of the whole list. */
export interface Preflight {
  readonly lines: readonly PreflightLine[];
  /** One for each product, in their order. */
  readonly seats: readonly ProductSeats[];
}

/** Facts that a preview of a list rests on. */
export interface PreflightInput extends Omit<Permissions, 'canManageGroups'> {
  /** Products for each principal, all in one call. */
  readonly products: readonly AssignableProduct[];
  /** In the order in which they will be sent, each once. */
  readonly principals: readonly Principal[];
  /** Current licenses of the principals, in any order; a principal may have several, for different products. A missing one holds nothing. */
  readonly holdings: readonly Holding[];
  /** Groups of the list by id; nothing is known of a missing one. */
  readonly groups: ReadonlyMap<string, GroupReading>;
  /** All products of the organization, for other products of groups. */
  readonly tenant: readonly Product[];
  /** True if the people of the list get their seats through a group, so that the pools must be for groups. Default is false. */
  readonly isThroughGroup?: boolean;
}
