import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { ProductKey } from '../../licensing/keys';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { useServices } from '../services';
import { keys } from './keys';

const firstPage: unknown = undefined;

/** Everyone who holds a seat of the product, page by page; `search` is part of a name or empty. */
const holdersOptions = (licensing: LicensingAdapter, product: ProductKey, search: string) =>
  infiniteQueryOptions({
    queryKey: keys.holders(product, search),
    queryFn: ({ pageParam, signal }) => licensing.listHolders({ product, search, cursor: pageParam, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Reads the holders of a product as the person scrolls. */
export function useHolders(product: ProductKey, search: string) {
  const { licensing } = useServices();
  return useInfiniteQuery(holdersOptions(licensing, product, search));
}
