import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Product } from '../../licensing/product';
import { useServices } from '../services';
import { invalidateProducts } from './invalidateProducts';
import { groupsOptions, isUnderWay } from './useGroups';

/**
 * Follows Entra's work on the groups of a product that the tenant owns, and reads its seats and holders again when the work
 * ends.
 */
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
