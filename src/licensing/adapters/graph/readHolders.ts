import type * as v from 'valibot';
import { searchClause } from '../../../graph/searchClause';
import type { Graph, GraphCursor, GraphPage } from '../../../graph/types';
import type { HolderQuery } from '../../licensingAdapter';
import type { HolderPage } from '../../types';
import type { GroupNames } from './createGroupNames';
import { holdsSku } from './holdsSku';
import { toHolders } from './toHolders';
import { holderSelect, holderWire } from './wire';

const scopes = ['User.Read.All'] as const;
const holdersPerPage = 200;
const searched = ['displayName', 'mail', 'userPrincipalName'];

/** Reads a page of holders by name. Rejects with `not-found` for a SKU id that is no GUID. */
export async function readHolders(
  graph: Graph,
  groupNames: GroupNames,
  query: HolderQuery,
): Promise<HolderPage> {
  const { skuId, signal } = query;
  const page = await readPage(graph, query);
  const holders = await toHolders(page.items, skuId, groupNames, signal);
  return { holders, total: page.total, next: page.next };
}

async function readPage(
  graph: Graph,
  { skuId, search, cursor, signal }: HolderQuery,
): Promise<GraphPage<v.InferOutput<typeof holderWire>>> {
  // Opaque to callers, so what comes back is what this function gave.
  if (cursor !== undefined) return graph.nextPage(cursor as GraphCursor, holderWire, signal);
  const term = search?.replace(/&/g, ' ').trim();
  const query = {
    filter: holdsSku(skuId),
    search: term ? searchClause(searched, term) : undefined,
    select: holderSelect,
    orderBy: 'displayName',
    count: true,
    top: holdersPerPage,
  };
  return graph.firstPage({ path: '/users', query, isEventual: true, scopes, signal }, holderWire);
}
