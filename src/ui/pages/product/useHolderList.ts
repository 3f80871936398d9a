import { useEffect, useMemo } from 'react';
import { toAppError } from '../../../base/appError';
import type { ProductKey } from '../../../licensing/keys';
import type { NamedGroup } from '../../../base/principal';
import { countHolders, type HolderCounts } from '../../parts/HolderGrid/summarizeHolder';
import type { HolderRow } from '../../parts/HolderGrid/HolderGrid.types';
import { mergeHolders, toHolderRow } from '../../parts/HolderGrid/mergeHolders';
import { useHolders, usePeopleWithIssues } from '../../queries/useHolders';

/** All holders of a product that are loaded so far. */
export interface HolderList {
  /** Undefined until the first page is loaded. */
  readonly rows: readonly HolderRow[] | undefined;
  /** Counts of the rows. While pages are loading, `licensed` is the service's number if it gives one. */
  readonly counts: HolderCounts;
  /** Number of records that couldn't be read at all. */
  readonly unread: number;
  /** Number of devices that take licenses, and are on no row. */
  readonly devices: number;
  /** Number of rows when all pages are loaded; undefined while unknown. */
  readonly total: number | undefined;
  /** True if all pages and the users in error are loaded, as far as possible. */
  readonly isComplete: boolean;
  /** True while users in error are loading for the first time, so that their number is unknown. */
  readonly isReadingIssues: boolean;
  readonly error: Error | null;
  /** Set if the users in error couldn't be read. */
  readonly issuesError: Error | null;
  /** Groups whose users in error couldn't be read. */
  readonly unreadGroups: readonly NamedGroup[];
  /** True if users in error may be missing, so that their number is a minimum. */
  readonly isPartial: boolean;
  readonly retry: () => void;
}

/**
 * Reads all pages of a product's holders, and the users whose license is in error. Stops while no component shows the
 * list. After an error, `retry` goes on from the last page.
 */
export function useHolderList(product: ProductKey): HolderList {
  const query = useHolders(product);
  const { data, error, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query;
  const issues = usePeopleWithIssues(product);
  const canRead = hasNextPage && !isFetching && !error;

  useEffect(() => {
    if (canRead) void fetchNextPage();
    // `data` is a dependency because a page can arrive before the next render, and then nothing else has changed.
  }, [canRead, data, fetchNextPage]);

  const withIssues = useMemo(() => (issues.data?.people ?? []).map(toHolderRow), [issues.data]);
  const { unreadGroups = [], unread: unreadInError = 0 } = issues.data ?? {};
  const rows = useMemo(() => data && mergeHolders(data.pages, withIssues), [data, withIssues]);
  const read = useMemo(() => countHolders(rows ?? []), [rows]);
  const ofService = data?.pages[0]?.total;
  const counts = hasNextPage ? { ...read, licensed: Math.max(ofService ?? 0, read.licensed) } : read;

  return {
    rows,
    counts,
    unread: (data?.pages ?? []).reduce((sum, { unread }) => sum + unread, unreadInError),
    devices: data?.pages[0]?.devices ?? 0,
    total: hasNextPage && ofService === undefined ? undefined : counts.licensed + counts.inError,
    isComplete: data !== undefined && !hasNextPage && !issues.isPending,
    isReadingIssues: issues.isPending,
    error,
    issuesError: issues.error,
    unreadGroups,
    isPartial: issues.isError || unreadGroups.length > 0,
    retry: () => void (isFetchNextPageError && !isLinkRefused(error) ? fetchNextPage() : refetch()),
  };
}

/** True if the service rejects the link to the next page (Graph: paging), so that the list must be read again. */
function isLinkRefused(error: Error | null): boolean {
  const { status } = toAppError(error);
  return status === 400 || status === 410;
}
