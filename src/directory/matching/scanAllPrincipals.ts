import { readAllPages } from '../../graph/readAllPages';
import type { Graph } from '../../graph/types';
import type { PrincipalMatcher } from './createPrincipalMatcher';
import { identifiedGroups, identifiedUsers, type IdentifiedKind } from './identifiers';
import type { ReadOptions } from './lookUp';
import { principalsPerPage } from './matchRequests';

/**
 * Reads all people and groups of the tenant with their identifiers, 999 a request. The matcher observes each page when it arrives:
 * all of them at the end would hold the page up.
 */
export async function scanAllPrincipals(
  graph: Graph,
  matcher: PrincipalMatcher,
  options: ReadOptions,
): Promise<void> {
  await Promise.all([
    scan(graph, matcher, identifiedUsers, options),
    scan(graph, matcher, identifiedGroups, options),
  ]);
}

async function scan<Wire>(
  graph: Graph,
  matcher: PrincipalMatcher,
  { path, select, scopes, wire, identify }: IdentifiedKind<Wire>,
  { priority, signal, onAnswered }: ReadOptions,
): Promise<void> {
  const observe = (items: readonly Wire[]): void => {
    for (const item of items) {
      const { principal, others } = identify(item);
      matcher.observe(principal, others);
    }
    onAnswered(items.length);
  };
  const query = { select, top: principalsPerPage };
  await readAllPages(graph, { path, query, scopes, priority, signal }, wire, observe);
}
