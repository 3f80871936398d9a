import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Product, TenantProduct } from '../../licensing/product';
import type { PeopleWithIssues } from '../../licensing/types';
import { useServices } from '../services';
import { issuesOptions } from './useHolders';

/** Reading of the people with issues of one product. */
export interface ProductIssues {
  readonly product: TenantProduct;
  /** Undefined until it is read once; after a failure those of the time before. */
  readonly data: PeopleWithIssues | undefined;
  readonly error: Error | null;
  readonly isReading: boolean;
  readonly retry: () => void;
}

/** Reads the people with issues of several products, each by itself: one that fails leaves the others as they are. */
export function useIssues(products: readonly TenantProduct[], isEnabled = true): readonly ProductIssues[] {
  const { licensing } = useServices();
  const combine = useCallback(
    (results: readonly UseQueryResult<PeopleWithIssues>[]) =>
      results.flatMap(({ data, error, isPending, refetch }, index): readonly ProductIssues[] => {
        const product = products[index];
        return product ? [{ product, data, error, isReading: isPending, retry: () => void refetch() }] : [];
      }),
    [products],
  );
  return useQueries({
    queries: products.map(({ key }) => ({ ...issuesOptions(licensing, key), enabled: isEnabled })),
    combine,
  });
}

/** True if people may be missing although everything was asked for: a part couldn't be read, or a door doesn't tell. */
export function isReadInPart(readings: readonly ProductIssues[]): boolean {
  return readings.some(
    ({ product, data, error }) =>
      error !== null ||
      (data?.unread ?? 0) > 0 ||
      (data?.unreadGroups.length ?? 0) > 0 ||
      product.owned.limits?.includes('issues') === true,
  );
}

/** Returns the products whose issues are listed together: those that people can hold, without Microsoft's and hidden ones. */
export function productsWithIssues(products: readonly Product[]): readonly TenantProduct[] {
  return products.filter(
    (product): product is TenantProduct =>
      product.owned?.isUserScoped === true &&
      !product.isHidden &&
      product.classification.owner !== 'microsoft',
  );
}
