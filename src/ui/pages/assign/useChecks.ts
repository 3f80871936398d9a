import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Principal } from '../../../base/principal';
import type { ProductKey } from '../../../licensing/keys';
import type { GroupReading } from '../../../licensing/preflight/groupReading';
import type { Holding } from '../../../licensing/types';
import { batchHoldingsOptions, type Batch } from '../../queries/holdings';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { useServices } from '../../services';

/** What is known of the people and groups in a list before anything is sent. */
export interface Checks {
  readonly holdings: readonly Holding[];
  /** Members of the groups and what they hold, by group id, as far as it is read. */
  readonly groups: ReadonlyMap<string, GroupReading>;
  /** Ids of those that are still read. */
  readonly pending: ReadonlySet<string>;
  /** Why what some hold could not be read. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Reads what everybody in the list holds, in one reading for each batch, and who is in each group. What is known stays
 * while the list grows.
 */
export function useChecks(batches: readonly Batch[], products: readonly ProductKey[]): Checks {
  const { licensing } = useServices();
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
  const readings = useGroupReadings(groups, products);
  const pending = useMemo(
    () =>
      new Set([
        ...batches.flatMap(({ principals }, index) => (held.isPending[index] ? principals : [])).map(idOf),
        ...readings.pending,
      ]),
    [batches, held.isPending, readings.pending],
  );
  const holdings = useMemo(() => held.holdings.flat(), [held.holdings]);
  return { holdings, groups: readings.byId, pending, error: held.error, retry: held.retry };
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
