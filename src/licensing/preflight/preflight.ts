import type { Permissions } from '../../base/permissions';
import type { GroupComposition, Principal } from '../../base/principal';
import type { AssignableProduct } from '../product';
import type { Holding, SeatPath } from '../types';

/** Names of products, given only where several are judged together. */
export type ProductNames = readonly string[];

/** One thing known of a line before anything is sent. */
export type PreflightFinding =
  | { readonly kind: 'gets-seat'; readonly products?: ProductNames }
  | { readonly kind: 'has-already'; readonly paths: readonly SeatPath[]; readonly product?: string }
  /** Holds it through a group; a direct license would be a second path to the same seat. */
  | { readonly kind: 'has-through-group'; readonly paths: readonly SeatPath[]; readonly product?: string }
  | { readonly kind: 'usage-location-missing' }
  | { readonly kind: 'blocked-account' }
  | { readonly kind: 'guest' }
  /** From this line on no seat is left. `withheld`: what the same call asks for besides, and is refused with it. */
  | { readonly kind: 'no-seat-left'; readonly products?: ProductNames; readonly withheld?: ProductNames }
  | {
      readonly kind: 'group-members';
      readonly directUsers: number;
      readonly nestedGroups: number;
      readonly products?: ProductNames;
    }
  | { readonly kind: 'group-not-licensable' }
  | { readonly kind: 'role-assignable-group' }
  /** The signed-in person's role covers groups only. */
  | { readonly kind: 'not-permitted' };

/** What a line comes to. */
export interface PreflightLine {
  readonly principal: Principal;
  /** In the order of their weight. */
  readonly findings: readonly PreflightFinding[];
  /**
   * `send`: will be sent. `skip`: nothing to do, is not sent. `stop`: the service would refuse; is not sent.
   * `risk`: is sent, and the service may refuse it.
   */
  readonly verdict: 'send' | 'risk' | 'skip' | 'stop';
}

/** Whether a line is sent; lines that need nothing, or that the service would refuse for sure, are not. */
export function isSent({ verdict }: PreflightLine): boolean {
  return verdict === 'send' || verdict === 'risk';
}

/** What a list takes of the seats of one product. */
export interface ProductSeats {
  readonly product: AssignableProduct;
  /** Most seats that the list can take, lines stopped only for want of a seat included; groups count their direct members. */
  readonly needed: number;
  /** Most seats that the lines which are sent can take, at most `available`. */
  readonly given: number;
  readonly available: number;
  /** `needed - available`, at least 0. */
  readonly missing: number;
}

/** The whole list, judged together. */
export interface Preflight {
  readonly lines: readonly PreflightLine[];
  /** Of each product, in their order. */
  readonly seats: readonly ProductSeats[];
}

/** What is known when a list is judged. */
export interface PreflightInput extends Omit<Permissions, 'canManageGroups'> {
  /** What each in the list is to get, all in one call. */
  readonly products: readonly AssignableProduct[];
  /** In the order in which they will be sent, each once. */
  readonly principals: readonly Principal[];
  /** What the principals hold now, in any order, each product in one of those of a principal; a missing one holds nothing. */
  readonly holdings: readonly Holding[];
  /** Members of the groups in the list, by group id, as far as known. */
  readonly compositions: ReadonlyMap<string, GroupComposition>;
}
