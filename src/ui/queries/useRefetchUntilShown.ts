import { hashKey, useQueryClient, type InvalidateQueryFilters } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ProductUpdate } from '../../license-jobs/recent-changes/createRecentChanges';
import type { ProductKey } from '../../licensing/keys';
import { useServices } from '../services';
import { keys } from './keys';
import { ownedProductsOptions } from './ownedProducts';
import { maxPagesReadAgain, rereadHolders } from './rereadHolders';

/** Limits of the pause between two refetches, in milliseconds. The pause is the age of the last change. */
const pauses = { min: 3_000, max: 60_000 };

/** Maximum age of the last change, in milliseconds: one refetch after the lag of 15 minutes. */
const maxAgeInMs = 17 * 60_000;

/**
 * Refetches active queries with growing pauses until Microsoft 365 shows all changes; in long lists, only changed
 * users. Call it once in the app.
 */
export function useRefetchUntilShown(updates: readonly ProductUpdate[]): void {
  const services = useServices();
  const client = useQueryClient();
  const latest = useRef(updates);
  useEffect(() => {
    const ended = latest.current.some(
      ({ product, areSeatsUpdating }) =>
        areSeatsUpdating && !updates.some((now) => now.product === product && now.areSeatsUpdating),
    );
    latest.current = updates;
    // The list still has the mark and number of its last read. A running read is recent enough.
    if (ended) void client.invalidateQueries({ queryKey: keys.products }, { cancelRefetch: false });
  }, [updates, client]);
  const isUpdating = updates.some((update) => update.isUpdating);
  useEffect(() => {
    if (!isUpdating) return undefined;
    const { clock, licensing } = services;
    const stop = new AbortController();
    // Doesn't restart a running read.
    const reread = (filters: InvalidateQueryFilters): Promise<void> =>
      client.invalidateQueries(filters, { cancelRefetch: false });
    const rereadProduct = async (product: ProductKey): Promise<void> => {
      const list = keys.holders(product);
      const pages = client.getQueryData<{ readonly pages: readonly unknown[] }>(list)?.pages ?? [];
      if (pages.length <= maxPagesReadAgain) return reread({ queryKey: keys.product(product) });
      const principals = (await services.openRecentChanges()).nextToRead(product);
      const people = principals.filter(({ kind }) => kind === 'user').map(({ id }) => id);
      const groups = principals.filter(({ kind }) => kind === 'group');
      await Promise.all([
        reread({
          queryKey: keys.product(product),
          predicate: ({ queryHash }) => queryHash !== hashKey(list),
        }),
        // A failed read is retried in the next round.
        rereadHolders(client, services, { product, ids: people, signal: stop.signal }).catch(() => undefined),
        groups.length > 0 &&
          licensing
            .readHoldings(groups, { products: [product], isBulk: true, signal: stop.signal })
            .catch(() => undefined),
      ]);
    };
    const products = client.getQueryData(ownedProductsOptions(licensing).queryKey) ?? [];
    const isMarked = (key: ProductKey): boolean =>
      products.some((product) => product.key === key && product.isUpdating);
    // On start, products are read before recent changes are known.
    if (latest.current.some(({ product, areSeatsUpdating }) => areSeatsUpdating && !isMarked(product)))
      void reread({ queryKey: keys.products });
    const readAgain = async (): Promise<void> => {
      for (;;) {
        const updating = latest.current.filter((update) => update.isUpdating);
        const lastChangeAt = Math.max(...updating.map((update) => update.lastChangeAt));
        const ageInMs = clock.now() - lastChangeAt;
        if (updating.length === 0 || ageInMs > maxAgeInMs) return;
        await clock.wait(Math.min(pauses.max, Math.max(pauses.min, ageInMs)), stop.signal);
        await Promise.all(updating.map(({ product }) => rereadProduct(product)));
        // Comes last, since the number of licenses depends on the holders while a group is processed.
        if (updating.some(({ areSeatsUpdating }) => areSeatsUpdating))
          await reread({ queryKey: keys.products });
      }
    };
    // It rejects only if aborted.
    readAgain().catch(() => undefined);
    return () => stop.abort();
  }, [isUpdating, services, client]);
}
