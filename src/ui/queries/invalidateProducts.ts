import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { ProductKey } from '../../licensing/keys';
import { keys } from './keys';

/**
 * Invalidates all queries that a change of the products' licenses can affect; active ones are refetched. Leaves out
 * the holder lists of the products in `listed`.
 */
export async function invalidateProducts(
  client: QueryClient,
  products: Iterable<ProductKey>,
  listed: Iterable<ProductKey> = [],
): Promise<void> {
  const kept = new Set([...listed].map((product) => hashKey(keys.holders(product))));
  await Promise.all(
    [keys.products, keys.allHoldings, keys.ownSeats, ...[...products].map(keys.product)].map((queryKey) =>
      client.invalidateQueries({ queryKey, predicate: ({ queryHash }) => !kept.has(queryHash) }),
    ),
  );
}
