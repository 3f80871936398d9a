import type { ComparisonOperator, FilterLiteral, FilterNode } from './filterTree';

/** Reads a property of a row by its path; undefined and null are the same. */
export type ReadProperty<Row> = (row: Row, path: string) => unknown;

/** Turns a parsed filter into a test of one row. Strings compare without case, as the directory does. */
export function filterTest<Row>(node: FilterNode, read: ReadProperty<Row>): (row: Row) => boolean {
  switch (node.kind) {
    case 'and': {
      const [left, right] = [filterTest(node.left, read), filterTest(node.right, read)];
      return (row) => left(row) && right(row);
    }
    case 'or': {
      const [left, right] = [filterTest(node.left, read), filterTest(node.right, read)];
      return (row) => left(row) || right(row);
    }
    case 'not': {
      const operand = filterTest(node.operand, read);
      return (row) => !operand(row);
    }
    case 'compare': {
      const { operator, path } = node;
      const value = comparable(node.value);
      return (row) => compare(operator, normal(readPath(read, row, path)), value);
    }
    case 'in': {
      const values = new Set(node.values.map(comparable));
      return (row) => values.has(normal(readPath(read, row, node.path)));
    }
    case 'call':
      return callTest(node, read);
    case 'any': {
      const test = node.predicate ? filterTest<unknown>(node.predicate, readItem) : () => true;
      return (row) => asItems(read(row, node.path)).some(test);
    }
  }
}

type Scalar = string | number | boolean | null;

function callTest<Row>(node: FilterNode & { kind: 'call' }, read: ReadProperty<Row>): (row: Row) => boolean {
  const wanted = String(node.value.value).toLowerCase();
  const test = {
    startsWith: (text: string) => text.startsWith(wanted),
    endsWith: (text: string) => text.endsWith(wanted),
    contains: (text: string) => text.includes(wanted),
  }[node.name];
  return (row) => {
    const value = normal(readPath(read, row, node.path));
    return typeof value === 'string' && test(value);
  };
}

function readPath<Row>(read: ReadProperty<Row>, row: Row, path: string): unknown {
  if (!path.endsWith('/$count')) return read(row, path);
  return asItems(read(row, path.slice(0, -'/$count'.length))).length;
}

function readItem(item: unknown, path: string): unknown {
  if (path === '') return item;
  return typeof item === 'object' && item !== null
    ? (item as Readonly<Record<string, unknown>>)[path]
    : undefined;
}

function asItems(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function comparable(literal: FilterLiteral): Scalar {
  return normal(literal.value);
}

function normal(value: unknown): Scalar {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

function compare(operator: ComparisonOperator, left: Scalar, right: Scalar): boolean {
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left === null || right === null) return false;
  switch (operator) {
    case 'ge':
      return left >= right;
    case 'le':
      return left <= right;
    case 'gt':
      return left > right;
    case 'lt':
      return left < right;
  }
}
