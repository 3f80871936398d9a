import type { ProductKey } from './keys';
import type { OwnedProduct, PoolRef, Seat } from './types';

/** The pool that seats are given from where none was chosen. */
export function defaultPool({ key, pools }: OwnedProduct): PoolRef {
  return { product: key, pool: pools[0].key };
}

/** True if two references name the same pool. */
export function isSamePool(one: PoolRef, other: PoolRef): boolean {
  return one.pool === other.pool && one.product === other.product;
}

/** Pools of the product from which these seats were given directly, each once; `fallback` where there is none. */
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
