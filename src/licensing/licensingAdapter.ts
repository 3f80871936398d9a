import type { MadeIds, Outcome } from '../base/outcome';
import type { PrincipalRef } from '../base/principal';
import type { Door, DoorState } from './door';
import type { ProductKey } from './keys';
import type {
  Change,
  ChangeStep,
  GroupProcessing,
  HolderPage,
  Holding,
  IssueCode,
  LicensedGroup,
  LicensingCode,
  OwnedProduct,
  PeopleWithIssues,
  PoolRef,
  Seat,
  UnlistedHolding,
  WaitingList,
} from './types';

/** Holders to read. */
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

/** Options of a call. */
export interface CallOptions {
  /** Takes calls out of the queue and rejects with `cancelled`; a call that was sent is waited for. */
  readonly signal?: AbortSignal;
  /** True if calls that a person waits for go first. Default is false. */
  readonly isBulk?: boolean;
}

/** Options for reading holdings. */
export interface HoldingOptions extends CallOptions {
  /** The only products that matter, so that long lists can be read from their holders. Default is all. */
  readonly products?: readonly ProductKey[];
  /** Pools of a change of these products, which is compared with their door even if the products are listed through another by now. */
  readonly pools?: readonly PoolRef[];
}

/** Options of a change. */
export interface ApplyOptions extends CallOptions {
  /**
   * True if the same licenses were changed minutes ago, as by an undo: a read may still show the state before that, so only a
   * response of the service proves the outcome. Default is false.
   */
  readonly ignoreStaleReads?: boolean;
  /**
   * Ids of the assignments that an earlier change made, by pool, as its outcome has them. With `ignoreStaleReads` they stand for
   * licenses to take that readings do not show. Default is none.
   */
  readonly assignmentIds?: MadeIds | undefined;
  /**
   * Called after each step of a change that takes several, before the next one is sent, and awaited. Not called for a change that
   * `isOneStep`. A rejection stops the change.
   */
  readonly onStep?: (step: ChangeStep) => Promise<void>;
}

/** Progress of the service with a group's licenses. */
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
 * `apply` never rejects because of one principal: that is an Outcome.
 */
export interface LicensingAdapter {
  /** Stable name of the implementation, for journals. */
  readonly id: string;
  /** Reads which doors answer this person, by the last answers of each, asking those that were not asked yet. Never rejects. */
  readDoors(signal?: AbortSignal): Promise<ReadonlyMap<Door, DoorState>>;
  /** Reads every product that the tenant owns, first-party ones too, with its pools and their subscriptions. */
  listProducts(signal?: AbortSignal): Promise<readonly OwnedProduct[]>;
  /**
   * Counts the people who hold products that `listProducts` no longer returns: those of `known` that this adapter made, and
   * those in another list of the service. Products without a holder are left out. One request for each, and one more at most.
   */
  listUnlisted(query: UnlistedQuery): Promise<readonly UnlistedHolding[]>;
  /**
   * Reads a page of everyone who holds a seat of the product by any path, by name where the service can sort. Rejects with
   * `not-found` for a key that this adapter did not make, as `listPeopleWithIssues`, `listGroups` and `readGroupProgress` do;
   * for such a key `readHoldings` returns no seats, and the outcome of `apply` is `product-not-owned`.
   */
  listHolders(query: HolderQuery): Promise<HolderPage>;
  /**
   * Reads the people whose license of the product is in error; not all of them are among the holders. Groups whose members in
   * error can't be read are named.
   */
  listPeopleWithIssues(product: ProductKey, signal?: AbortSignal): Promise<PeopleWithIssues>;
  /** Reads the people who wait for a seat; undefined for a product whose door keeps no such list. */
  listWaitingMembers(product: ProductKey, signal?: AbortSignal): Promise<WaitingList | undefined>;
  /** Reads the groups that give the product. */
  listGroups(product: ProductKey, signal?: AbortSignal): Promise<readonly LicensedGroup[]>;
  /**
   * Reads what each principal holds now, in the order given; an unknown principal holds nothing. Takes as few requests as
   * it can: a fifteenth of the number of principals, or a page for each 999 holders of `products` where that is less. With
   * `products` only their seats are returned, and a bulk read leaves out the names of groups.
   */
  readHoldings(principals: readonly PrincipalRef[], options?: HoldingOptions): Promise<readonly Holding[]>;
  /** Reads the progress of the service with a group's license of one product. */
  readGroupProgress(groupId: string, product: ProductKey, options?: CallOptions): Promise<GroupProgress>;
  /** Reads the signed-in person's own seats. */
  readOwnSeats(signal?: AbortSignal): Promise<readonly Seat[]>;
  /** True if `apply` makes this change as a whole or not at all. */
  isOneStep(change: Change): boolean;
  /**
   * Makes one change and returns its true outcome: after a lost response the principal is read and, if need be, the change is
   * sent again, at most six times in all. For a group `done` is `pending`, since Entra applies it to the members afterwards.
   * Missing rights are the outcome `forbidden`; it is not known here whether they concern only this principal.
   * Rejects with AppError for failures of the session: `consent-needed`, `sign-in-needed`,
   * `account-changed`, `token-refused`, `offline` (no connection, and nothing can be read), `throttled` (the
   * service asks for a wait of more than ten minutes), `cancelled` (nothing was sent), and with the error of a lost response if
   * it was stopped before the outcome was known. After any of these but `cancelled` the change may have been made: read before
   * sending it again.
   * A change that is not one step gives before it takes, since a license taken from one pool frees no seat of another; where
   * plans conflict, it takes first. If a step fails, those before it are undone. Where that fails too, the outcome is `failed`
   * with `made`, which names the pools that were changed.
   */
  apply(change: Change, options?: ApplyOptions): Promise<Outcome<LicensingCode>>;
}
