import { readAllPages } from '../../graph/readAllPages';
import type { Graph, GraphPage } from '../../graph/types';
import {
  identifiedGroups,
  identifiedUsers,
  type IdentifiedKind,
  type IdentifiedPrincipal,
} from './identifiers';
import type { ReadOptions } from './lookUp';
import { principalsPerPage } from './matchRequests';

/** Reads all people and groups of the tenant with their identifiers, 999 a request. */
export async function scanAllPrincipals(
  graph: Graph,
  options: ReadOptions,
): Promise<readonly IdentifiedPrincipal[]> {
  const [people, others] = await Promise.all([
    readAll(graph, identifiedUsers, options),
    readAll(graph, identifiedGroups, options),
  ]);
  return [...people, ...others];
}

async function readAll<Wire>(
  graph: Graph,
  { path, select, scopes, wire, identify }: IdentifiedKind<Wire>,
  { priority, signal, onAnswered }: ReadOptions,
): Promise<readonly IdentifiedPrincipal[]> {
  const counted = <T>(page: GraphPage<T>): GraphPage<T> => {
    onAnswered(page.items.length);
    return page;
  };
  const pages: Pick<Graph, 'firstPage' | 'nextPage'> = {
    firstPage: async (request, schema) => counted(await graph.firstPage(request, schema)),
    nextPage: async (cursor, schema, stop) => counted(await graph.nextPage(cursor, schema, stop)),
  };
  const query = { select, top: principalsPerPage };
  const { items } = await readAllPages(pages, { path, query, scopes, priority, signal }, wire);
  return items.map(identify);
}
