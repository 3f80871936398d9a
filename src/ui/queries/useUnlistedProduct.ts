import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { toAppError } from '../../base/appError';
import { describeUnlisted, type UnlistedProduct } from '../../licensing/catalogue/describeUnlisted';
import { parseProductKey, productSpaces, toProductKey, type ProductKey } from '../../licensing/keys';
import type { Catalogue } from '../../licensing/catalogue/types';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { Holding } from '../../licensing/types';
import type { Product } from '../../licensing/product';
import { useServices } from '../services';
import { keys } from './keys';
import { ownedProductsOptions } from './ownedProducts';
import { useJobKeeping, useJobList } from './useJobList';

/** A product that the tenant no longer lists. */
interface UnlistedState {
  /** Undefined while loading, and if no user or group has it anymore. */
  readonly product: Product | undefined;
  readonly isReading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Reads a product that the tenant no longer lists, if users or groups still have it. `isWanted` is false while it may
 * be listed.
 */
export function useUnlistedProduct(key: ProductKey, isWanted: boolean): UnlistedState {
  const { licensing, catalogue, choices } = useServices();
  const subscribe = useCallback((listener: () => void) => choices.subscribe(listener), [choices]);
  const chosen = useSyncExternalStore(subscribe, () => choices.read());
  const jobs = useJobList();
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: keys.unlisted(key),
    queryFn: ({ signal }) => readUnlisted(licensing, key, signal),
    enabled: isWanted,
  });
  const named = nameInJobs(jobs, key);
  return {
    product: isWanted && data ? describeUnlisted(data, catalogue, named, chosen) : undefined,
    isReading: isLoading,
    error,
    retry: () => void refetch(),
  };
}

/** Returns the name of the product from a job of this browser, if there is one. */
function nameInJobs(jobs: ReturnType<typeof useJobList>, key: ProductKey): string | undefined {
  return jobs.flatMap(({ header }) => header.subject.products).find(({ product }) => product === key)?.name;
}

/** Products that the tenant no longer lists, but users still have. */
interface UnlistedProductsState {
  readonly products: readonly Product[];
  /** Number of groups that give each product, as far as known. */
  readonly groups: ReadonlyMap<ProductKey, number>;
  /** True if it couldn't be read whether users still have a product that this browser knows. */
  readonly isUnread: boolean;
}

/**
 * Reads products that users still have and the tenant no longer lists: those of the admin's choices, of this
 * browser's jobs and of the catalogue, and those that the service still names.
 */
export function useUnlistedProducts(): UnlistedProductsState {
  const { licensing, catalogue, choices } = useServices();
  const subscribe = useCallback((listener: () => void) => choices.subscribe(listener), [choices]);
  const chosen = useSyncExternalStore(subscribe, () => choices.read());
  const jobs = useJobList();
  const areJobsRead = useJobKeeping() !== 'unknown';
  const { data: owned } = useQuery(ownedProductsOptions(licensing));
  const listed = owned?.map(({ key }) => key) ?? [];
  const inJobs = jobs.flatMap(({ header }) => header.subject.products.map(({ product }) => product));
  const known = [...new Set([...Object.keys(chosen).map(parseProductKey), ...inJobs])]
    .filter((key) => !listed.includes(key))
    .sort();
  const { data = [], isError } = useQuery({
    // Invalidated with the list, and refetched if the list has changed.
    queryKey: [...keys.products, 'unlisted', listed, known],
    queryFn: ({ signal }) =>
      licensing.listUnlisted({ listed, known, possible: possibleIn(catalogue, listed), signal }),
    enabled: owned !== undefined && areJobsRead,
  });
  return {
    products: data.flatMap(({ product: key, pool, people }) => {
      const named = nameInJobs(jobs, key);
      return describeUnlisted({ key, pool, assigned: people }, catalogue, named, chosen) ?? [];
    }),
    groups: new Map(data.map(({ product, groups = 0 }) => [product, groups])),
    isUnread: isError && known.length > 0,
  };
}

/** Returns ISV products of the catalogue that the tenant doesn't list. */
function possibleIn({ entries }: Catalogue, listed: readonly ProductKey[]): readonly ProductKey[] {
  return entries
    .filter(({ owner }) => owner === 'isv')
    .flatMap(({ skuIds }) => skuIds.map((skuId) => toProductKey(productSpaces.sku, skuId.toLowerCase())))
    .filter((key) => !listed.includes(key));
}

/** Finds the pool in which users or groups still have the product; null if there are none. */
async function readUnlisted(
  licensing: LicensingAdapter,
  key: ProductKey,
  signal: AbortSignal,
): Promise<UnlistedProduct | null> {
  try {
    const page = await licensing.listHolders({ product: key, signal });
    // Users are shown even if groups can't be read.
    const carriers = page.holders.length > 0 ? [] : await readCarriers(licensing, key, signal);
    const seat = [...page.holders, ...carriers]
      .flatMap(({ seats }) => seats)
      .find(({ product }) => product === key);
    const assigned = page.total ?? (page.next === undefined ? page.holders.length : undefined);
    return seat ? { key, pool: seat.pool, assigned } : null;
  } catch (thrown) {
    // A key that no adapter made can't exist.
    if (toAppError(thrown).code === 'not-found') return null;
    throw thrown;
  }
}

/** Reads the holdings of a group that gives the product. */
async function readCarriers(
  licensing: LicensingAdapter,
  key: ProductKey,
  signal: AbortSignal,
): Promise<readonly Holding[]> {
  const groups = await licensing.listGroups(key, signal);
  const carriers = groups.slice(0, 1).map(({ group: { kind, id } }) => ({ kind, id }));
  return licensing.readHoldings(carriers, { products: [key], signal });
}
