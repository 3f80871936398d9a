import { toAppError } from '../base/appError';
import { isGuid } from '../base/ids';
import type { Principal } from '../base/principal';
import type { Graph, GraphQuery, GraphRequest } from '../graph/types';
import { searchClause } from '../graph/searchClause';
import type { Kind } from './kinds';
import { groups, users } from './kinds';
import { looksLikeAddress } from './looksLikeAddress';
import { quoted } from './quoted';

/** Folds what a person typed: white space and ampersands, which `$search` cannot take, become one space. Undefined below two characters. */
function searchTerm(typed: string): string | undefined {
  const term = typed.replace(/[&\s]+/gu, ' ').trim();
  return [...term].length < 2 ? undefined : term;
}

/** Finds users and groups by part of a name or address, at most `limit` of each, users first; see `Directory`. */
export async function search(
  graph: Graph,
  typed: string,
  limit: number,
  signal?: AbortSignal,
): Promise<readonly Principal[]> {
  const term = searchTerm(typed);
  if (term === undefined) return [];
  const [foundUsers, foundGroups] = await Promise.all([
    find(graph, users, term, limit, signal),
    find(graph, groups, term, limit, signal),
  ]);
  return [...foundUsers, ...foundGroups];
}

async function find<Wire>(graph: Graph, kind: Kind<Wire>, term: string, limit: number, signal?: AbortSignal) {
  if (isGuid(term)) return findById(graph, kind, term, signal);
  const searching = list(
    graph,
    kind,
    { search: searchClause(kind.searched, term), orderBy: 'displayName', top: limit, count: true },
    signal,
  );
  const [exact, indexed] = await Promise.all([
    looksLikeAddress(term) ? list(graph, kind, { filter: hasAddress(kind.addresses, term) }, signal) : [],
    searching,
  ]);
  return [...new Map([...exact, ...indexed].map((principal) => [principal.id, principal])).values()].slice(
    0,
    limit,
  );
}

/** Advanced queries read an index that lags; a plain filter or id reads the directory itself (Graph: advanced queries). */
async function list<Wire>(
  graph: Graph,
  kind: Kind<Wire>,
  query: GraphQuery,
  signal?: AbortSignal,
): Promise<Principal[]> {
  const { path, select, scopes } = kind;
  const isEventual = query.search !== undefined;
  const page = await graph.firstPage(
    { path, query: { select, ...query }, isEventual, scopes, signal },
    kind.wire,
  );
  return page.items.map(kind.toPrincipal);
}

async function findById<Wire>(
  graph: Graph,
  kind: Kind<Wire>,
  id: string,
  signal?: AbortSignal,
): Promise<Principal[]> {
  const { select, scopes } = kind;
  const request: GraphRequest = { path: `${kind.path}/${id}`, query: { select }, scopes, signal };
  try {
    return [kind.toPrincipal(await graph.send(request, kind.wire))];
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'not-found') return [];
    throw error;
  }
}

/** A filter for those who have a mail address, also one besides the first of a mailbox (Graph: user and group, proxyAddresses). */
function hasAddress(properties: readonly string[], address: string): string {
  const proxy = `proxyAddresses/any(x:x eq ${quoted(`smtp:${address}`)})`;
  return [...properties.map((property) => `${property} eq ${quoted(address)}`), proxy].join(' or ');
}
