import { GraphRefusal, unsupportedQuery } from '../graphRefusal';
import { checkFilter } from './checkFilter';
import type { EntityType } from './entityType';
import { filterTest } from './evaluateFilter';
import { orderOf, sortingNotSupported } from './ordering';
import { parseFilter } from './parseFilter';
import { parseSearch } from './parseSearch';
import { propertyNamed } from './project';
import type { QueryOptions } from './queryOptions';
import { searchTest } from './searchTest';
import { readSkipToken, writeSkipToken } from './skipToken';

/** One page of a list. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** Matches in the whole list; on the first page of an advanced query that asks for it. */
  readonly count?: number;
  /** Set when more follows. */
  readonly skipToken?: string;
}

/** Judges and answers a query over a table. Throws GraphRefusal for what Graph would refuse. */
export function listPage<Row extends object, World>(
  rows: readonly Row[],
  type: EntityType<Row, World>,
  query: QueryOptions,
  isEventual: boolean,
  world: World,
): ListPage<Row> {
  refuseExpand(query);
  const matches = matcherOf(type, query, isEventual, world);
  const places = orderFor(rows, type, query, isEventual, world);
  const start = query.skipToken === undefined ? 0 : readSkipToken(query.skipToken);
  const size = query.top ?? 100;
  const found: Row[] = [];
  let at = start;
  let nextStart: number | undefined;
  for (; at < rows.length; at += 1) {
    const row = rows[places ? (places[at] ?? 0) : at];
    if (row === undefined || !matches(row)) continue;
    if (found.length === size) {
      nextStart = at;
      break;
    }
    found.push(row);
  }
  const wantsCount = query.count && isEventual && query.skipToken === undefined;
  return {
    rows: found,
    count: wantsCount ? countMatches(rows, matches) : undefined,
    skipToken: nextStart === undefined ? undefined : writeSkipToken(nextStart),
  };
}

/** Counts the rows that a query matches (the `/$count` segment). Throws GraphRefusal as {@link listPage} does. */
export function countRows<Row extends object, World>(
  rows: readonly Row[],
  type: EntityType<Row, World>,
  query: QueryOptions,
  isEventual: boolean,
  world: World,
): number {
  if (!isEventual) throw new GraphRefusal(400, 'Request_BadRequest', '$count is not currently supported.');
  return countMatches(rows, matcherOf(type, { ...query, count: true }, isEventual, world));
}

function countMatches<Row>(rows: readonly Row[], matches: (row: Row) => boolean): number {
  let count = 0;
  for (const row of rows) if (matches(row)) count += 1;
  return count;
}

function matcherOf<Row extends object, World>(
  type: EntityType<Row, World>,
  query: QueryOptions,
  isEventual: boolean,
  world: World,
): (row: Row) => boolean {
  const read = readerOf(type, world);
  const tests: ((row: Row) => boolean)[] = [];
  if (query.filter !== undefined) {
    const node = parseFilter(query.filter);
    checkFilter(node, type.filters, isEventual && query.count);
    tests.push(filterTest(node, read));
  }
  if (query.search !== undefined) {
    if (!isEventual)
      throw unsupportedQuery(
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      );
    tests.push(searchTest(parseSearch(query.search), read, type.searchable));
  }
  const [first, second] = tests;
  if (!first) return () => true;
  return second ? (row) => first(row) && second(row) : first;
}

/** Sorting together with `$filter` or `$search` is for advanced queries (Graph: advanced query capabilities). */
function orderFor<Row extends object, World>(
  rows: readonly Row[],
  type: EntityType<Row, World>,
  query: QueryOptions,
  isEventual: boolean,
  world: World,
): readonly number[] | undefined {
  if (!query.orderBy) return undefined;
  const isNarrowed = query.filter !== undefined || query.search !== undefined;
  if (isNarrowed && !(isEventual && query.count)) throw sortingNotSupported();
  const orderBy = query.orderBy.map((by) => ({
    ...by,
    property: propertyNamed(type, by.property) ?? by.property,
  }));
  return orderOf(rows, orderBy, readerOf(type, world), type.sortable);
}

function readerOf<Row, World>(type: EntityType<Row, World>, world: World) {
  return (row: Row, path: string): unknown => type.readers[path]?.(row, world);
}

/** Inferred: that the code and the sentence are the same for every navigation property. */
function refuseExpand(query: QueryOptions): void {
  const [property] = query.expand ?? [];
  if (property === undefined) return;
  throw new GraphRefusal(
    400,
    'ExpandNotSupported',
    `Expand is not allowed for navigation property '${property}'.`,
  );
}
