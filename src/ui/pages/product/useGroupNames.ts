import { useCallback, useMemo } from 'react';
import type { Principal } from '../../../base/principal';
import type { ProductKey } from '../../../licensing/keys';
import type { Holding, Seat } from '../../../licensing/types';
import { useGroups } from '../../queries/useGroups';

/**
 * Returns a function that fills in group names, which bulk reads leave out, from the product's groups and the
 * selected groups.
 */
export function useGroupNames(
  product: ProductKey,
  principals: readonly Principal[],
): (holding: Holding) => Holding {
  const { data: groups } = useGroups(product);
  const names = useMemo(
    () =>
      new Map(
        [
          ...principals.filter(({ kind }) => kind === 'group'),
          ...(groups ?? []).map(({ group }) => group),
        ].map(({ id, displayName }) => [id.toLowerCase(), displayName]),
      ),
    [groups, principals],
  );
  return useCallback(
    (holding) => {
      const withName = (seat: Seat): Seat => {
        if (seat.path.kind === 'direct' || seat.path.groupName !== undefined) return seat;
        return { ...seat, path: { ...seat.path, groupName: names.get(seat.path.groupId.toLowerCase()) } };
      };
      const isNamed = holding.seats.every(
        ({ path }) => path.kind === 'direct' || path.groupName !== undefined,
      );
      return isNamed ? holding : { ...holding, seats: holding.seats.map(withName) };
    },
    [names],
  );
}
