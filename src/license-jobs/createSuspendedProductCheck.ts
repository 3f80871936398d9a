import type { LicensingAdapter } from '../licensing/licensingAdapter';
import type { Capability } from '../licensing/types';

/** Which SKUs can give nobody a license now: suspended, deleted or locked out. Rejects as `listSkus` does. */
export type SkuGuard = (jobId: string) => Promise<ReadonlySet<string>>;

const closed: readonly Capability[] = ['suspended', 'deleted', 'locked-out'];

/** Makes a guard that reads the SKUs once for each job, two requests. */
export function createSkuGuard(licensing: LicensingAdapter): SkuGuard {
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  async function read(): Promise<ReadonlySet<string>> {
    const skus = await licensing.listSkus();
    return new Set(skus.filter(({ capability }) => closed.includes(capability)).map(({ skuId }) => skuId));
  }
  return (jobId) => {
    const reading = known.get(jobId) ?? read();
    known.set(jobId, reading);
    reading.catch(() => known.delete(jobId));
    return reading;
  };
}
