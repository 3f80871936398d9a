import type { Outcome } from '../../base/outcome';
import type { Permissions } from '../../base/permissions';
import type { Principal } from '../../base/principal';
import type { Change, Holding, LicensingCode, OwnedProduct, SeatPath } from '../types';
import type { GroupReading } from './groupReading';
import type { GroupLack, PreflightLine } from './preflight';
import type { Product } from '../product';

/** People of a move, members of its groups included, each once. */
export interface MovedPeople {
  /** Those who get a seat of the new product. */
  readonly gaining: number;
  /** Those who have no seat of the old product afterwards, whether they get one of the new product or not. */
  readonly losing: number;
  /** False where more may, since members of a group, or what some of the people hold, are not known. */
  readonly isExact: boolean;
}

/** Members of a group that moves, by what becomes of them. */
export interface MembersMoved {
  readonly directUsers: number;
  /** Members who get a seat of the new product, who have it already, and for whom no seat is left. */
  readonly gaining: number;
  readonly keeping: number;
  readonly lacking: number;
  /** True if the `lacking` wait for a seat; default is false. */
  readonly isWaiting?: boolean;
  /** Those of the `lacking` who lose the old product, and those of whom that is not known. */
  readonly losing: number;
  readonly unsure: number;
  /** Members who keep the old product in another way. */
  readonly retaining: number;
  /**
   * Members for whom another product of the group cannot be given, and with it nothing, by the names of those products;
   * default is none. Entra gives a member all that a group carries, or none of it (Entra: group-based licensing).
   */
  readonly withheld?: readonly GroupLack[];
  /** True where another product of the group may keep members from the new one, since which it carries, or its seats, are not known; default is false. */
  readonly areOthersUnknown?: boolean;
}

/** A fact about a line of a move before anything is sent. */
export type MoveFinding =
  /**
   * Gets a seat of the new product and gives the direct one of the old product back. `hasTarget`: has the new product already
   * and keeps it as it is. `keptThrough`: groups that go on giving the old product.
   */
  | { readonly kind: 'moves'; readonly hasTarget: boolean; readonly keptThrough: readonly SeatPath[] }
  /** The group gives its members the new product in place of the old one. */
  | ({ readonly kind: 'group-moves' } & MembersMoved)
  /** The group moves, and what its members hold is not known, or not even how many they are. */
  | { readonly kind: 'group-unread'; readonly directUsers: number | undefined }
  /** The old product comes from groups alone, which are selected and move as well. */
  | { readonly kind: 'goes-with-group'; readonly paths: readonly SeatPath[] }
  /** The old product comes from groups alone, and only leaving them takes it. */
  | { readonly kind: 'source-inherited'; readonly hasTarget: boolean; readonly paths: readonly SeatPath[] }
  /** Groups are to give the old product and each path is in error, so that there is none to move. */
  | { readonly kind: 'source-in-error'; readonly paths: readonly SeatPath[] }
  | { readonly kind: 'source-not-held'; readonly hasTarget: boolean }
  /** Licenses of the principal could not be read, and nothing is sent. */
  | { readonly kind: 'unreadable' }
  /** The state of a path to either product could not be read; the line is sent. */
  | { readonly kind: 'state-unknown' }
  | { readonly kind: 'usage-location-missing' }
  /** Only the name is known, so only the service can tell what prevents the change. */
  | { readonly kind: 'details-unknown' }
  | { readonly kind: 'blocked-account' }
  | { readonly kind: 'guest' }
  /** From this line on no seat of the new product is left. */
  | { readonly kind: 'no-seat-left' }
  | { readonly kind: 'group-not-licensable' }
  /** Licenses of the pool to give from are only for people, or only for groups, and this is the other. */
  | { readonly kind: 'only-for-people' | 'only-for-groups' }
  /** One person bought the pool to give from, and only that person can give its seats. It isn't known who that is. */
  | { readonly kind: 'only-buyer-assigns' }
  | { readonly kind: 'not-permitted' };

/** Line of a move, and its result. */
export interface MoveLine {
  readonly principal: Principal;
  readonly findings: readonly MoveFinding[];
  readonly result: PreflightLine['result'];
  /** One call that gives and removes, so that a person always has a seat. */
  readonly change: Change;
  /** Set where nothing is sent: skipped where it stays as it is, failed where something can be put right first. */
  readonly outcome?: Outcome<LicensingCode>;
  /** The line moves with a group of the selection, and nothing is sent for it alone. */
  readonly isInGroup?: true;
}

/** Preview of a whole move. */
export interface MovePreflight {
  /** The new product, with the pool that its seats come from. */
  readonly target: OwnedProduct;
  readonly lines: readonly MoveLine[];
  /** Seats of the new product, one for each person, also of lines that are stopped only because none is left; groups as far as they were read. */
  readonly seatsNeeded: number;
  readonly seatsAvailable: number;
  /** `seatsNeeded - seatsAvailable`, at least 0. */
  readonly seatsMissing: number;
  readonly people: MovedPeople;
}

/** Facts that a preview of a move rests on. */
export interface MoveInput extends Omit<Permissions, 'canManageGroups'> {
  /** The product that is removed, where it is held directly. */
  readonly from: OwnedProduct;
  /** The product that people get. */
  readonly target: OwnedProduct;
  /** Apps of the target that are off for those who get it; those who have it already keep theirs. */
  readonly disabledPlanIds: readonly string[];
  /** In the order in which they will be sent, each once. */
  readonly principals: readonly Principal[];
  /** Licenses that they hold now of both products, in any order; a missing one holds nothing. */
  readonly holdings: readonly Holding[];
  /** The groups among them by their id, as far as known. */
  readonly groups: ReadonlyMap<string, GroupReading>;
  /** All products of the organization, for other products of groups. Default is that none is known. */
  readonly tenant?: readonly Product[] | undefined;
}
