import { queryOptions, useQueries } from '@tanstack/react-query';
import type { Principal } from '../../../base/principal';
import type { GroupComposition } from '../../../directory/types';
import type { Holding } from '../../../licensing/types';
import { keys } from '../../queries/keys';
import { holdingsOptions } from '../../queries/useHoldings';
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

/** Reads what each principal holds and how large each group is; what is known stays while the list grows. */
export function useChecks(principals: readonly Principal[]): Checks {
  const { licensing, directory } = useServices();
  const holdings = useQueries({
    queries: principals.map((principal) => holdingsOptions(licensing, [principal])),
  });
  const groups = principals.filter(({ kind }) => kind === 'group');
  const compositions = useQueries({
    queries: groups.map(({ id }) =>
      queryOptions({
        queryKey: keys.composition(id),
        queryFn: ({ signal }) => directory.readComposition(id, signal),
      }),
    ),
  });
  const isPending = ({ id }: Principal, index: number): boolean =>
    Boolean(holdings[index]?.isPending) ||
    Boolean(compositions[groups.findIndex((group) => group.id === id)]?.isPending);
  return {
    holdings: holdings.flatMap(({ data }) => data ?? []),
    compositions: new Map(
      groups.flatMap(({ id }, index) => {
        const data = compositions[index]?.data;
        return data ? [[id, data] as const] : [];
      }),
    ),
    pending: new Set(principals.filter(isPending).map(({ id }) => id)),
    error: holdings.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const each of holdings) if (each.isError) void each.refetch();
    },
  };
}
