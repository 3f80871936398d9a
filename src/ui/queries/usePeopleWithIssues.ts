import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ProductKey } from '../../licensing/keys';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { useServices } from '../services';
import { keys } from './keys';

/** The people whose license of the product is in error. */
const issuesOptions = (licensing: LicensingAdapter, product: ProductKey) =>
  queryOptions({
    queryKey: keys.issues(product),
    queryFn: ({ signal }) => licensing.listPeopleWithIssues(product, signal),
  });

/** Reads the people whose license of a product is in error. */
export function usePeopleWithIssues(product: ProductKey) {
  const { licensing } = useServices();
  return useQuery(issuesOptions(licensing, product));
}
