import type { ColumnKind, Table } from '../../../files/types';

const best: readonly ColumnKind[] = [
  'object-id',
  'address',
  'account',
  'employee-id',
  'display-name',
  'other',
];

/** The column that most likely names the people: ids before addresses, addresses before accounts and names. */
export function guessColumn({ columns }: Table): number {
  const rank = (kind: ColumnKind): number => best.indexOf(kind);
  return columns.reduce(
    (guess, { kind }, index) => (rank(kind) < rank(columns[guess]?.kind ?? 'other') ? index : guess),
    0,
  );
}

/**
 * True if a person has to look at a table before its lines are looked up: it has columns to choose from, or faults.
 * Empty lines are counted, and nothing to decide about.
 */
export function asksColumn({ columns, faults }: Table): boolean {
  return columns.length > 1 || faults.some(({ kind }) => kind !== 'empty');
}
