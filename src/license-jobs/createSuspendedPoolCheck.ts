import type { PoolKey } from '../licensing/keys';
import type { LicensingAdapter } from '../licensing/licensingAdapter';
import type { Capability, OwnedProduct } from '../licensing/types';

/** Reads which of the pools can give no license now: suspended, deleted or locked out. Rejects as `listProducts` does. */
export type SuspendedPoolCheck = (jobId: string, pools: readonly PoolKey[]) => Promise<ReadonlySet<PoolKey>>;

const closed: readonly Capability[] = ['suspended', 'deleted', 'locked-out'];

/**
 * Creates a check that reads the products once for each job, and again after it refused: the subscription may have been
 * renewed until a person retries.
 */
export function createSuspendedPoolCheck(licensing: LicensingAdapter): SuspendedPoolCheck {
  const known = new Map<string, Promise<ReadonlySet<PoolKey>>>();
  const read = async (): Promise<ReadonlySet<PoolKey>> => suspendedPools(await licensing.listProducts());
  return async (jobId, pools) => {
    const reading = known.get(jobId) ?? read();
    known.set(jobId, reading);
    reading.catch(() => known.delete(jobId));
    const suspended = await reading;
    const found = new Set(pools.filter((pool) => suspended.has(pool)));
    if (found.size > 0) known.delete(jobId);
    return found;
  };
}

/** Pools of these products that can give no license now. */
export function suspendedPools(products: readonly OwnedProduct[]): ReadonlySet<PoolKey> {
  const pools = products.flatMap((product) => product.pools);
  return new Set(pools.filter(({ capability }) => closed.includes(capability)).map(({ key }) => key));
}
