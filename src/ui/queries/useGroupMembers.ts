import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { UserPrincipal } from '../../base/principal';
import type { ProductKey } from '../../licensing/keys';
import type { Seat } from '../../licensing/types';
import { useServices } from '../services';
import { bulkFrom } from './holdings';
import { keys } from './keys';

/** Number of members that are read unasked: each page takes calls for what its people have. */
const readUnasked = 500;

/** Cursor of the first page; opaque, as the others are. */
const firstPage: unknown = undefined;

/** A member of a group with the seats of one product, by any path. */
export interface GroupMember {
  readonly user: UserPrincipal;
  readonly seats: readonly Seat[];
  /** True where some of the seats could not be read. */
  readonly isIncomplete: boolean;
}

/**
 * Reads the people who are members of a group themselves, page after page, with what each has of a product: up to a limit, then
 * only when asked. They are read again once the service has processed the group, which `useFollowGroups` watches.
 */
export function useGroupMembers(groupId: string, product: ProductKey) {
  const { directory, licensing } = useServices();
  const query = useInfiniteQuery({
    queryKey: keys.groupMembers(product, groupId),
    initialPageParam: firstPage,
    queryFn: async ({ pageParam, signal }) => {
      const page = await directory.readMembers(groupId, { cursor: pageParam, signal });
      const refs = page.people.map(({ id }) => ({ kind: 'user', id }) as const);
      const holdings = await licensing.readHoldings(refs, {
        products: [product],
        isBulk: refs.length >= bulkFrom,
        signal,
      });
      const members = page.people.map((user, index): GroupMember => {
        const { seats = [], isIncomplete = false } = holdings[index] ?? { isIncomplete: true };
        return { user, seats: seats.filter((seat) => seat.product === product), isIncomplete };
      });
      return { members, total: page.total, next: page.next, unread: page.unread ?? 0 };
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const { hasNextPage, isFetching, fetchNextPage, isError } = query;
  const pages = query.data?.pages;
  const members = useMemo(() => pages?.flatMap((page) => page.members), [pages]);
  const isWanted = hasNextPage && (members?.length ?? 0) < readUnasked;
  useEffect(() => {
    if (isWanted && !isFetching && !isError) void fetchNextPage();
  }, [isWanted, isFetching, isError, fetchNextPage]);
  const unread = pages?.reduce((sum, page) => sum + page.unread, 0) ?? 0;
  return {
    members,
    total: pages?.[0]?.total,
    unread,
    hasMore: hasNextPage,
    isReading: isFetching,
    /** Reads the next page; undefined while pages are read unasked, and once all are there. */
    readMore: hasNextPage && !isWanted ? () => void fetchNextPage() : undefined,
    error: query.error,
    retry: query.refetch,
  };
}

/** Counts the groups inside a group, whose members get none of its licenses. */
export function useNestedGroups(groupId: string) {
  const { directory } = useServices();
  return useQuery({
    queryKey: keys.composition(groupId),
    queryFn: ({ signal }) => directory.readComposition(groupId, { signal }),
  }).data?.nestedGroups;
}
