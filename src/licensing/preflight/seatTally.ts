import type { ProductSeats } from './preflight';
import { seatsToGive } from '../pools';
import type { AssignableProduct } from '../product';

/** Seats of one product while a list is judged line by line. */
export interface SeatTally {
  readonly product: AssignableProduct;
  readonly available: number;
  needed: number;
  /** Of those that are sent, and of those stopped for want of this product. */
  asked: number;
  /** The part of `asked` that is no estimate: a group may take a seat for each member, or none where all hold the product. */
  askedByUsers: number;
}

/** Begins to count; an over-allocated product has no seat for anyone. */
export function openTally(product: AssignableProduct): SeatTally {
  const available = Math.max(0, seatsToGive(product.owned));
  return { product, available, needed: 0, asked: 0, askedByUsers: 0 };
}

/** Seats left for the next line if each group takes one for each of its members. */
export function leftAtLeast({ available, asked }: SeatTally): number {
  return available - asked;
}

/** Seats left for the next line if groups take none. */
export function leftAtMost({ available, askedByUsers }: SeatTally): number {
  return available - askedByUsers;
}

/** What the whole list came to. */
export function closeTally({ product, available, needed, asked }: SeatTally): ProductSeats {
  return {
    product,
    needed,
    given: Math.min(asked, available),
    available,
    missing: Math.max(0, needed - available),
  };
}
