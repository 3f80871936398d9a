import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ProductKey } from '../../licensing/keys';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { toHolderRow } from '../parts/HolderGrid/mergeHolders';
import { useServices } from '../services';
import { keys } from './keys';

const firstPage: unknown = undefined;

/** Time that a page counts as fresh, in milliseconds; longer than the default, since long lists take long to read. */
const freshPerPageInMs = 5_000;
const minFreshInMs = 60_000;

/** Query of the holders of a product, page by page. Rows are made while the next page loads. */
const holdersOptions = (licensing: LicensingAdapter, product: ProductKey) =>
  infiniteQueryOptions({
    queryKey: keys.holders(product),
    queryFn: async ({ pageParam, signal }) => {
      const page = await licensing.listHolders({ product, cursor: pageParam, signal });
      const { holders, unread = 0, devices = 0, total, next } = page;
      return { rows: holders.map(toHolderRow), unread, devices, total, next };
    },
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: ({ state }) => Math.max(minFreshInMs, freshPerPageInMs * (state.data?.pages.length ?? 0)),
    // Comparing 100,000 rows takes longer than rendering those in view.
    structuralSharing: false,
  });

/** Reads the holders of a product, a page at each call of `fetchNextPage`. */
export function useHolders(product: ProductKey) {
  const { licensing } = useServices();
  return useInfiniteQuery(holdersOptions(licensing, product));
}

/** Query of the users whose license of a product is in error. */
export const issuesOptions = (licensing: LicensingAdapter, product: ProductKey) =>
  queryOptions({
    queryKey: keys.issues(product),
    queryFn: ({ signal }) => licensing.listPeopleWithIssues(product, signal),
  });

/** Reads the users whose license of a product is in error. */
export function usePeopleWithIssues(product: ProductKey, isEnabled = true) {
  const { licensing } = useServices();
  return useQuery({ ...issuesOptions(licensing, product), enabled: isEnabled });
}
