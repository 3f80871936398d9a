import type { ProductSeats } from './preflight';
import { seatsToGive } from '../pools';
import type { AssignableProduct } from '../product';

/** Seats of one product while a list is judged line by line. */
export interface SeatTally {
  readonly product: AssignableProduct;
  /** Infinite where the service did not say: it decides person by person. */
  readonly available: number;
  needed: number;
  /** Of those that are sent, and of those stopped for want of this product. */
  asked: number;
  /** The part of `asked` that people ask for themselves: a group of the list is served some minutes later. */
  askedByUsers: number;
  /** Most seats that are taken besides: by groups of which members are counted only, and by people who may have one already. */
  askedAtMost: number;
  /** A group of the list may give less, since what else it carries is not known. */
  isAtMost: boolean;
  /** A group that is sent has a size that is not known. */
  hasUnknown: boolean;
  /** Members of groups who are counted in `needed`, so that each is counted once. */
  readonly needing: Set<string>;
  /** Those counted in `asked` who get a seat. */
  readonly asking: Set<string>;
}

/** Begins to count; an over-allocated product has no seat for anyone. */
export function openTally(product: AssignableProduct): SeatTally {
  return {
    product,
    available: Math.max(0, seatsToGive(product.owned) ?? Infinity),
    needed: 0,
    asked: 0,
    askedByUsers: 0,
    askedAtMost: 0,
    isAtMost: false,
    hasUnknown: false,
    needing: new Set(),
    asking: new Set(),
  };
}

/** Counts somebody who needs a seat; `memberId` of one who is also a member of a group in the list. */
export function countNeed(tally: SeatTally, memberId?: string): void {
  if (memberId !== undefined && tally.needing.has(memberId)) return;
  if (memberId !== undefined) tally.needing.add(memberId);
  tally.needed += 1;
}

/** Counts somebody who asks for a seat; `memberId` as in `countNeed`, of one who gets it. */
export function countAsk(tally: SeatTally, memberId?: string): void {
  if (memberId !== undefined && tally.asking.has(memberId)) return;
  if (memberId !== undefined) tally.asking.add(memberId);
  tally.asked += 1;
}

/** Seats left for the next line if each group that is counted only takes one for each of its members. */
export function leftAtLeast({ available, asked, askedAtMost }: SeatTally): number {
  return available - asked - askedAtMost;
}

/** Seats left for the next line if groups take none. */
export function leftAtMost({ available, askedByUsers }: SeatTally): number {
  return available - askedByUsers;
}

/** What the whole list came to. */
export function closeTally(tally: SeatTally): ProductSeats {
  const { product, available, askedAtMost } = tally;
  const needed = tally.needed + askedAtMost;
  return {
    product,
    certainty: tally.hasUnknown ? 'unknown' : tally.isAtMost || askedAtMost > 0 ? 'at-most' : 'exact',
    needed,
    given: Math.min(tally.asked + askedAtMost, available),
    available: Number.isFinite(available) ? available : undefined,
    missing: Math.max(0, needed - available),
  };
}
