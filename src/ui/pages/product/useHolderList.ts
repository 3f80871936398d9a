import { useCallback, useEffect, useMemo, useState } from 'react';
import { toAppError } from '../../../base/appError';
import type { ProductKey } from '../../../licensing/keys';
import type { HolderRow } from '../../parts/HolderGrid/HolderGrid.types';
import { isFound, mergeHolders } from '../../parts/HolderGrid/mergeHolders';
import { useHolders } from '../../queries/useHolders';
import { usePeopleWithIssues } from '../../queries/usePeopleWithIssues';

/** Everyone who holds a product, as far as read. */
export interface HolderList {
  /** Undefined until the first page is there. */
  readonly rows: readonly HolderRow[] | undefined;
  /** Number of holders that match the search, read or not. */
  readonly total: number | undefined;
  /** More can be read. */
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Every page is being read, one after the other. */
  readonly isLoadingRest: boolean;
  readonly error: Error | null;
  /** People whose license is in error; undefined where that is not known. */
  readonly issueCount: number | undefined;
  readonly issuesError: Error | null;
  readonly loadMore: () => void;
  readonly loadRest: (isWanted: boolean) => void;
  readonly retry: () => void;
}

/** Reads the holders of a product page by page, joined with the people whose license of it is in error. */
export function useHolderList(product: ProductKey, search: string): HolderList {
  const { data, error, hasNextPage, isFetchingNextPage, isFetching, fetchNextPage, refetch } = useHolders(
    product,
    search,
  );
  const issues = usePeopleWithIssues(product);
  const [isLoadingRest, setIsLoadingRest] = useState(false);
  const canRead = hasNextPage && !isFetching && !error;

  useEffect(() => {
    if (isLoadingRest && canRead) void fetchNextPage();
  }, [isLoadingRest, canRead, fetchNextPage]);

  const loadMore = useCallback(() => {
    if (canRead) void fetchNextPage();
  }, [canRead, fetchNextPage]);

  const rows = useMemo(() => {
    const troubled = (issues.data ?? []).filter((holder) => search === '' || isFound(holder, search));
    return data && mergeHolders(data.pages, troubled);
  }, [data, issues.data, search]);

  return {
    rows,
    total: data?.pages[0]?.total,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    isLoadingRest: isLoadingRest && hasNextPage && !error,
    error,
    issueCount: issues.data?.length,
    issuesError: issues.error,
    loadMore,
    loadRest: setIsLoadingRest,
    retry: () => void (data && !isLinkRefused(error) ? fetchNextPage() : refetch()),
  };
}

/** Whether the service no longer knows the link to the next page (Graph: paging): only links that are new lead on. */
function isLinkRefused(error: Error | null): boolean {
  const { status } = toAppError(error);
  return status === 400 || status === 410;
}
