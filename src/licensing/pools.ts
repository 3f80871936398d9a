import type { PrincipalRef } from '../base/principal';
import type { PoolKey, ProductKey } from './keys';
import type { Capability, ClosedCapability, OwnedProduct, Pool, PoolRef, Seat } from './types';

/** True where no seat works, and none can be given. */
export function isClosed(capability: Capability): capability is ClosedCapability {
  return capability !== 'enabled' && capability !== 'warning' && capability !== 'unknown';
}

/** Returns the pool to give from: the chosen one, else the best of `poolsToGiveFrom` for people. */
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

/**
 * Returns the usable pools to give seats from, the best first: those with enough free seats, then those with some, each the one with the
 * latest end first. Those that can't be given to all of `kinds` (default is none) come after the others, and a purchase that belongs to
 * one person comes last. Pools for neither people nor groups are left out.
 */
export function poolsToGiveFrom(
  { pools }: Pick<OwnedProduct, 'pools'>,
  seatsNeeded = 1,
  kinds: readonly PrincipalRef['kind'][] = [],
): readonly Pool[] {
  const rank = (pool: Pool): number => {
    const {
      seats: { available = Infinity },
      isPersonal = false,
    } = pool;
    const isUnfit = kinds.some((kind) => !canGiveTo(pool, kind));
    return (isPersonal ? 6 : 0) + (isUnfit ? 3 : 0) + (available >= seatsNeeded ? 0 : available > 0 ? 1 : 2);
  };
  return pools
    .filter(({ capability, assignableTo }) => !isClosed(capability) && assignableTo?.length !== 0)
    .sort((one, other) => rank(one) - rank(other) || compareText(endOf(other), endOf(one)));
}

/** Returns pools with the one first whose seats are the least worth: those that no longer work, then those that end first. */
export function firstToEnd(pools: readonly Pool[]): readonly Pool[] {
  const rank = ({ capability }: Pool): number => (isClosed(capability) ? 0 : 1);
  return pools.toSorted((one, other) => rank(one) - rank(other) || compareText(endOf(one), endOf(other)));
}

/** Returns the product with another pool to give seats from. */
export function withChosenPool(product: OwnedProduct, chosenPool: PoolKey): OwnedProduct {
  return { ...product, chosenPool };
}

/** True if seats of the pool can be given to this kind of principal. Inferred: what one person bought can be given to people alone. */
export function canGiveTo(
  { assignableTo, isPersonal = false }: Pick<Pool, 'assignableTo' | 'isPersonal'>,
  kind: PrincipalRef['kind'],
): boolean {
  if (isPersonal && kind === 'group') return false;
  return assignableTo?.includes(kind) ?? true;
}

/** Returns the pool that `defaultPool` names. */
export function poolToGiveFrom(product: OwnedProduct): Pool {
  const { pools, chosenPool } = product;
  return pools.find(({ key }) => key === chosenPool) ?? poolsToGiveFrom(product, 1, ['user'])[0] ?? pools[0];
}

/** Returns the ISO date-time at which a pool renews or ends, the latest of its subscriptions; undefined where none is planned or read. */
export function nextChangeOf({ subscriptions = [] }: Pool): string | undefined {
  return subscriptions
    .flatMap(({ nextLifecycleAt }) => nextLifecycleAt ?? [])
    .toSorted()
    .at(-1);
}

/** ISO date-time of the latest end of a pool's subscriptions; a text after all dates where one has no end, or it is not known. */
function endOf({ subscriptions }: Pool): string {
  const ends = subscriptions?.map(({ nextLifecycleAt = '~' }) => nextLifecycleAt) ?? [];
  return ends.length === 0 ? '~' : ends.reduce((latest, end) => (end > latest ? end : latest));
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
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
