import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { describeProducts } from '../../licensing/catalogue/describeProducts';
import type { Product } from '../../licensing/product';
import { useServices } from '../services';
import { ownedProductsOptions } from './ownedProducts';

/** Products of the tenant. */
interface ProductsState {
  /** Undefined until they are loaded once. */
  readonly products: readonly Product[] | undefined;
  /** Error of the last read; `products` may still have older data. */
  readonly error: Error | null;
  readonly isRefreshing: boolean;
  readonly refresh: () => void;
}

/** Reads the tenant's products and merges them with the catalogue and the admin's choices. */
export function useProducts(): ProductsState {
  const { licensing, catalogue, choices, clock } = useServices();
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery(ownedProductsOptions(licensing));
  const subscribe = useCallback((listener: () => void) => choices.subscribe(listener), [choices]);
  const chosen = useSyncExternalStore(subscribe, () => choices.read());
  const products = useMemo(
    () => data && describeProducts(data, catalogue, chosen, clock.now()),
    // A fresh response is evaluated at the current time, even if it equals the one before.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- dataUpdatedAt stands for the present
    [data, catalogue, chosen, clock, dataUpdatedAt],
  );
  return { products, error, isRefreshing: isFetching, refresh: () => void refetch() };
}
