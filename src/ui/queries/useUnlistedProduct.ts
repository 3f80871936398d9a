import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { toAppError } from '../../base/appError';
import { describeUnlisted, type UnlistedProduct } from '../../licensing/catalogue/describeUnlisted';
import type { ProductKey } from '../../licensing/keys';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { Holding } from '../../licensing/types';
import type { Product } from '../../licensing/product';
import { useServices } from '../services';
import { keys } from './keys';
import { useJobList } from './useJobList';

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
  const named = jobs
    .flatMap(({ header }) => header.subject.products)
    .find((product) => product.product === key)?.name;
  return {
    product: isWanted && data ? describeUnlisted(data, catalogue, named, chosen) : undefined,
    isReading: isLoading,
    error,
    retry: () => void refetch(),
  };
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
