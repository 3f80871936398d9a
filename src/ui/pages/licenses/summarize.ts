import { daysUntil, isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import { countsSeats } from './selectProducts';

/** The few numbers above the list: over everything that is known or decided to be an ISV app, and not hidden. */
interface Summary {
  readonly seats: number;
  readonly products: number;
  readonly unused: number;
  readonly productsWithUnused: number;
  readonly productsWithNoneLeft: number;
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
  const seats = counted.flatMap(({ owned }) => (owned ? [owned.seats] : []));
  // What is not known is in no sum, and its product is not counted there either.
  const known = seats.flatMap(({ available }) => available ?? []);
  const totals = seats.flatMap(({ total }) => total ?? []);
  const unused = known.filter((available) => available > 0);
  const renewals = counted
    .flatMap(({ nextLifecycleAt }) => nextLifecycleAt ?? [])
    .filter((at) => daysUntil(at, now) >= 0)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    seats: totals.reduce((sum, total) => sum + total, 0),
    products: totals.length,
    unused: unused.reduce((sum, available) => sum + available, 0),
    productsWithUnused: unused.length,
    productsWithNoneLeft: known.filter((available) => available <= 0).length,
    nextRenewalAt: renewals[0],
    areRenewalsKnown: !counted.some(isRenewalUnread),
  };
}
