import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { isGuid } from '../../../base/ids';
import type { Graph } from '../../../graph/types';
import { soft, softObject } from '../../../graph/wire/soft';
import type { UnlistedQuery } from '../../licensingAdapter';
import type { UnlistedHolding } from '../../types';
import { holdsSku } from './filters';
import { withFallback } from '../../../graph/readOptions';
import { skuIdOf, skuIdWire, toSkuRef } from './skuKeys';
import { groupLicensesWire, idWire } from './wire';

/** As many as one batch of Graph takes; the others are returned without a count, or not at all if they are only possible. */
const maxCounted = 20;

const namedWire = softObject({ skuId: soft(skuIdWire) });

/**
 * Counts the people and groups that hold SKUs that subscribedSkus leaves out: those of `known`, those that a subscription of
 * the directory names or a group carries, and those of `possible` that have a holder. Parts that can't be read are left out.
 */
export async function readUnlisted(
  graph: Graph,
  { listed, known, possible = [], signal }: UnlistedQuery,
): Promise<readonly UnlistedHolding[]> {
  const scopes = ['LicenseAssignment.Read.All'] as const;
  const [named, carried] = await Promise.all([
    withFallback(
      graph.allPages({ path: '/directory/subscriptions', scopes, signal, isOptional: true }, namedWire),
      [],
    ),
    withFallback(countCarriers(graph, signal), new Map<string, number>()),
  ]);
  const isListed = new Set(listed.map(skuIdOf));
  const skuIdsIn = (ids: Iterable<string | undefined>): readonly string[] =>
    [...new Set(ids)].flatMap((id) => (id !== undefined && isGuid(id) && !isListed.has(id) ? [id] : []));
  const count = (skuIds: readonly string[]): Promise<readonly UnlistedHolding[]> =>
    mapConcurrent(
      skuIds,
      async (skuId) => {
        const groups = carried.get(skuId);
        const isCounted = skuIds.indexOf(skuId) < maxCounted;
        const people = isCounted
          ? await withFallback(countHolders(graph, skuId, signal), undefined)
          : undefined;
        return { ...toSkuRef(skuId), people, ...(groups !== undefined && { groups }) };
      },
      maxCounted,
    );
  const likely = skuIdsIn([...known.map(skuIdOf), ...named.map(({ skuId }) => skuId), ...carried.keys()]);
  const others = skuIdsIn(possible.map(skuIdOf)).filter((skuId) => !likely.includes(skuId));
  const [found, turnedUp] = await Promise.all([count(likely), count(others.slice(0, maxCounted))]);
  return [
    ...found.filter(({ people, groups }) => people !== 0 || groups !== undefined),
    ...turnedUp.filter(({ people = 0 }) => people > 0),
  ];
}

/** Counts the groups that carry each SKU (Graph: `assignedLicenses/any()` of groups). */
async function countCarriers(
  graph: Graph,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, number>> {
  const query = { filter: 'assignedLicenses/any()', select: ['id', 'assignedLicenses'], top: 999 };
  const groups = await graph.allPages(
    { path: '/groups', query, scopes: ['GroupMember.Read.All'], signal, isOptional: true },
    groupLicensesWire,
  );
  const counts = new Map<string, number>();
  for (const { skuId } of groups.flatMap(({ assignedLicenses }) => assignedLicenses ?? []))
    if (skuId !== undefined) counts.set(skuId, (counts.get(skuId) ?? 0) + 1);
  return counts;
}

/** Counts the users to whom the SKU is assigned; undefined if the service does not say. */
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
