import type { ProductKey } from '../keys';

/** A group that gives a person the product, and what else it gives. */
export interface GivingGroup {
  readonly groupId: string;
  /** Undefined where the group's name may not be read. */
  readonly groupName: string | undefined;
  /** Other products that the person has through the same group, lost as well by leaving it. */
  readonly otherProducts: readonly ProductKey[];
}

/** Consequence of removing the product from one principal. Only kinds with `isSent: true` are sent. */
export type RemovalConsequence =
  /** The direct seat goes back to the tenant. */
  | {
      readonly kind: 'frees-seat';
      readonly isSent: true;
      /** Seats that go back, each to its own pool. Default is 1. */
      readonly seats?: number;
    }
  /** The direct license is in error and takes no seat, so that none goes back. */
  | { readonly kind: 'removes-error'; readonly isSent: true }
  /** The direct license goes. Whether the person had a seat, or keeps one through a group, could not be read. */
  | { readonly kind: 'may-free-seat'; readonly isSent: true }
  /** The direct path goes, and the person keeps the product through groups. */
  | {
      readonly kind: 'keeps-through-group';
      readonly isSent: true;
      readonly groups: readonly GivingGroup[];
      /** Seats that go back, of pools other than those of the groups. Default is 0. */
      readonly seats?: number;
    }
  /** The group stops giving the product to its members. */
  | {
      readonly kind: 'members-lose';
      readonly isSent: true;
      /** Users who are members; undefined where that cannot be known. */
      readonly directUsers: number | undefined;
      /** Members who lose the product and those who keep it; undefined where what they hold is not known. */
      readonly members: { readonly losing: number; readonly keeping: number } | undefined;
    }
  /** It comes from groups alone, which are selected as well and take it along; `isUnsure` where another way may be left. */
  | {
      readonly kind: 'goes-with-group';
      readonly isSent: false;
      readonly groups: readonly GivingGroup[];
      readonly isUnsure?: true;
    }
  /** The person leaves groups that give it, and loses a direct license as well. */
  | {
      readonly kind: 'leaves-groups';
      readonly isSent: true;
      readonly groups: readonly GivingGroup[];
      /** Fate of the product; undefined for a person who has no license, since each path is in error. */
      readonly fate: 'lost' | 'kept' | 'unknown' | undefined;
      /** Groups through which the person keeps the product. */
      readonly keeping: readonly GivingGroup[];
    }
  /** Only groups give it, so the person has to leave them (Graph rejects a direct removal). */
  | { readonly kind: 'stays-inherited'; readonly isSent: false; readonly groups: readonly GivingGroup[] }
  /** Groups are to give it and each path is in error, so that there is no license; `goesAlong` where all of these are selected. */
  | {
      readonly kind: 'in-error';
      readonly isSent: false;
      readonly groups: readonly GivingGroup[];
      readonly goesAlong: boolean;
    }
  | { readonly kind: 'nothing-held'; readonly isSent: false }
  /** Licenses of the principal could not be read, so it is not known what to remove. */
  | { readonly kind: 'unreadable'; readonly isSent: false }
  /** The signed-in person's role does not cover this principal. */
  | { readonly kind: 'not-permitted'; readonly isSent: false };
