import type { Outcome } from '../base/outcome';
import type { PrincipalRef } from '../base/principal';
import type { ProductKey } from './keys';
import type {
  Change,
  GroupProcessing,
  HolderPage,
  Holding,
  IssueCode,
  LicensedGroup,
  LicensingCode,
  OwnedProduct,
  PeopleWithIssues,
  Seat,
  UnlistedHolding,
} from './types';

/** Which holders to read. */
export interface HolderQuery {
  readonly product: ProductKey;
  /** `next` of the page before. */
  readonly cursor?: unknown;
  /** Ids of the only people to read, all in one page and in any order, in a request for each 15 of them. Default is everyone. */
  readonly only?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Products that are listed, and others that may still be in use. */
export interface UnlistedQuery {
  /** Products that are listed, of which nothing is read. */
  readonly listed: readonly ProductKey[];
  /** Products that the caller knows of. */
  readonly known: readonly ProductKey[];
  /** Products that may never have been owned, such as the catalogue's: given only where they turn out to be held. Default is none. */
  readonly possible?: readonly ProductKey[];
  readonly signal?: AbortSignal;
}

/** How a call is made. */
export interface CallOptions {
  /** Takes what was not sent out of the queue, rejecting with `cancelled`; what was sent is waited for. */
  readonly signal?: AbortSignal;
  /** Lets calls that a person waits for go ahead. Default is false. */
  readonly isBulk?: boolean;
}

/** How holdings are read. */
export interface HoldingOptions extends CallOptions {
  /** The only products that matter, so that long lists can be read from their holders. Default is all. */
  readonly products?: readonly ProductKey[];
}

/** How a change is made. */
export interface ApplyOptions extends CallOptions {
  /**
   * Set where the same licenses were changed minutes ago, as by an undo: a reading may still show the state before that,
   * so that only an answer of the service settles a lost one. Default is false.
   */
  readonly ignoreStaleReads?: boolean;
}

/** How far the service is with a group's licenses. */
export interface GroupProgress {
  readonly processing: GroupProcessing;
  /** Members whose license of the product from this group is in error, by user id, with the reason; undefined where they could not be read. */
  readonly issues: ReadonlyMap<string, IssueCode> | undefined;
}

/**
 * A service that knows and changes licenses. Each implementation is a folder under `adapters/`, chosen in `app/`,
 * and passes the suite in `test/contracts/licensing`.
 *
 * Reads reject with AppError (`forbidden`, `consent-needed`, `throttled`, `service-unavailable`, `offline`, …).
 * `apply` never rejects for what concerns one principal: that is an Outcome.
 */
export interface LicensingAdapter {
  /** Stable name of the implementation, for journals. */
  readonly id: string;
  /** Reads every product that the tenant owns, first-party ones too, with its pools and their subscriptions. */
  listProducts(signal?: AbortSignal): Promise<readonly OwnedProduct[]>;
  /**
   * Counts the people who hold products that `listProducts` no longer tells: those of `known` that this adapter made, and
   * those that the service names in another list. What has no holder is left out. One request for each, and one more at most.
   */
  listUnlisted(query: UnlistedQuery): Promise<readonly UnlistedHolding[]>;
  /**
   * Reads a page of everyone who holds a seat of the product by any path, by name where the service can sort. Rejects with
   * `not-found` for a key that this adapter did not make, as `listPeopleWithIssues`, `listGroups` and `readGroupProgress` do;
   * for such a key `readHoldings` tells no seats, and the outcome of `apply` is `product-not-owned`.
   */
  listHolders(query: HolderQuery): Promise<HolderPage>;
  /**
   * Reads the people whose license of the product is in error, which are not all among the holders. A group that doesn't let
   * them be read is named, and the rest is given.
   */
  listPeopleWithIssues(product: ProductKey, signal?: AbortSignal): Promise<PeopleWithIssues>;
  /** Reads the groups that give the product. */
  listGroups(product: ProductKey, signal?: AbortSignal): Promise<readonly LicensedGroup[]>;
  /**
   * Reads what each principal holds now, in the order given; an unknown principal holds nothing. Takes as few requests as
   * it can: a fifteenth of the number of principals, or a page for each 999 holders of `products` where that is less. With
   * `products` only seats of these are told, and a bulk reading leaves out the names of groups.
   */
  readHoldings(principals: readonly PrincipalRef[], options?: HoldingOptions): Promise<readonly Holding[]>;
  /** Reads how far the service is with what a group gives of one product. */
  readGroupProgress(groupId: string, product: ProductKey, options?: CallOptions): Promise<GroupProgress>;
  /** Reads the signed-in person's own seats. */
  readOwnSeats(signal?: AbortSignal): Promise<readonly Seat[]>;
  /**
   * Makes one change and tells the truth of it: a lost answer is settled by reading back and, if need be, sending again,
   * at most six times in all. For a group `done` is `pending`, since Entra applies it to the members afterwards.
   * A refusal for want of rights is the outcome `forbidden`: whether it concerns this principal or all is not known here.
   * Rejects with AppError for what concerns the session and not this principal: `consent-needed`, `sign-in-needed`,
   * `account-changed`, `token-refused`, `offline` (the connection is gone and nothing can be read), `throttled` (a wait
   * longer than ten minutes is asked for), `cancelled` (nothing was sent), and with the reason of a lost answer where it
   * was stopped before that was settled. After any of these but `cancelled` the change may have been made: look before
   * sending it again.
   */
  apply(change: Change, options?: ApplyOptions): Promise<Outcome<LicensingCode>>;
}
