import { isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import type { NarrowingFilter } from './licensesView';
import { countsFreeSeats, countsSeats, freeSeats, isUndecided, passes } from './selectProducts';

/** A number of which some may be missing, since they aren't known. */
export interface PartlyKnown {
  readonly value: number;
  readonly isKnown: boolean;
}

/**
 * Counts what each filter would show of the products; of unused seats, the seats. `now` is in milliseconds since 1970. If there may be
 * more products (`isPartial`, default false), no number is known for sure.
 */
export function countFilters(
  products: readonly Product[],
  now: number,
  isPartial = false,
): Readonly<Record<NarrowingFilter, PartlyKnown>> {
  const decided = products.filter((product) => !isUndecided(product));
  const countOf = (filter: NarrowingFilter): number =>
    products.filter((product) => passes(product, filter, now)).length;
  const free = decided.filter(countsFreeSeats).map(freeSeats);
  const areSeatsKnown = !isPartial && !free.includes(undefined);
  const areRenewalsKnown = !isPartial && !decided.some(isRenewalUnread);
  const unused = free.reduce<number>((sum, seats = 0) => sum + Math.max(0, seats), 0);
  return {
    attention: { value: countOf('attention'), isKnown: areSeatsKnown && areRenewalsKnown },
    noneLeft: { value: countOf('noneLeft'), isKnown: areSeatsKnown },
    renewsSoon: { value: countOf('renewsSoon'), isKnown: areRenewalsKnown },
    unused: { value: unused, isKnown: areSeatsKnown },
  };
}

/** Seats of products. */
interface SeatUsage {
  /** Usable seats of the products whose numbers are known. */
  readonly seats: number;
  /** Those of them that are assigned. */
  readonly used: number;
  /** False if a product is left out because its numbers aren't known. */
  readonly isKnown: boolean;
}

/** Adds up the usable and the assigned seats. Those of disabled subscriptions and of unknown vendors don't count. */
export function sumSeats(products: readonly Product[]): SeatUsage {
  const counted = products.flatMap((product) =>
    !isUndecided(product) && product.state.kind !== 'disabled' && countsSeats(product) && product.owned
      ? [product.owned.seats]
      : [],
  );
  const sum = { seats: 0, used: 0, isKnown: true };
  for (const { total, assigned } of counted) {
    if (total === undefined || assigned === undefined) sum.isKnown = false;
    else {
      sum.seats += total;
      sum.used += Math.min(assigned, total);
    }
  }
  return sum;
}
