import type { Principal } from '../../base/principal';
import { readAllPages } from '../../graph/readAllPages';
import type { Graph, GraphPage } from '../../graph/types';
import type { Kind } from '../kinds';
import { groups, users } from '../kinds';
import type { ReadOptions } from './lookUp';
import { principalsPerPage } from './matchRequests';

/** Reads all people and groups of the tenant, 999 a request. */
export async function sweep(graph: Graph, options: ReadOptions): Promise<readonly Principal[]> {
  const [people, others] = await Promise.all([
    readAll(graph, users, options),
    readAll(graph, groups, options),
  ]);
  return [...people, ...others];
}

async function readAll<Wire>(
  graph: Graph,
  { path, select, scopes, wire, toPrincipal }: Kind<Wire>,
  { priority, signal, onAnswered }: ReadOptions,
): Promise<readonly Principal[]> {
  const told = <T>(page: GraphPage<T>): GraphPage<T> => {
    onAnswered(page.items.length);
    return page;
  };
  const pages: Pick<Graph, 'firstPage' | 'nextPage'> = {
    firstPage: async (request, schema) => told(await graph.firstPage(request, schema)),
    nextPage: async (cursor, schema, stop) => told(await graph.nextPage(cursor, schema, stop)),
  };
  const query = { select, top: principalsPerPage };
  const found = await readAllPages(pages, { path, query, scopes, priority, signal }, wire);
  return found.map(toPrincipal);
}
