import { daysUntil } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import { countsSeats } from './selectProducts';

/** The few numbers above the list: over everything that is not Microsoft's and not hidden. */
interface Summary {
  readonly seats: number;
  readonly products: number;
  readonly unused: number;
  readonly productsWithUnused: number;
  readonly productsWithNoneLeft: number;
  /** ISO date-time; undefined where nothing is planned. */
  readonly nextRenewalAt: string | undefined;
}

/** Sums products up. `now` is in milliseconds since 1970. */
export function summarize(products: readonly Product[], now: number): Summary {
  const counted = products.filter(
    (product) => product.verdict.owner !== 'microsoft' && !product.isHidden && countsSeats(product),
  );
  const seats = counted.flatMap(({ owned }) => (owned ? [owned.seats] : []));
  const withUnused = seats.filter(({ available }) => available > 0);
  const renewals = counted
    .flatMap(({ nextLifecycleAt }) => nextLifecycleAt ?? [])
    .filter((at) => daysUntil(at, now) >= 0)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    seats: seats.reduce((sum, { total }) => sum + total, 0),
    products: counted.length,
    unused: withUnused.reduce((sum, { available }) => sum + available, 0),
    productsWithUnused: withUnused.length,
    productsWithNoneLeft: seats.filter(({ available }) => available <= 0).length,
    nextRenewalAt: renewals[0],
  };
}
