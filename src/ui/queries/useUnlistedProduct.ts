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

/** A product that the list lacks, as far as it is read. */
interface UnlistedState {
  /** Undefined if it is not held any more, and until that is known. */
  readonly product: Product | undefined;
  readonly isReading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads whether people or groups still hold a product that the tenant no longer lists; `isWanted` is false while it may be listed. */
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

/** Finds the name of the product in a job; undefined where no job of this browser is about it. */
function nameInJobs(jobs: ReturnType<typeof useJobList>, key: ProductKey): string | undefined {
  return jobs.flatMap(({ header }) => header.subject.products).find(({ product }) => product === key)?.name;
}

/** The products that the list lacks and people still hold, as far as they are read. */
interface UnlistedProductsState {
  readonly products: readonly Product[];
  /** Numbers of groups that give them, as far as known. */
  readonly groups: ReadonlyMap<ProductKey, number>;
  /** True where it could not be read whether a product that this browser knows of is still held. */
  readonly isUnread: boolean;
}

/**
 * Counts who still holds products that the tenant no longer lists: those of the admin's choices, of jobs in this
 * browser and of the catalogue, and those that the service still names.
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
    // Read again with the list, and once more where that has changed.
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

/** Products of vendors that the catalogue knows by their SKU, and the tenant does not list. */
function possibleIn({ entries }: Catalogue, listed: readonly ProductKey[]): readonly ProductKey[] {
  return entries
    .filter(({ owner }) => owner === 'isv')
    .flatMap(({ skuIds }) => skuIds.map((skuId) => toProductKey(productSpaces.sku, skuId.toLowerCase())))
    .filter((key) => !listed.includes(key));
}

/** Finds the pool in which the product is still held; null if it is not held any more. */
async function readUnlisted(
  licensing: LicensingAdapter,
  key: ProductKey,
  signal: AbortSignal,
): Promise<UnlistedProduct | null> {
  try {
    const page = await licensing.listHolders({ product: key, signal });
    // Groups that can't be read keep no page from showing the people.
    const carriers = page.holders.length > 0 ? [] : await readCarriers(licensing, key, signal);
    const seat = [...page.holders, ...carriers]
      .flatMap(({ seats }) => seats)
      .find(({ product }) => product === key);
    const assigned = page.total ?? (page.next === undefined ? page.holders.length : undefined);
    return seat ? { key, pool: seat.pool, assigned } : null;
  } catch (thrown) {
    // A key that no adapter made names nothing that could be held.
    if (toAppError(thrown).code === 'not-found') return null;
    throw thrown;
  }
}

/** Reads what one of the groups that give the product holds of it. */
async function readCarriers(
  licensing: LicensingAdapter,
  key: ProductKey,
  signal: AbortSignal,
): Promise<readonly Holding[]> {
  const groups = await licensing.listGroups(key, signal);
  const carriers = groups.slice(0, 1).map(({ group: { kind, id } }) => ({ kind, id }));
  return licensing.readHoldings(carriers, { products: [key], signal });
}
