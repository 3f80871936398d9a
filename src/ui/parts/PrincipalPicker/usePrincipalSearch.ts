import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Principal } from '../../../base/principal';
import type { ProductKey } from '../../../licensing/keys';
import type { AssignableProduct } from '../../../licensing/product';
import type { Holding } from '../../../licensing/types';
import { keys } from '../../queries/keys';
import { useServices } from '../../services';

/** Debounce of typing before the directory is searched, in milliseconds. */
const restInMs = 150;
/** Minimum length of a search text. */
const shortest = 2;

/** Results of a search in the directory, with their holdings. */
export interface PrincipalSearch {
  readonly status: 'idle' | 'searching' | 'failed' | 'found';
  readonly principals: readonly Principal[];
  /** By principal id; empty while loading. */
  readonly holdings: ReadonlyMap<string, Holding>;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Searches users and groups. Each text is a query of its own, so that a late response never shows for another text;
 * changing the text cancels its request, also during the debounce. `isWanted` filters the results and must be the
 * same function between renders.
 */
export function usePrincipalSearch(
  typed: string,
  products: readonly AssignableProduct[],
  isWanted: (principal: Principal) => boolean = anybody,
): PrincipalSearch {
  const { directory, clock } = useServices();
  const text = typed.trim();
  const isAsked = [...text].length >= shortest;
  const search = useQuery({
    queryKey: ['search', text],
    queryFn: async ({ signal }) => {
      await clock.wait(restInMs, signal);
      return directory.search(text, { signal });
    },
    enabled: isAsked,
  });
  const found = (isAsked && search.data) || none;
  const principals = useMemo(() => found.filter(isWanted), [found, isWanted]);
  const holdings = useFoundHoldings(
    principals,
    products.map(({ key }) => key),
  );
  const status = !isAsked ? 'idle' : search.data ? 'found' : search.error ? 'failed' : 'searching';
  return { status, principals, holdings, error: search.error, retry: () => void search.refetch() };
}

const none: readonly Principal[] = [];
const anybody = (): boolean => true;

/**
 * Reads the holdings of all results in one request, and caches them for each, so that a chosen one isn't read again.
 */
function useFoundHoldings(
  principals: readonly Principal[],
  products: readonly ProductKey[],
): ReadonlyMap<string, Holding> {
  const { licensing } = useServices();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: keys.holdings(principals, products),
    queryFn: async ({ signal }) => {
      const holdings = await licensing.readHoldings(principals, { products, signal });
      for (const holding of holdings)
        client.setQueryData(keys.holdings([holding.principal], products), [holding]);
      return holdings;
    },
    enabled: principals.length > 0,
  });
  return new Map(data?.map((holding) => [holding.principal.id, holding]));
}
