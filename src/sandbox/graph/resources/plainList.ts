import type { Answer, Call } from '../call';
import { pageAnswer, queryContextOf } from '../collection';
import { malformedQuery, unsupportedQuery } from '../graphRefusal';
import type { FilterRule } from '../odata/checkFilter';
import { checkFilter } from '../odata/checkFilter';
import { filterTest } from '../odata/evaluateFilter';
import type { FilterNode } from '../odata/filterTree';
import { parseFilter } from '../odata/parseFilter';
import type { QueryOptions } from '../odata/queryOptions';
import { readSkipToken, writeSkipToken } from '../odata/skipToken';
import { pick } from './pick';

/** A list of a resource that is no directory object: plain queries only, and what can be filtered is a short table. */
interface PlainList<Row> {
  /** In the order of the list. */
  readonly rows: readonly Row[];
  /** The row as the wire carries it, with everything that was asked to be expanded. */
  readonly write: (row: Row) => object;
  /** Reads what filters may name; default: properties of what `write` gives, by their path. */
  readonly read?: (row: Row, path: string) => unknown;
  /** Filters by property path. */
  readonly filters?: Readonly<Record<string, FilterRule>>;
  /** Properties that exist and cannot be filtered, which are refused in other words than those that do not. */
  readonly otherProperties?: readonly string[];
  /** Rewrites a filter that was found good, before it is evaluated; default not at all. */
  readonly prepareFilter?: (node: FilterNode) => FilterNode;
  /** Name in the context, `appCatalogs/teamsApps`. */
  readonly entitySet: string;
  /** Name in refusals, without its namespace: `teamsApp`. */
  readonly typeName: string;
  /** Items of a page where the caller does not say; default 100. */
  readonly pageSize?: number;
}

/**
 * Answers a plain list: `$filter` by its table, `$select`, `$top`, `$skiptoken`. Throws GraphRefusal for the rest.
 * Inferred: the texts of the refusals.
 */
export function plainListAnswer<Row>(call: Call, list: PlainList<Row>): Answer {
  const { query } = call;
  if (query.search !== undefined)
    throw malformedQuery(
      "The query specified in the URI is not valid. Query option 'Search' is not allowed.",
    );
  const read = list.read ?? ((row: Row, path: string) => readPath(list.write(row), path));
  const matching = list.rows.filter(filterOf(query, list, read));
  const { paging } = queryContextOf(call);
  const start = query.skipToken === undefined ? 0 : readSkipToken(query.skipToken, paging).next;
  const end = start + (query.top ?? list.pageSize ?? 100);
  const page = {
    rows: matching.slice(start, end),
    skipToken: end < matching.length ? writeSkipToken({ next: end }, paging) : undefined,
    count: query.count && query.skipToken === undefined ? matching.length : undefined,
  };
  return pageAnswer(call, page, list.entitySet, (row) => pick(list.write(row), query.select, list.typeName));
}

function filterOf<Row>(
  { filter }: QueryOptions,
  { filters = {}, otherProperties = [], prepareFilter = (node) => node, typeName }: PlainList<Row>,
  read: (row: Row, path: string) => unknown,
): (row: Row) => boolean {
  if (filter === undefined) return () => true;
  if (Object.keys(filters).length === 0)
    throw malformedQuery(
      "The query specified in the URI is not valid. Query option 'Filter' is not allowed.",
    );
  const node = parseFilter(filter);
  const rules = {
    resource: typeName,
    typeName: `microsoft.graph.${typeName}`,
    rules: filters,
    isProperty: (name: string) => name in filters || otherProperties.includes(name),
  };
  checkFilter(node, rules, false);
  return filterTest(prepareFilter(node), read);
}

/** Refuses an order that is not one of `allowed`, each written as the caller writes it: `displayName asc`. */
export function refuseOrders({ orderBy = [] }: QueryOptions, allowed: readonly string[]): void {
  for (const { property, isDescending } of orderBy)
    if (!allowed.includes(`${property} ${isDescending ? 'desc' : 'asc'}`))
      throw unsupportedQuery('Sorting not supported for current query.');
}

/** A property of a plain object by its path, `teamsApp/externalId`. */
export function readPath(shape: object, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? (value as Readonly<Record<string, unknown>>)[name]
          : undefined,
      shape,
    );
}

/** The names of `$expand`, without what is asked of each. Throws GraphRefusal for one that is not among `known`. */
export function expandedNames({ expand = [] }: QueryOptions, known: readonly string[]): ReadonlySet<string> {
  const names = expand.map((item) => item.replace(/\(.*$/, ''));
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw malformedQuery(
      `Parsing OData Select and Expand failed: Could not find a property named '${stranger}'.`,
    );
  return new Set(names);
}
