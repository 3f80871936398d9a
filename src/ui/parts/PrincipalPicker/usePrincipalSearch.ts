import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Principal } from '../../../base/principal';
import type { ProductKey } from '../../../licensing/keys';
import type { AssignableProduct } from '../../../licensing/product';
import type { Holding } from '../../../licensing/types';
import { keys } from '../../queries/keys';
import { useServices } from '../../services';

/** How long typing must rest before the directory is asked, in milliseconds. */
const restInMs = 150;
/** Shortest text that is looked for. */
const shortest = 2;

/** What a search of the directory found, and what those found hold. */
export interface PrincipalSearch {
  readonly status: 'idle' | 'searching' | 'failed' | 'found';
  readonly principals: readonly Principal[];
  /** By principal id; empty until it is read. */
  readonly holdings: ReadonlyMap<string, Holding>;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Looks for users and groups. An answer is shown only for the text it was asked for: another text is another query,
 * and leaving a text gives up its request, also one that still waits for the typing to rest. Only those whom
 * `isWanted` takes are given; it must stay the same function.
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

/** Reads what all of them hold in one call, and keeps it for each, so that a chosen one need not be read again. */
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
