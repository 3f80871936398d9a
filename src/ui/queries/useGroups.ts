import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ProductKey } from '../../licensing/keys';
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

/** The groups that give the product. */
export const groupsOptions = (licensing: LicensingAdapter, product: ProductKey) =>
  queryOptions({
    queryKey: keys.groups(product),
    queryFn: ({ signal }) => licensing.listGroups(product, signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? []) ? whileProcessingInMs : false),
  });

/** Reads the groups that give a product, again and again while one is in progress. */
export function useGroups(product: ProductKey) {
  const { licensing } = useServices();
  return useQuery(groupsOptions(licensing, product));
}
