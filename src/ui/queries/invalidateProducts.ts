import type { QueryClient } from '@tanstack/react-query';
import { keys } from './keys';

/** Makes everything stale that a change of the SKUs' licenses can have touched; what is on screen is read again, once. */
export async function invalidateProducts(client: QueryClient, skuIds: Iterable<string>): Promise<void> {
  await Promise.all(
    [keys.skus, keys.allHoldings, keys.ownSeats, ...[...skuIds].map(keys.sku)].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}
