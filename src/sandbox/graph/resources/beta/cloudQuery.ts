import type { Call } from '../../call';
import type { FilterNode } from '../../odata/filterTree';
import { filterTest } from '../../odata/evaluateFilter';
import { parseFilter } from '../../odata/parseFilter';
import { splitOutside } from '../../odata/splitOutside';
import { readPath } from '../plainList';
import { invalidExpansion, invalidFilter, invalidQuery } from './cloudRefusals';

/** Query of one collection or object: of the request itself, or of a relation that it expands. */
export interface CloudQuery {
  readonly select?: readonly string[];
  readonly filter?: FilterNode;
  readonly top?: number;
  readonly expand: readonly { readonly name: string; readonly query: CloudQuery }[];
}

/** A type of cloud licensing: its properties, what leads on from it, and what can be filtered. */
export interface CloudType<Row> {
  /** Below its namespace: `allotment`. */
  readonly name: string;
  readonly properties: readonly string[];
  /** Returns the properties of one row; those that it lacks are left out. */
  readonly write: (row: Row, call: Call) => Readonly<Record<string, unknown>>;
  readonly relations: Readonly<Record<string, Relation<Row>>>;
  readonly filters: Readonly<Record<string, 'guid' | 'string' | 'services'>>;
  /** Returns the values that filters read; default the properties as written. */
  readonly filtered?: (row: Row, call: Call) => Readonly<Record<string, unknown>>;
}

/** One relation of a type. */
export interface Relation<Row> {
  /** Refuses a query that what it leads to cannot answer. Throws GraphRefusal. */
  readonly check: (query: CloudQuery, path: readonly string[]) => void;
  /** Returns the value for one row; undefined where there is none. */
  readonly read: (row: Row, call: Call, query: CloudQuery) => unknown;
}

const deepest = 2;

/** Reads the query of a request. Throws GraphRefusal. */
export function readCloudQuery({ query }: Pick<Call, 'query'>): CloudQuery {
  if (query.search !== undefined || query.orderBy !== undefined) throw invalidQuery();
  return {
    select: query.select,
    filter: query.filter === undefined ? undefined : readFilter(query.filter),
    top: query.top,
    expand: (query.expand ?? []).map(readExpansion),
  };
}

/** Reads one relation of `$expand`, `allotment($select=id;$filter=…)`. Throws GraphRefusal. */
export function readExpansion(text: string): CloudQuery['expand'][number] {
  const [, name, options] = /^([\w./]+)(?:\((.*)\))?$/s.exec(text) ?? [];
  if (name === undefined) throw invalidQuery();
  const given = new Map<string, string>();
  for (const option of splitOutside(options ?? '', ';')) {
    const [, key, value] = /^(\$\w+)=(.*)$/s.exec(option) ?? [];
    if (key === undefined || value === undefined) throw invalidQuery();
    given.set(key.toLowerCase(), value);
  }
  const stranger = [...given.keys()].find((key) => !['$select', '$filter', '$top', '$expand'].includes(key));
  const [top, filter, select] = [given.get('$top'), given.get('$filter'), given.get('$select')];
  if (stranger !== undefined || (top !== undefined && !/^[1-9]\d*$/.test(top))) throw invalidQuery();
  return {
    name,
    query: {
      select: select === undefined ? undefined : splitOutside(select, ','),
      filter: filter === undefined ? undefined : readFilter(filter),
      top: top === undefined ? undefined : Number(top),
      expand: splitOutside(given.get('$expand') ?? '', ',').map(readExpansion),
    },
  };
}

/** Parses a filter. Throws GraphRefusal. */
export function readFilter(text: string): FilterNode {
  try {
    return parseFilter(text);
  } catch {
    throw invalidQuery();
  }
}

/** Refuses a query that a type cannot answer. Throws GraphRefusal. */
export function checkQuery<Row>(type: CloudType<Row>, query: CloudQuery, path: readonly string[] = []): void {
  if (query.select?.some((name) => propertyOf(type, name) === undefined)) throw invalidQuery();
  if (query.filter) checkConditions(type, query.filter);
  for (const { name, query: inner } of query.expand) {
    const relation = type.relations[name];
    if (!relation || path.length >= deepest) throw invalidExpansion([...path, name]);
    relation.check(inner, [...path, name]);
  }
}

/** Refuses conditions on properties that cannot be filtered, and values of another kind: ids stand without quotes. */
function checkConditions<Row>(type: CloudType<Row>, node: FilterNode): void {
  switch (node.kind) {
    case 'and':
    case 'or':
      checkConditions(type, node.left);
      checkConditions(type, node.right);
      return;
    case 'any': {
      const { predicate } = node;
      if (type.filters[node.path] !== 'services' || !predicate || !isOnPlan(predicate))
        throw invalidFilter(node.path);
      return;
    }
    case 'compare':
    case 'in': {
      const kind = type.filters[node.path];
      const values = node.kind === 'in' ? node.values : [node.value];
      const isEqual = node.kind === 'in' || node.operator === 'eq';
      if (!isEqual || values.some(({ type: given }) => given !== kind)) throw invalidFilter(node.path);
      return;
    }
    // Inferred: nothing else, as no page names it.
    case 'call':
      throw invalidFilter(node.path);
    case 'not':
      throw invalidQuery();
  }
}

function isOnPlan(node: FilterNode): boolean {
  if (node.kind === 'or') return isOnPlan(node.left) && isOnPlan(node.right);
  if (node.kind === 'in') return node.path === 'planId' && node.values.every(({ type }) => type === 'guid');
  return (
    node.kind === 'compare' && node.operator === 'eq' && node.path === 'planId' && node.value.type === 'guid'
  );
}

/** Returns a test of rows by the filter of a query. */
export function rowTest<Row>(
  type: CloudType<Row>,
  { filter }: CloudQuery,
  call: Call,
): (row: Row) => boolean {
  if (!filter) return () => true;
  return filterTest<Row>(filter, (row, path) => readPath((type.filtered ?? type.write)(row, call), path));
}

/** Writes a row with what is asked of it. The query must have been {@link checkQuery checked}. */
export function shapeOf<Row>(
  type: CloudType<Row>,
  row: Row,
  call: Call,
  { select, expand }: CloudQuery,
): Record<string, unknown> {
  const all = type.write(row, call);
  const names = select?.map((name) => propertyOf(type, name) ?? name) ?? Object.keys(all);
  const shape: Record<string, unknown> = typeMark(call, `#microsoft.graph.cloudLicensing.${type.name}`);
  for (const name of names) if (all[name] !== undefined) shape[name] = all[name];
  for (const { name, query } of expand) {
    const value = type.relations[name]?.read(row, call, query);
    // The path of a relation is flattened to its last part.
    if (value !== undefined) shape[name.split('/').at(-1) ?? name] = value;
  }
  return shape;
}

/** The type of a row, which Microsoft's reference pages show in every row and its design text does not. */
export function typeMark({ directory }: Pick<Call, 'directory'>, name: string): { '@odata.type'?: string } {
  return directory.settings.cloudShapes === 'reference' ? { '@odata.type': name } : {};
}

function propertyOf<Row>({ properties }: CloudType<Row>, asked: string): string | undefined {
  return properties.find((name) => name.toLowerCase() === asked.toLowerCase());
}

/** A relation to one row. A filter that the row does not match leaves it out. */
export function toOne<Row, Target>(
  type: () => CloudType<Target>,
  find: (row: Row, call: Call) => Target | undefined,
): Relation<Row> {
  return {
    check: (query, path) => checkQuery(type(), query, path),
    read: (row, call, query) => {
      const found = find(row, call);
      if (found === undefined || !rowTest(type(), query, call)(found)) return undefined;
      return shapeOf(type(), found, call, query);
    },
  };
}

/** A relation to any number of rows. */
export function toMany<Row, Target>(
  type: () => CloudType<Target>,
  list: (row: Row, call: Call) => readonly Target[],
): Relation<Row> {
  return {
    check: (query, path) => checkQuery(type(), query, path),
    read: (row, call, query) =>
      list(row, call)
        .filter(rowTest(type(), query, call))
        .slice(0, query.top)
        .map((found) => shapeOf(type(), found, call, query)),
  };
}
