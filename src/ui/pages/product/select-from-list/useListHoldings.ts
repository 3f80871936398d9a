import { useMemo } from 'react';
import type { Principal } from '../../../../base/principal';
import type { ProductKey } from '../../../../licensing/keys';
import type { LicensedGroup } from '../../../../licensing/types';
import { useGroups } from '../../../queries/useGroups';
import { useHolderList, type HolderList } from '../useHolderList';
import { useInSlices } from '../useInSlices';
import { splitByHolding, type ListHoldings } from './splitByHolding';

/** Assignment paths of the users and groups of a list. */
export interface HoldingsReading {
  /** Undefined for an empty list, and until all holders are read: until then, a missing holder may still be found. */
  readonly holdings: ListHoldings | undefined;
  readonly isWaiting: boolean;
  readonly holders: HolderList;
  readonly error: Error | null;
  readonly retry: () => void;
}

const noGroups: readonly LicensedGroup[] = [];

/** Splits a list by the product's holders and groups, after reading all of them. */
export function useListHoldings(product: ProductKey, principals: readonly Principal[]): HoldingsReading {
  const holders = useHolderList(product);
  const groups = useGroups(product);
  const namesGroup = useMemo(() => principals.some(({ kind }) => kind === 'group'), [principals]);
  const groupsRead = namesGroup ? groups.data : noGroups;
  const { rows, isComplete } = holders;
  const start = useMemo(
    () =>
      rows && isComplete && groupsRead && principals.length > 0
        ? () => splitByHolding(principals, rows, groupsRead)
        : undefined,
    [principals, rows, isComplete, groupsRead],
  );
  const holdings = useInSlices(start, principals.length + (rows?.length ?? 0));
  const isGroupsError = namesGroup && !groups.data && groups.error !== null;
  return {
    holdings: start && holdings,
    isWaiting: principals.length > 0 && !(start && holdings),
    holders,
    error: isGroupsError ? groups.error : isComplete ? null : holders.error,
    retry: () => (isGroupsError ? void groups.refetch() : holders.retry()),
  };
}
