import { daysUntil, isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import { countsSeats, freeSeats } from './selectProducts';

/** The few numbers above the list: over everything that is known or decided to be an ISV app, and not hidden. */
interface Summary {
  /** Seats that work; this and the next number of seats are undefined where some are not known and none are. */
  readonly seats: number | undefined;
  /** Products that have seats that work. */
  readonly products: number;
  /** False where a product is in no number of seats, since its own is not known. */
  readonly areSeatsKnown: boolean;
  readonly unused: number | undefined;
  readonly productsWithUnused: number;
  readonly productsWithNoneLeft: number;
  /** False where a product is in no number of seats that are free. */
  readonly areUnusedKnown: boolean;
  /** ISO date-time; undefined where nothing is planned, as far as is known. */
  readonly nextRenewalAt: string | undefined;
  /** False where an earlier one may be planned, since not all dates could be read. */
  readonly areRenewalsKnown: boolean;
}

/** Sums products up. `now` is in milliseconds since 1970. */
export function summarize(products: readonly Product[], now: number): Summary {
  const counted = products.filter(
    (product) => product.verdict.owner === 'isv' && !product.isHidden && countsSeats(product),
  );
  // Seats that don't work are none. What is not known is in no sum, and its product is not counted there either.
  const totals = counted.map(({ owned, state }) => (state.kind === 'disabled' ? 0 : owned?.seats.total));
  const free = counted.map(freeSeats);
  const renewals = counted
    .flatMap(({ nextLifecycleAt }) => nextLifecycleAt ?? [])
    .filter((at) => daysUntil(at, now) >= 0)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    seats: sumOf(totals),
    products: totals.filter((total) => total !== undefined && total > 0).length,
    areSeatsKnown: !totals.includes(undefined),
    unused: sumOf(free.map((seats) => seats && Math.max(0, seats))),
    productsWithUnused: free.filter((seats) => seats !== undefined && seats > 0).length,
    productsWithNoneLeft: free.filter((seats) => seats !== undefined && seats <= 0).length,
    areUnusedKnown: !free.includes(undefined),
    nextRenewalAt: renewals[0],
    areRenewalsKnown: !counted.some(isRenewalUnread),
  };
}

/** Sum of the numbers that are known; undefined where there are numbers and none is. */
function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((each) => each !== undefined);
  return known.length === 0 && numbers.length > 0 ? undefined : known.reduce((sum, each) => sum + each, 0);
}
