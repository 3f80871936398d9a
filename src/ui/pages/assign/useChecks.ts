import { queryOptions, useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { GroupComposition, Principal } from '../../../base/principal';
import type { Holding } from '../../../licensing/types';
import { keys } from '../../queries/keys';
import { batchHoldingsOptions, type Batch } from '../../queries/holdings';
import { useServices } from '../../services';

/** What is known of the people and groups in a list before anything is sent. */
export interface Checks {
  readonly holdings: readonly Holding[];
  /** By group id; a group whose members may not be counted is missing. */
  readonly compositions: ReadonlyMap<string, GroupComposition>;
  /** Ids of those that are still read. */
  readonly pending: ReadonlySet<string>;
  /** Why what some hold could not be read. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Reads what everybody in the list holds, in one reading for each batch, and how large each group is. What is known stays
 * while the list grows.
 */
export function useChecks(batches: readonly Batch[]): Checks {
  const { licensing, directory } = useServices();
  const held = useQueries({
    queries: batches.map((batch) => batchHoldingsOptions(licensing, batch)),
    combine: combineHoldings,
  });
  const groups = useMemo(
    // Somebody is in several batches where products were chosen one after another.
    () => [
      ...new Set(batches.flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'group'))),
    ],
    [batches],
  );
  const counted = useQueries({
    queries: groups.map(({ id }) =>
      queryOptions({
        queryKey: keys.composition(id),
        queryFn: ({ signal }) => directory.readComposition(id, signal),
      }),
    ),
    combine: combineCompositions,
  });
  const compositions = useMemo(() => mapOf(groups, counted.data), [groups, counted.data]);
  const pending = useMemo(
    () =>
      new Set([
        ...batches.flatMap(({ principals }, index) => (held.isPending[index] ? principals : [])).map(idOf),
        ...groups.filter((_group, index) => counted.isPending[index]).map(idOf),
      ]),
    [batches, groups, held.isPending, counted.isPending],
  );
  const holdings = useMemo(() => held.holdings.flat(), [held.holdings]);
  return { holdings, compositions, pending, error: held.error, retry: held.retry };
}

const none: readonly Holding[] = [];
const idOf = ({ id }: Principal): string => id;

function combineHoldings(results: readonly UseQueryResult<readonly Holding[]>[]) {
  return {
    // Batch by batch: a list of 100,000 is not compared again where one more is added.
    holdings: results.map(({ data }) => data ?? none),
    isPending: results.map(({ isPending }) => isPending),
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const each of results) if (each.isError) void each.refetch();
    },
  };
}

function combineCompositions(results: readonly UseQueryResult<GroupComposition>[]) {
  return {
    data: results.map(({ data }) => data),
    isPending: results.map(({ isPending }) => isPending),
  };
}

function mapOf(
  groups: readonly Principal[],
  compositions: readonly (GroupComposition | undefined)[],
): ReadonlyMap<string, GroupComposition> {
  return new Map(
    groups.flatMap(({ id }, index) => {
      const composition = compositions[index];
      return composition ? [[id, composition] as const] : [];
    }),
  );
}
