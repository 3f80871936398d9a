import type { Call } from '../call';
import { malformedQuery, unsupportedQuery } from '../graphRefusal';
import type { FilterNode } from '../odata/filterTree';
import { parseFilter } from '../odata/parseFilter';
import { pageTokenExpired } from '../odata/skipToken';
import type { DeltaState } from './deltaState';
import { isLinkExpired, readDeltaState } from './deltaState';

const maxIds = 50;

/** Returns the number of the last change that delta queries see now. */
export function lastKnownChange({ tenant, clock, directory }: Call): number {
  return tenant.changes.lastAt(clock.now() - directory.lag.deltaInMs);
}

/**
 * Returns the state to continue from, or a new one with the options of the request. Throws GraphRefusal for options
 * that delta queries do not take (Graph: delta query overview); inferred: the sentences.
 */
export function readDeltaRequest(call: Call, of: DeltaState['of']): DeltaState {
  const { query } = call;
  if (query.skipToken !== undefined) {
    if (isLinkExpired(call, query.skipToken)) throw pageTokenExpired();
    return readDeltaState(call, query.skipToken, of);
  }
  const { deltaToken = '' } = query;
  if (deltaToken !== '' && deltaToken !== 'latest') return readDeltaState(call, deltaToken, of);
  const refused = (['top', 'expand', 'orderBy', 'search'] as const).find((name) => query[name] !== undefined);
  if (refused !== undefined)
    throw unsupportedQuery(`The query option '$${refused.toLowerCase()}' is not supported by delta queries.`);
  const since = lastKnownChange(call);
  const ids = query.filter === undefined ? undefined : filteredIds(parseFilter(query.filter));
  return {
    of,
    phase: deltaToken === 'latest' ? 'changes' : 'all',
    since,
    upTo: since,
    next: 0,
    select: query.select,
    ids,
  };
}

function filteredIds(node: FilterNode): readonly string[] {
  const ids = [...idsOf(node)];
  if (ids.length > maxIds)
    throw malformedQuery(`A delta query can be filtered by at most ${maxIds} objects.`);
  return ids;
}

function* idsOf(node: FilterNode): Generator<string> {
  if (node.kind === 'or') {
    yield* idsOf(node.left);
    yield* idsOf(node.right);
  } else if (node.kind === 'compare' && node.operator === 'eq' && node.path === 'id')
    yield String(node.value.value).toLowerCase();
  else throw unsupportedQuery("Delta queries are filtered by 'id eq' alone, joined by 'or'.");
}
