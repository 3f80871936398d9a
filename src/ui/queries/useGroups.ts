import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { LicensedGroup } from '../../licensing/types';
import { useServices } from '../services';
import { keys } from './keys';

/** How often groups are read again while Entra still works on one, in milliseconds. */
const whileProcessingInMs = 4_000;

/** Whether Entra still works on one of the groups. */
export function isUnderWay(groups: readonly LicensedGroup[]): boolean {
  return groups.some(({ processing }) => processing === 'queued' || processing === 'processing');
}

/** The groups that carry the SKU. */
export const groupsOptions = (licensing: LicensingAdapter, skuId: string) =>
  queryOptions({
    queryKey: keys.groups(skuId),
    queryFn: ({ signal }) => licensing.listGroups(skuId, signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? []) ? whileProcessingInMs : false),
  });

/** Reads the groups that carry a SKU, again and again while one is in progress. */
export function useGroups(skuId: string) {
  const { licensing } = useServices();
  return useQuery(groupsOptions(licensing, skuId));
}
