import { queryOptions } from '@tanstack/react-query';
import type { Principal } from '../../base/principal';
import type { ProductKey } from '../../licensing/keys';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { keys } from './keys';

/** Minimum number of principals for a bulk read, which gives way to interactive requests. */
export const bulkFrom = 200;

/** Principals whose holdings are read together. */
export interface Batch {
  /** Unique while the app is open. */
  readonly id: string;
  readonly principals: readonly Principal[];
  /** Products to read. */
  readonly products: readonly ProductKey[];
}

/** Query of the holdings of a batch, in the order given. A single principal is cached by id. */
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
    // Comparing 100,000 holdings takes longer than rendering the rows in view.
    structuralSharing: false,
  });
