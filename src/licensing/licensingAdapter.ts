import type { Outcome } from '../base/outcome';
import type { PrincipalRef } from '../base/principal';
import type {
  Change,
  Holder,
  HolderPage,
  Holding,
  LicensedGroup,
  LicensingCode,
  Seat,
  SubscribedSku,
} from './types';

/** Which holders to read. */
export interface HolderQuery {
  readonly skuId: string;
  /** Part of a name; undefined or empty reads all. */
  readonly search?: string;
  /** `next` of the page before. */
  readonly cursor?: unknown;
  readonly signal?: AbortSignal;
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
  /** Reads every SKU that the tenant owns, first-party ones too, with its subscriptions. */
  listSkus(signal?: AbortSignal): Promise<readonly SubscribedSku[]>;
  /** Reads a page of everyone who holds a seat of the SKU by any path, by name where the service can sort. */
  listHolders(query: HolderQuery): Promise<HolderPage>;
  /** Reads the people whose license of the SKU is in error, which are not all among the holders. */
  listPeopleWithIssues(skuId: string, signal?: AbortSignal): Promise<readonly Holder[]>;
  /** Reads the groups that carry the SKU. */
  listGroups(skuId: string, signal?: AbortSignal): Promise<readonly LicensedGroup[]>;
  /** Reads what each principal holds now, in the order given; an unknown principal holds nothing. */
  readHoldings(principals: readonly PrincipalRef[], signal?: AbortSignal): Promise<readonly Holding[]>;
  /** Reads the signed-in person's own seats. */
  readOwnSeats(signal?: AbortSignal): Promise<readonly Seat[]>;
  /**
   * Makes one change and tells the truth of it: a lost answer is settled by reading back and, if need be, sending once more.
   * For a group `done` is `pending`, since Entra applies it to the members afterwards.
   */
  apply(change: Change, signal?: AbortSignal): Promise<Outcome<LicensingCode>>;
}
