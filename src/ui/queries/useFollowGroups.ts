import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useServices } from '../services';
import { invalidateProducts } from './invalidateProducts';
import { groupsOptions, isUnderWay } from './useGroups';

/** Follows Entra's work on the groups of a SKU, and reads its seats and holders anew when the work ends. */
export function useFollowGroups(skuId: string | undefined): void {
  const { licensing } = useServices();
  const client = useQueryClient();
  const { data } = useQuery({ ...groupsOptions(licensing, skuId ?? ''), enabled: skuId !== undefined });
  const isBusy = data !== undefined && isUnderWay(data);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy && skuId !== undefined) void invalidateProducts(client, [skuId]);
    wasBusy.current = isBusy;
  }, [client, isBusy, skuId]);
}
