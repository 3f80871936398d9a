import type { ProductSeats } from './preflight';
import { hasWaitingList } from '../door';
import { defaultPool, seatsToGive } from '../pools';
import type { AssignableProduct } from '../product';

/** Count of the seats of one product while a list is previewed line by line. */
export interface SeatTally {
  readonly product: AssignableProduct;
  /** Infinite if the service did not say; it decides person by person. */
  readonly available: number;
  /** True if members of groups without a seat of this product wait for one, each product by itself. */
  readonly hasWaitingList: boolean;
  needed: number;
  /** Requested by lines that are sent, and by those that are stopped because no seat of this product is left. */
  asked: number;
  /** Part of `asked` that is for people themselves; members of a group are served some minutes later. */
  askedByUsers: number;
  /** Maximum number of further seats: of groups whose members are only counted, and of people who may have one already. */
  askedAtMost: number;
  /** True if a group of the list may give less, since its other products are not known. */
  isAtMost: boolean;
  /** True if the size of a group that is sent is not known. */
  hasUnknown: boolean;
  /** Members of groups who are counted in `needed`, so that each is counted once. */
  readonly needing: Set<string>;
  /** Those counted in `asked` who get a seat. */
  readonly asking: Set<string>;
}

/** Starts to count; an over-allocated product has no seat left. */
export function openTally(product: AssignableProduct): SeatTally {
  return {
    product,
    available: Math.max(0, seatsToGive(product.owned) ?? Infinity),
    hasWaitingList: hasWaitingList(defaultPool(product.owned).pool),
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

/** Counts a person who needs a seat; `memberId` is set for a person who is also a member of a group in the list. */
export function countNeed(tally: SeatTally, memberId?: string): void {
  if (memberId !== undefined && tally.needing.has(memberId)) return;
  if (memberId !== undefined) tally.needing.add(memberId);
  tally.needed += 1;
}

/** Counts a person for whom a seat is requested; `memberId` as in `countNeed`, for a person who gets it. */
export function countAsk(tally: SeatTally, memberId?: string): void {
  if (memberId !== undefined && tally.asking.has(memberId)) return;
  if (memberId !== undefined) tally.asking.add(memberId);
  tally.asked += 1;
}

/** Returns the seats left for the next line if each member of groups that are only counted takes one. */
export function leftAtLeast({ available, asked, askedAtMost }: SeatTally): number {
  return available - asked - askedAtMost;
}

/** Returns the seats left for the next line if groups take none. */
export function leftAtMost({ available, askedByUsers }: SeatTally): number {
  return available - askedByUsers;
}

/** Returns the result for the whole list. */
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
