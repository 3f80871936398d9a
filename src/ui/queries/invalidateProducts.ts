import type { QueryClient } from '@tanstack/react-query';
import type { ProductKey } from '../../licensing/keys';
import { keys } from './keys';

/** Makes everything stale that a change of the products' licenses can have touched; what is on screen is read again, once. */
export async function invalidateProducts(client: QueryClient, products: Iterable<ProductKey>): Promise<void> {
  await Promise.all(
    [keys.products, keys.allHoldings, keys.ownSeats, ...[...products].map(keys.product)].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}
