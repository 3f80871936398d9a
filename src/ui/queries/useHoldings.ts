import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { PrincipalRef } from '../../base/principal';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { useServices } from '../services';
import { keys } from './keys';

/** What each of the principals holds, in the order given. */
export const holdingsOptions = (licensing: LicensingAdapter, principals: readonly PrincipalRef[]) =>
  queryOptions({
    queryKey: keys.holdings(principals),
    queryFn: ({ signal }) => licensing.readHoldings(principals, signal),
  });

/** Reads what the principals hold; while the list grows, what was read of it before stays. */
export function useHoldings(principals: readonly PrincipalRef[]) {
  const { licensing } = useServices();
  return useQuery({
    ...holdingsOptions(licensing, principals),
    enabled: principals.length > 0,
    placeholderData: keepPreviousData,
  });
}
