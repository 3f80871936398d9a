import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { describeProducts } from '../../licensing/catalogue/describeProducts';
import type { Product } from '../../licensing/product';
import { useServices } from '../services';
import { ownedProductsOptions } from './ownedProducts';

/** The products of the tenant as far as they are read. */
interface ProductsState {
  /** Undefined until they were read once. */
  readonly products: readonly Product[] | undefined;
  /** Why the last reading failed; older products may be there still. */
  readonly error: Error | null;
  readonly isRefreshing: boolean;
  readonly refresh: () => void;
}

/** Reads what the tenant owns and joins it with the catalogue and the admin's choices. */
export function useProducts(): ProductsState {
  const { licensing, catalogue, choices, clock } = useServices();
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery(ownedProductsOptions(licensing));
  const subscribe = useCallback((listener: () => void) => choices.subscribe(listener), [choices]);
  const chosen = useSyncExternalStore(subscribe, () => choices.read());
  const products = useMemo(
    () => data && describeProducts(data, catalogue, chosen, clock.now()),
    // A fresh answer is judged against the present again, even where it is equal to the one before.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- dataUpdatedAt stands for the present
    [data, catalogue, chosen, clock, dataUpdatedAt],
  );
  return { products, error, isRefreshing: isFetching, refresh: () => void refetch() };
}
