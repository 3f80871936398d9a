import type { PoolKey } from '../licensing/keys';
import type { LicensingAdapter } from '../licensing/licensingAdapter';
import type { Capability } from '../licensing/types';

/** Reads which pools can give no license now: suspended, deleted or locked out. Rejects as `listProducts` does. */
export type SuspendedPoolCheck = (jobId: string) => Promise<ReadonlySet<PoolKey>>;

const closed: readonly Capability[] = ['suspended', 'deleted', 'locked-out'];

/** Creates a check that reads the products once for each job. */
export function createSuspendedPoolCheck(licensing: LicensingAdapter): SuspendedPoolCheck {
  const known = new Map<string, Promise<ReadonlySet<PoolKey>>>();
  async function read(): Promise<ReadonlySet<PoolKey>> {
    const pools = (await licensing.listProducts()).flatMap((product) => product.pools);
    return new Set(pools.filter(({ capability }) => closed.includes(capability)).map(({ key }) => key));
  }
  return (jobId) => {
    const reading = known.get(jobId) ?? read();
    known.set(jobId, reading);
    reading.catch(() => known.delete(jobId));
    return reading;
  };
}
