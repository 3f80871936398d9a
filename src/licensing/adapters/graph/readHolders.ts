import { mapConcurrent } from '../../../base/async/mapConcurrent';
import type { Graph, GraphCursor, GraphItems, GraphPage } from '../../../graph/types';
import type { HolderQuery } from '../../licensingAdapter';
import type { HolderPage, PeopleWithIssues } from '../../types';
import type { GroupNames } from './createGroupNames';
import { holdsSku, idFilters } from './filters';
import { readIdsInError } from './membersInError';
import { toHolders } from './toSeats';
import { holderSelect, holderWire, type HolderWire } from './wire';

/** Page of holders to read. */
interface PageQuery extends Omit<HolderQuery, 'product'> {
  /** Holders a page, up to 999. */
  readonly top: number;
}

const scopes = ['User.Read.All'] as const;

/**
 * Reads a page of holders of the SKU, by name. The caller searches and filters, since Graph takes no other condition beside the
 * one on licenses.
 */
export async function readHolders(
  graph: Graph,
  groupNames: GroupNames,
  skuId: string,
  query: PageQuery,
): Promise<HolderPage> {
  if (query.only) return readFew(graph, groupNames, skuId, { ...query, only: query.only });
  const page = await readPage(graph, skuId, query);
  const holders = await toHolders(page.items, skuId, groupNames, query.signal);
  const { total, next, unread } = page;
  return { holders, total, next, ...(unread !== undefined && { unread }) };
}

/** Reads these people; as in the list of all, people are no holders if each of their paths is in error. */
async function readFew(
  graph: Graph,
  groupNames: GroupNames,
  skuId: string,
  { only, signal }: { readonly only: readonly string[]; readonly signal?: AbortSignal },
): Promise<HolderPage> {
  const { items } = await readUsers(graph, only, signal);
  const found = await toHolders(items, skuId, groupNames, signal);
  const holders = found.filter(({ seats }) => seats.some(({ state }) => state !== 'error'));
  return { holders, total: undefined, next: undefined };
}

async function readUsers(
  graph: Graph,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Required<GraphItems<HolderWire>>> {
  const users = await mapConcurrent(idFilters(ids), (filter) => {
    const query = { filter, select: holderSelect };
    return graph.countedPages({ path: '/users', query, scopes, signal }, holderWire);
  });
  return {
    items: users.flatMap(({ items }) => items),
    unread: users.reduce((sum, { unread = 0 }) => sum + unread, 0),
  };
}

async function readPage(
  graph: Graph,
  skuId: string,
  { cursor, signal, top }: PageQuery,
): Promise<GraphPage<HolderWire>> {
  // Opaque to callers, so it is a value that this function returned.
  if (cursor !== undefined) return graph.nextPage(cursor as GraphCursor, holderWire, signal);
  const query = {
    filter: holdsSku(skuId),
    select: holderSelect,
    orderBy: 'displayName',
    count: true,
    top,
  };
  return graph.firstPage({ path: '/users', query, isEventual: true, scopes, signal }, holderWire);
}

/**
 * Reads the members of licensed groups whose own path to the SKU is in error. Graph keeps the reason with the user, and
 * does not list a user without a working path among the holders. Groups whose members in error could not be read are named.
 */
export async function readPeopleWithIssues(
  graph: Graph,
  groupNames: GroupNames,
  skuId: string,
  signal?: AbortSignal,
): Promise<PeopleWithIssues> {
  const inError = await readIdsInError(graph, skuId, { signal, isOptional: true });
  const users = await readUsers(graph, inError.ids, signal);
  const holders = await toHolders(users.items, skuId, groupNames, signal);
  const people = holders.filter(({ seats }) => seats.some(({ issue }) => issue !== undefined));
  const unread = inError.unread + users.unread;
  return { people, unreadGroups: inError.unreadGroups, ...(unread > 0 && { unread }) };
}
