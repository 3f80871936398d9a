import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { isGuid } from '../../../base/ids';
import type { Graph } from '../../../graph/types';
import { soft, softObject } from '../../../graph/wire/soft';
import type { UnlistedQuery } from '../../licensingAdapter';
import type { UnlistedHolding } from '../../types';
import { holdsSku } from './filters';
import { withFallback } from './requests';
import { skuIdOf, skuIdWire, toSkuRef } from './skuKeys';
import { idWire } from './wire';

/** As many as one batch of Graph takes; the rest is given without a count. */
const maxCounted = 20;

const namedWire = softObject({ skuId: soft(skuIdWire) });

/**
 * Counts the people who hold SKUs that subscribedSkus leaves out: those of `known`, and those that a subscription of the
 * directory names. Where subscriptions can't be read, those of `known` alone.
 */
export async function readUnlisted(
  graph: Graph,
  { listed, known, signal }: UnlistedQuery,
): Promise<readonly UnlistedHolding[]> {
  const named = await withFallback(
    graph.allPages(
      {
        path: '/directory/subscriptions',
        scopes: ['LicenseAssignment.Read.All'],
        signal,
        isOptional: true,
      },
      namedWire,
    ),
    [],
  );
  const skuIds = new Set([...known.map(skuIdOf), ...named.map(({ skuId }) => skuId)]);
  listed.forEach((product) => skuIds.delete(skuIdOf(product)));
  const wanted = [...skuIds].flatMap((skuId) => (skuId !== undefined && isGuid(skuId) ? [skuId] : []));
  const holdings = await mapConcurrent(
    wanted,
    async (skuId) => ({
      ...toSkuRef(skuId),
      people:
        wanted.indexOf(skuId) < maxCounted
          ? await withFallback(countHolders(graph, skuId, signal), undefined)
          : undefined,
    }),
    maxCounted,
  );
  return holdings.filter(({ people }) => people !== 0);
}

/** Counts everyone to whom the SKU is assigned; undefined where the service does not tell. */
async function countHolders(
  graph: Graph,
  skuId: string,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const { items, total, next } = await graph.firstPage(
    {
      path: '/users',
      query: { filter: holdsSku(skuId), select: ['id'], count: true, top: 1 },
      isEventual: true,
      isOptional: true,
      scopes: ['User.Read.All'],
      signal,
    },
    idWire,
  );
  return total ?? (next === undefined ? items.length : undefined);
}
