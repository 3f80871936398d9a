import { GraphRefusal, unsupportedQuery } from '../graphRefusal';
import { CandidateFinder, fewer } from './candidates';
import type { Candidates } from './candidates';
import { checkFilter, refuseCombined } from './checkFilter';
import type { EntityType } from './entityType';
import { filterTest } from './evaluateFilter';
import { refuseExpand } from './expand';
import { orderOf, sortingNotSupported } from './ordering';
import type { Order } from './ordering';
import { parseFilter } from './parseFilter';
import { parseSearch } from './parseSearch';
import { propertyNamed } from './project';
import type { QueryOptions } from './queryOptions';
import { searchTest } from './searchTest';
import { isTable } from './rowList';
import type { RowList } from './rowList';
import { readSkipToken, writeSkipToken } from './skipToken';
import type { PagePosition, Paging } from './skipToken';
import type { FilterNode } from './filterTree';

/** One page of a list. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** Matches in the whole list; on the first page of an advanced query that asks for it. */
  readonly count?: number;
  /** Set when more follows. */
  readonly skipToken?: string;
}

/** Context of a query besides its options. */
export interface QueryContext<Source> {
  /** True if the request has `ConsistencyLevel: eventual`. */
  readonly isEventual: boolean;
  readonly source: Source;
  readonly paging: Paging;
}

/** Validates and answers a query over a table. Throws GraphRefusal for what Graph would refuse. */
export function listPage<Row extends object, Source>(
  rows: RowList<Row>,
  type: EntityType<Row, Source>,
  query: QueryOptions,
  context: QueryContext<Source>,
): ListPage<Row> {
  const { isEventual, paging } = context;
  refuseExpand(query, type, isEventual);
  const selection = selectionOf(rows, type, query, context);
  const order = orderFor(rows, type, query, context);
  const start: PagePosition =
    query.skipToken === undefined ? { next: 0 } : readSkipToken(query.skipToken, paging);
  // Graph, paging: a page may be empty and still have a link to the next.
  if (paging.hasEmptyPages && start.next > 0 && !start.isAfterEmpty)
    return { rows: [], skipToken: writeSkipToken({ next: start.next, isAfterEmpty: true }, paging) };
  const { found, nextStart } = collect(rows, selection, order, start.next, query.top ?? 100);
  const wantsCount = query.count && isEventual && query.skipToken === undefined;
  return {
    rows: found,
    count: wantsCount ? countMatches(rows, selection) : undefined,
    skipToken: nextStart === undefined ? undefined : writeSkipToken({ next: nextStart }, paging),
  };
}

/** Rows that match a query. */
interface Selection<Row> {
  readonly matches: (row: Row) => boolean;
  readonly candidates: Candidates;
}

/** Up to `size` matches from a position in the order on, and the position of the match after them. */
function collect<Row>(
  rows: RowList<Row>,
  { matches, candidates }: Selection<Row>,
  order: Order | undefined,
  start: number,
  size: number,
): { readonly found: readonly Row[]; readonly nextStart?: number } {
  const found: Row[] = [];
  const positions =
    order && candidates ? Uint32Array.from(candidates, (place) => order.rankOf(place)).sort() : candidates;
  const steps = positions?.length ?? rows.length;
  for (let step = positions ? 0 : start; step < steps; step += 1) {
    const at = positions ? (positions[step] ?? 0) : step;
    if (at < start) continue;
    const row = rows.at(order ? (order.places[at] ?? 0) : at);
    if (row === undefined || !matches(row)) continue;
    if (found.length === size) return { found, nextStart: at };
    found.push(row);
  }
  return { found };
}

/** Counts the rows that a query matches (the `/$count` segment). Throws GraphRefusal as {@link listPage} does. */
export function countRows<Row extends object, Source>(
  rows: RowList<Row>,
  type: EntityType<Row, Source>,
  query: QueryOptions,
  context: QueryContext<Source>,
): number {
  if (!context.isEventual)
    throw new GraphRefusal(400, 'Request_BadRequest', '$count is not currently supported.');
  return countMatches(rows, selectionOf(rows, type, { ...query, count: true }, context));
}

function countMatches<Row>(rows: RowList<Row>, { matches, candidates }: Selection<Row>): number {
  let count = 0;
  const steps = candidates?.length ?? rows.length;
  for (let step = 0; step < steps; step += 1) {
    const row = rows.at(candidates ? (candidates[step] ?? 0) : step);
    if (row !== undefined && matches(row)) count += 1;
  }
  return count;
}

function selectionOf<Row extends object, Source>(
  rows: RowList<Row>,
  type: EntityType<Row, Source>,
  query: QueryOptions,
  { isEventual, source }: QueryContext<Source>,
): Selection<Row> {
  const read = readerOf(type, source);
  const finder = isTable(rows) ? new CandidateFinder(rows, type, read, source) : undefined;
  const tests: ((row: Row) => boolean)[] = type.isListed ? [type.isListed] : [];
  let candidates: Candidates;
  if (query.filter !== undefined) {
    const node = parseFilter(query.filter);
    checkFilter(node, type.filters, isEventual && query.count);
    refuseCombined(node, type.filters);
    refuseManyClauses(node);
    tests.push(filterTest(node, read));
    candidates = finder?.ofFilter(node);
  }
  if (query.search !== undefined) {
    if (!isEventual)
      throw unsupportedQuery(
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      );
    const node = parseSearch(query.search);
    tests.push(searchTest(node, read, type.searchable));
    candidates = fewer(candidates, finder?.ofSearch(node));
  }
  return { matches: (row) => tests.every((test) => test(row)), candidates };
}

/** Sorting together with `$filter` or `$search` is for advanced queries (Graph: advanced query capabilities). */
function orderFor<Row extends object, Source>(
  rows: RowList<Row>,
  type: EntityType<Row, Source>,
  query: QueryOptions,
  { isEventual, source }: QueryContext<Source>,
): Order | undefined {
  if (!query.orderBy) return undefined;
  const isNarrowed = query.filter !== undefined || query.search !== undefined;
  if (isNarrowed && !(isEventual && query.count)) throw sortingNotSupported();
  const orderBy = query.orderBy.map((by) => ({
    ...by,
    property: propertyNamed(type, by.property) ?? by.property,
  }));
  return orderOf(rows, orderBy, readerOf(type, source), type);
}

function readerOf<Row, Source>(type: EntityType<Row, Source>, source: Source) {
  return (row: Row, path: string): unknown => type.readers[path]?.(row, source);
}

const maxClauses = 15;

/**
 * Refuses a filter with more alternatives than the directory takes (Graph: query parameters, 15 expressions by default).
 * Observed: the sentence. Inferred: that each value of `in` counts as one.
 */
function refuseManyClauses(node: FilterNode): void {
  if (node.kind === 'and') {
    refuseManyClauses(node.left);
    refuseManyClauses(node.right);
  } else if (node.kind === 'not') refuseManyClauses(node.operand);
  const count = alternatives(node);
  if (count > maxClauses)
    throw unsupportedQuery(
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${maxClauses}.`,
    );
}

function alternatives(node: FilterNode): number {
  if (node.kind === 'or') return alternatives(node.left) + alternatives(node.right);
  return node.kind === 'in' ? node.values.length : 1;
}
