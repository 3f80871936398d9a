import type { ProductKey } from './keys';
import type { Capability, ClosedCapability, OwnedProduct, Pool, PoolRef, Seat } from './types';

/** True where no seat works, and none can be given. */
export function isClosed(capability: Capability): capability is ClosedCapability {
  return capability !== 'enabled' && capability !== 'warning' && capability !== 'unknown';
}

/** Returns the pool to assign from if none is chosen: the first usable one with a free seat, else the first usable one. */
export function defaultPool(product: OwnedProduct): PoolRef {
  return { product: product.key, pool: poolToGiveFrom(product).key };
}

/**
 * Returns the number of seats that can be assigned from the pool that `defaultPool` returns; below zero if more are assigned
 * than owned, undefined if it is not known.
 */
export function seatsToGive(product: OwnedProduct): number | undefined {
  return poolToGiveFrom(product).seats.available;
}

function poolToGiveFrom({ pools }: OwnedProduct): Pool {
  const usable = pools.filter(({ capability }) => !isClosed(capability));
  return (
    usable.find(({ seats }) => seats.available !== undefined && seats.available > 0) ?? usable[0] ?? pools[0]
  );
}

/** True if two references name the same pool. */
export function isSamePool(one: PoolRef, other: PoolRef): boolean {
  return one.pool === other.pool && one.product === other.product;
}

/** Returns the pools of the product from which these seats were assigned directly, each once; `fallback` if there is none. */
export function directPools(
  seats: readonly Seat[],
  product: ProductKey,
  fallback: PoolRef,
): readonly PoolRef[] {
  const pools = new Set(
    seats.flatMap((seat) => (seat.product === product && seat.path.kind === 'direct' ? [seat.pool] : [])),
  );
  return pools.size === 0 ? [fallback] : [...pools].map((pool) => ({ product, pool }));
}
