import { filterTest } from '../../odata/evaluateFilter';
import { splitOutside } from '../../odata/splitOutside';
import { readPath } from '../plainList';
import { checkQuery, readFilter } from './cloudQuery';
import type { CloudType } from './cloudQuery';
import { invalidQuery } from './cloudRefusals';

type Row = Readonly<Record<string, unknown>>;

/** Rows of `$apply`, with the names that it made up for sorting alone. */
interface Applied {
  readonly rows: readonly Row[];
  readonly computed: readonly string[];
}

/**
 * Runs the transformations of `$apply` (OData: data aggregation) that Microsoft's pages and design text use: filter, groupby,
 * aggregate, compute and topcount. What was computed is not in the rows. Throws GraphRefusal for anything else.
 */
export function applyTo<Type>(text: string, type: CloudType<Type>, rows: readonly Row[]): Row[] {
  const steps = splitOutside(text, '/');
  if (steps.length === 0) throw invalidQuery();
  const { rows: found, computed } = steps.reduce<Applied>((applied, step) => run(step, type, applied), {
    rows,
    computed: [],
  });
  return found.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !computed.includes(name))),
  );
}

function run<Type>(step: string, type: CloudType<Type>, applied: Applied): Applied {
  const [, name = '', inner = ''] = /^(\w+)\((.*)\)$/s.exec(step) ?? [];
  const { rows } = applied;
  switch (name) {
    case 'filter': {
      const filter = readFilter(inner);
      checkQuery(type, { filter, expand: [] });
      return { ...applied, rows: rows.filter(filterTest<Row>(filter, readPath)) };
    }
    case 'groupby':
      return { ...applied, rows: grouped(inner, rows) };
    case 'aggregate':
      return { ...applied, rows: [summed(splitOutside(inner, ','), rows)] };
    case 'compute':
      return splitOutside(inner, ',').reduce(compute, applied);
    case 'topcount': {
      const [most = '', property = ''] = splitOutside(inner, ',');
      if (!/^\d+$/.test(most) || property === '') throw invalidQuery();
      const sorted = [...rows].sort((left, right) => numberIn(right, property) - numberIn(left, property));
      return { ...applied, rows: sorted.slice(0, Number(most)) };
    }
    default:
      throw invalidQuery();
  }
}

/** One row for each combination of values. A value that a row lacks is left out of its group, too. */
function grouped(inner: string, rows: readonly Row[]): Row[] {
  const [names = '', sums, ...others] = splitOutside(inner, ',');
  const [, list] = /^\((.*)\)$/.exec(names) ?? [];
  const [, expressions] = sums === undefined ? [] : (/^aggregate\((.*)\)$/.exec(sums) ?? []);
  if (list === undefined || others.length > 0 || (sums !== undefined && expressions === undefined))
    throw invalidQuery();
  const properties = splitOutside(list, ',');
  const groups = new Map<string, { readonly values: Row; readonly rows: Row[] }>();
  for (const row of rows) {
    const values = Object.fromEntries(
      properties.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])),
    );
    const key = JSON.stringify(values);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { values, rows: [row] });
  }
  return [...groups.values()].map((group) => ({
    ...group.values,
    ...(expressions === undefined ? {} : summed(splitOutside(expressions, ','), group.rows)),
  }));
}

function summed(expressions: readonly string[], rows: readonly Row[]): Row {
  return Object.fromEntries(
    expressions.map((expression) => {
      const [, counted] = /^\$count as (\w+)$/.exec(expression) ?? [];
      if (counted !== undefined) return [counted, rows.length];
      const [, property = '', how, name = ''] =
        /^(\w+) with (sum|min|max|average) as (\w+)$/.exec(expression) ?? [];
      const numbers = rows.map((row) => numberIn(row, property));
      const total = numbers.reduce((sum, value) => sum + value, 0);
      switch (how) {
        case 'sum':
          return [name, total];
        case 'min':
          return [name, Math.min(...numbers)];
        case 'max':
          return [name, Math.max(...numbers)];
        case 'average':
          return [name, total / Math.max(1, numbers.length)];
        default:
          throw invalidQuery();
      }
    }),
  );
}

function compute({ rows, computed }: Applied, expression: string): Applied {
  const [, left = '', operator = '', right = '', name = ''] =
    /^(\w+) (add|sub|mul) (\w+) as (\w+)$/.exec(expression) ?? [];
  if (name === '') throw invalidQuery();
  const value = (row: Row): number => {
    const [one, other] = [numberIn(row, left), numberIn(row, right)];
    if (operator === 'add') return one + other;
    return operator === 'sub' ? one - other : one * other;
  };
  return { rows: rows.map((row) => ({ ...row, [name]: value(row) })), computed: [...computed, name] };
}

function numberIn(row: Row, property: string): number {
  const value = row[property];
  if (typeof value !== 'number') throw invalidQuery();
  return value;
}
