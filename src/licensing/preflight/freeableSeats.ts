import { doubleSeats } from '../changes/doubleSeats';
import { firstToEnd, isClosed } from '../pools';
import type { PoolKey } from '../keys';
import type { Holding, OwnedProduct } from '../types';

/** Seats of which one can be freed, so that the person keeps the product through another pool. */
export interface FreeableSeats {
  /** Holding of the person before the change. */
  readonly holding: Holding;
  /** Pools to free a seat of, one or more, the first to end first. */
  readonly pools: readonly PoolKey[];
}

/**
 * Finds the seats of a product of which one can be freed: the person takes two or more, and another one works for sure. Undefined where
 * there is none, or where paths could not be read, so that it isn't known what the person would keep.
 */
export function freeableSeats(holding: Holding, product: OwnedProduct): FreeableSeats | undefined {
  const seats = holding.seats.filter((seat) => seat.product === product.key);
  if (seats.length < 2 || holding.isIncomplete || seats.some(({ isSourceUnknown }) => isSourceUnknown))
    return undefined;
  const [double] = doubleSeats(seats);
  if (!double) return undefined;
  const open = new Set(product.pools.flatMap(({ key, capability }) => (isClosed(capability) ? [] : [key])));
  const pools = firstToEnd(product.pools)
    .map(({ key }) => key)
    .filter((pool) => double.removable.includes(pool))
    .filter((pool) => !open.has(pool) || double.pools.some((other) => other !== pool && open.has(other)));
  return pools.length > 0 ? { holding, pools } : undefined;
}
