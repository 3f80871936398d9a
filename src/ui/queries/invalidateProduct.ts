import type { QueryClient } from '@tanstack/react-query';
import { keys } from './keys';

/** Makes everything stale that a change of the SKU's licenses can have touched; what is on screen is read again. */
export async function invalidateProduct(client: QueryClient, skuId: string): Promise<void> {
  await Promise.all(
    [keys.skus, keys.sku(skuId), keys.allHoldings, keys.ownSeats].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}
