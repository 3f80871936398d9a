import { useQuery } from '@tanstack/react-query';
import type { OwnedProduct } from '../../licensing/types';
import { useServices } from '../services';
import { keys } from './keys';

/** Reads the people who wait for a license of the product; nothing is read of a product that cloud licensing doesn't list. */
export function useWaitingMembers({ key, doors }: Pick<OwnedProduct, 'key' | 'doors'>) {
  const { licensing } = useServices();
  return useQuery({
    queryKey: keys.waiting(key),
    // A query has no undefined data.
    queryFn: async ({ signal }) => (await licensing.listWaitingMembers(key, signal)) ?? null,
    enabled: doors?.includes('cloud-licensing') ?? false,
  });
}
