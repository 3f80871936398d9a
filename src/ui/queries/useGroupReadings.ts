import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Principal } from '../../base/principal';
import { maxGroupsRead, readGroup } from '../../license-jobs/readGroup';
import type { ProductKey } from '../../licensing/keys';
import { unknownGroup, type GroupReading } from '../../licensing/preflight/groupReading';
import { useServices } from '../services';
import { keys } from './keys';

/** Data of the groups in a list or selection. */
interface GroupReadings {
  /** By group id; groups that are still loading are missing. */
  readonly byId: ReadonlyMap<string, GroupReading>;
  readonly pending: ReadonlySet<string>;
}

/**
 * Reads the members of each group and their holdings of the products. After the first few groups, members are only
 * counted. Ignores other principals.
 */
export function useGroupReadings(
  principals: readonly Principal[],
  products: readonly ProductKey[],
  isEnabled = true,
): GroupReadings {
  const services = useServices();
  const ids = useMemo(
    () => [...new Set(principals.flatMap(({ kind, id }) => (kind === 'group' ? [id] : [])))],
    [principals],
  );
  const read = useQueries({
    queries: ids.map((groupId, index) => {
      const isReadInFull = index < maxGroupsRead;
      return {
        // Under the key of holdings, so that a change of licenses invalidates it too.
        queryKey: [...keys.allHoldings, 'group', groupId, isReadInFull, ...products],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          readGroup(services, { groupId, products, isReadInFull, signal }),
        enabled: isEnabled,
        structuralSharing: false,
      };
    }),
    combine: combineReadings,
  });
  return useMemo(
    () => ({
      byId: new Map(
        ids.flatMap((id, index) => {
          const reading = read.data[index];
          return reading ? [[id, reading] as const] : [];
        }),
      ),
      pending: new Set(ids.filter((_id, index) => read.data[index] === undefined)),
    }),
    [ids, read.data],
  );
}

function combineReadings(results: readonly UseQueryResult<GroupReading>[]) {
  return { data: results.map(({ data, isError }) => data ?? (isError ? unknownGroup : undefined)) };
}
