import type { PoolKey, ProductKey } from '../keys';
import type { Seat } from '../types';
import { isWorking } from './seatStates';

/** Seats of one product that one person has from several pools: each pool counts its own. */
interface DoubleSeat {
  readonly product: ProductKey;
  /** Pools that give the person a seat, two or more, in the order of the seats. */
  readonly pools: readonly PoolKey[];
  /** Those that give it directly alone, so that their seat is freed by removing it from this person. */
  readonly removable: readonly PoolKey[];
}

/**
 * Finds the products of which a person takes more than one seat. Several paths to one pool take one (Entra: group-based licensing);
 * paths in error or of unknown state are left out, since they may take none.
 */
export function doubleSeats(seats: readonly Seat[]): readonly DoubleSeat[] {
  const found = new Map<ProductKey, Map<PoolKey, boolean>>();
  for (const seat of seats) {
    if (!isWorking(seat)) continue;
    const pools = found.get(seat.product) ?? new Map<PoolKey, boolean>();
    found.set(seat.product, pools);
    pools.set(seat.pool, (pools.get(seat.pool) ?? true) && seat.path.kind === 'direct');
  }
  return [...found].flatMap(([product, pools]) =>
    pools.size < 2
      ? []
      : [
          {
            product,
            pools: [...pools.keys()],
            removable: [...pools].flatMap(([pool, isRemovable]) => (isRemovable ? [pool] : [])),
          },
        ],
  );
}
