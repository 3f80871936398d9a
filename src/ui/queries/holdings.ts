import { queryOptions } from '@tanstack/react-query';
import type { Principal } from '../../base/principal';
import type { ProductKey } from '../../licensing/keys';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { keys } from './keys';

/** From how many principals on whatever a person waits for goes ahead of the reading. */
const bulkFrom = 200;

/** Principals of a list who are asked about together. */
export interface Batch {
  /** Unique while the app is open. */
  readonly id: string;
  readonly principals: readonly Principal[];
  /** The only products that are read of them. */
  readonly products: readonly ProductKey[];
}

/** What everybody of a batch holds of its products, in the order given, in one reading. Somebody alone is kept by name. */
export const batchHoldingsOptions = (licensing: LicensingAdapter, { id, principals, products }: Batch) =>
  queryOptions({
    queryKey:
      principals.length === 1 ? keys.holdings(principals, products) : keys.holdingsOfBatch(id, products),
    queryFn: ({ signal }) =>
      licensing.readHoldings(principals, {
        products,
        isBulk: principals.length >= bulkFrom,
        signal,
      }),
    // Comparing 100,000 old holdings with new ones would take longer than drawing the few in view.
    structuralSharing: false,
  });
