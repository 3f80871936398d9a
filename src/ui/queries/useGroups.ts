import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProductKey } from '../../licensing/keys';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { LicensedGroup } from '../../licensing/types';
import { useServices } from '../services';
import { keys } from './keys';
import { useEffect, useRef } from 'react';
import type { Product } from '../../licensing/product';
import { invalidateProducts } from './invalidateProducts';

/** Refetch interval while Entra processes a group, in milliseconds. */
const whileProcessingInMs = 4_000;

/** True if Entra is still processing one of the groups. */
function isUnderWay(groups: readonly LicensedGroup[]): boolean {
  return groups.some(({ processing }) => processing === 'queued' || processing === 'processing');
}

/** Query of the groups that give a product. */
const groupsOptions = (licensing: LicensingAdapter, product: ProductKey) =>
  queryOptions({
    queryKey: keys.groups(product),
    queryFn: ({ signal }) => licensing.listGroups(product, signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? []) ? whileProcessingInMs : false),
  });

/** Reads the groups that give a product, and refetches them while one is being processed. */
export function useGroups(product: ProductKey) {
  const { licensing } = useServices();
  return useQuery(groupsOptions(licensing, product));
}

/** Watches the processing of a product's groups in Entra, and refetches the product when it ends. */
export function useFollowGroups({ key, owned }: Pick<Product, 'key' | 'owned'>): void {
  const { licensing } = useServices();
  const client = useQueryClient();
  const { data } = useQuery({ ...groupsOptions(licensing, key), enabled: owned !== undefined });
  const isBusy = data !== undefined && isUnderWay(data);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy) void invalidateProducts(client, [key]);
    wasBusy.current = isBusy;
  }, [client, isBusy, key]);
}
