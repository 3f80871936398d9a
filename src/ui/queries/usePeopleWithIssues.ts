import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { useServices } from '../services';
import { keys } from './keys';

/** The people whose license of the SKU is in error. */
export const issuesOptions = (licensing: LicensingAdapter, skuId: string) =>
  queryOptions({
    queryKey: keys.issues(skuId),
    queryFn: ({ signal }) => licensing.listPeopleWithIssues(skuId, signal),
  });

/** Reads the people whose license of a SKU is in error. */
export function usePeopleWithIssues(skuId: string) {
  const { licensing } = useServices();
  return useQuery(issuesOptions(licensing, skuId));
}
