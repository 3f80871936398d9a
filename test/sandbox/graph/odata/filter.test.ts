import fc from 'fast-check';
import { filterTest } from '../../../../src/sandbox/graph/odata/evaluateFilter';
import type { FilterLiteral, FilterNode } from '../../../../src/sandbox/graph/odata/filterTree';
import { parseFilter } from '../../../../src/sandbox/graph/odata/parseFilter';

interface Row {
  name: string | null;
  age: number | null;
  isOn: boolean;
  tags: { code: string }[];
}

const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'A', "'", 'å', ' ', '('), maxLength: 3 });
const rows = fc.record<Row>({
  name: fc.option(texts),
  age: fc.option(fc.integer({ min: -3, max: 3 })),
  isOn: fc.boolean(),
  tags: fc.array(fc.record({ code: texts }), { maxLength: 2 }),
});
const text = texts.map((value): FilterLiteral => ({ type: 'string', value }));
const number = fc.integer({ min: -3, max: 3 }).map((value): FilterLiteral => ({ type: 'number', value }));
const nothing = fc.constant<FilterLiteral>({ type: 'null', value: null });
const operator = fc.constantFrom('eq', 'ne', 'ge', 'le', 'gt', 'lt');

const condition: fc.Arbitrary<FilterNode> = fc.oneof(
  fc.record({
    kind: fc.constant('compare'),
    operator,
    path: fc.constant('name'),
    value: fc.oneof(text, nothing),
  }),
  fc.record({
    kind: fc.constant('compare'),
    operator,
    path: fc.constantFrom('age', 'tags/$count'),
    value: number,
  }),
  fc.record({
    kind: fc.constant('compare'),
    operator: fc.constantFrom('eq', 'ne'),
    path: fc.constant('isOn'),
    value: fc.boolean().map((value): FilterLiteral => ({ type: 'boolean', value })),
  }),
  fc.record({
    kind: fc.constant('in'),
    path: fc.constant('name'),
    values: fc.array(text, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('call'),
    name: fc.constantFrom('startsWith', 'endsWith', 'contains'),
    path: fc.constant('name'),
    value: text,
  }),
  fc.constant<FilterNode>({ kind: 'any', path: 'tags' }),
  fc.record({
    kind: fc.constant('any'),
    path: fc.constant('tags'),
    predicate: fc.record({
      kind: fc.constant('compare'),
      operator: fc.constant('eq'),
      path: fc.constant('code'),
      value: text,
    }),
  }) as fc.Arbitrary<FilterNode>,
);

const { filter } = fc.letrec<{ filter: FilterNode }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    condition,
    fc.record({ kind: fc.constantFrom('and', 'or'), left: tie('filter'), right: tie('filter') }),
    fc.record({ kind: fc.constant('not'), operand: tie('filter') }),
  ),
}));

function written(literal: FilterLiteral): string {
  return literal.type === 'string' ? `'${literal.value.replaceAll("'", "''")}'` : String(literal.value);
}

function print(node: FilterNode, variable = ''): string {
  const path = (name: string): string => (variable === '' ? name : `${variable}/${name}`);
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${print(node.left)}) ${node.kind} (${print(node.right)})`;
    case 'not':
      return `not (${print(node.operand)})`;
    case 'compare':
      return `${path(node.path)} ${node.operator} ${written(node.value)}`;
    case 'in':
      return `${node.path} in (${node.values.map(written).join(', ')})`;
    case 'call':
      return `${node.name}(${node.path},${written(node.value)})`;
    case 'any':
      return `${node.path}/any(${node.predicate ? `x:${print(node.predicate, 'x')}` : ''})`;
  }
}

/** The same meaning in its simplest form. */
function naive(node: FilterNode, row: Row): boolean {
  const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
  switch (node.kind) {
    case 'and':
      return naive(node.left, row) && naive(node.right, row);
    case 'or':
      return naive(node.left, row) || naive(node.right, row);
    case 'not':
      return !naive(node.operand, row);
    case 'any':
      return row.tags.some(
        ({ code }) => node.predicate?.kind !== 'compare' || lower(code) === lower(node.predicate.value.value),
      );
    case 'in':
      return node.values.some(({ value }) => lower(value) === lower(row.name));
    case 'call': {
      if (row.name === null) return false;
      const [name, part] = [row.name.toLowerCase(), String(node.value.value).toLowerCase()];
      return {
        startsWith: name.startsWith(part),
        endsWith: name.endsWith(part),
        contains: name.includes(part),
      }[node.name];
    }
    case 'compare': {
      const value =
        node.path === 'tags/$count' ? row.tags.length : lower(row[node.path as 'name' | 'age' | 'isOn']);
      const wanted = lower(node.value.value);
      if (node.operator === 'eq') return value === wanted;
      if (node.operator === 'ne') return value !== wanted;
      if (value === null || wanted === null) return false;
      const [a, b] = [value as string, wanted as string];
      return { ge: a >= b, le: a <= b, gt: a > b, lt: a < b }[node.operator];
    }
  }
}

const read = (row: Row, path: string): unknown => row[path as keyof Row];

test('a filter that is written and parsed means the same as one that was never written', () => {
  fc.assert(
    fc.property(filter, fc.array(rows, { maxLength: 6 }), (node, table) => {
      const parsed = parseFilter(print(node));
      expect(parsed).toEqual(node);
      expect(table.filter(filterTest(parsed, read))).toEqual(table.filter((row) => naive(node, row)));
    }),
    { numRuns: 400 },
  );
});

test('not binds tighter than and, and tighter than or', () => {
  expect(parseFilter('a eq 1 or b eq 2 and not c eq 3')).toEqual(
    parseFilter('(a eq 1) or ((b eq 2) and (not (c eq 3)))'),
  );
});

test('GUIDs and dates need no quotes', () => {
  expect(parseFilter('x/any(s:s/id eq CBDC14AB-d96c-4c30-b9f4-6ada7cdc1d46)')).toEqual({
    kind: 'any',
    path: 'x',
    predicate: {
      kind: 'compare',
      operator: 'eq',
      path: 'id',
      value: { type: 'guid', value: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46' },
    },
  });
  expect(parseFilter('createdDateTime ge 2026-01-02T03:04:05Z')).toMatchObject({ value: { type: 'date' } });
});

test.each([
  'displayName eq',
  "eq 'x'",
  "displayName eq 'x",
  'startsWith(displayName)',
  'a eq 1 b eq 2',
  'a is 1',
  'x/any(y:z/k eq 1)',
  '('.repeat(200),
])('what is no filter is refused: %s', (text) => {
  expect(() => parseFilter(text)).toThrow(
    expect.objectContaining({ status: 400, code: 'BadRequest' }) as Error,
  );
});
