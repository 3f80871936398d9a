import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { useServices } from '../services';
import { keys } from './keys';

const firstPage: unknown = undefined;

/** Everyone who holds a seat of the SKU, page by page; `search` is part of a name or empty. */
export const holdersOptions = (licensing: LicensingAdapter, skuId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: keys.holders(skuId, search),
    queryFn: ({ pageParam, signal }) => licensing.listHolders({ skuId, search, cursor: pageParam, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Reads the holders of a SKU as the person scrolls. */
export function useHolders(skuId: string, search: string) {
  const { licensing } = useServices();
  return useInfiniteQuery(holdersOptions(licensing, skuId, search));
}
