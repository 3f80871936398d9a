import { useEffect, useMemo } from 'react';
import { toAppError } from '../../../base/appError';
import type { ProductKey } from '../../../licensing/keys';
import type { NamedGroup } from '../../../base/principal';
import { countHolders, type HolderCounts } from '../../parts/HolderGrid/summarizeHolder';
import type { HolderRow } from '../../parts/HolderGrid/HolderGrid.types';
import { mergeHolders, toHolderRow } from '../../parts/HolderGrid/mergeHolders';
import { useHolders, usePeopleWithIssues } from '../../queries/useHolders';

/** Everyone who holds a product, as far as read. */
export interface HolderList {
  /** Undefined until the first page is there. */
  readonly rows: readonly HolderRow[] | undefined;
  /** Numbers over the rows; while pages are missing, `licensed` is the service's own number where it tells one. */
  readonly counts: HolderCounts;
  /** Number of people left out, since not even who they are could be read. */
  readonly unread: number;
  /** Number of rows once every page is read; undefined while that is not known. */
  readonly total: number | undefined;
  /** Every page is read, and so are the people in error, as far as they can be. */
  readonly isComplete: boolean;
  /** The people in error are being read for the first time, so that their number is not known yet. */
  readonly isReadingIssues: boolean;
  readonly error: Error | null;
  /** Set where no people in error could be read. */
  readonly issuesError: Error | null;
  /** Groups whose people in error could not be read. */
  readonly unreadGroups: readonly NamedGroup[];
  /** People in error may be missing, so that their numbers are the least there can be. */
  readonly isPartial: boolean;
  readonly retry: () => void;
}

/**
 * Reads the holders of a product, one page after the other until all are there, joined with the people whose license of it
 * is in error. Stops while nothing on the screen shows the list; goes on from the last page after an error and `retry`.
 */
export function useHolderList(product: ProductKey): HolderList {
  const query = useHolders(product);
  const { data, error, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query;
  const issues = usePeopleWithIssues(product);
  const canRead = hasNextPage && !isFetching && !error;

  useEffect(() => {
    if (canRead) void fetchNextPage();
    // Named because a page can come before the screen was drawn without it: then nothing but `data` has changed.
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

/** Whether the service no longer knows the link to the next page (Graph: paging): only links that are new lead on. */
function isLinkRefused(error: Error | null): boolean {
  const { status } = toAppError(error);
  return status === 400 || status === 410;
}
