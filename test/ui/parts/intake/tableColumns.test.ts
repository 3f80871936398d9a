import type { ColumnKind, LineFault, Table } from '../../../../src/files/types';
import { asksColumn, guessColumn } from '../../../../src/ui/parts/intake/tableColumns';

const table = (kinds: readonly ColumnKind[], faults: readonly LineFault[] = []): Table => ({
  columns: kinds.map((kind) => ({ heading: undefined, kind, samples: [] })),
  hasHeading: false,
  rowCount: 3,
  faults,
  faultCount: faults.length,
  encoding: 'utf-8',
  delimiter: ',',
});

test.each<[readonly ColumnKind[], number]>([
  [['display-name', 'address', 'object-id'], 2],
  [['other', 'display-name', 'address', 'address'], 2],
  [['other', 'display-name'], 1],
  [['other', 'other'], 0],
  [[], 0],
])('of %p the column %p is guessed', (kinds, column) => {
  expect(guessColumn(table(kinds))).toBe(column);
});

test('nothing is asked about a plain list, also where lines are empty', () => {
  expect(asksColumn(table(['address']))).toBe(false);
  expect(asksColumn(table(['address'], [{ line: 2, kind: 'empty' }]))).toBe(false);
});

test('columns to choose from and lines with faults are shown', () => {
  expect(asksColumn(table(['address', 'other']))).toBe(true);
  expect(asksColumn(table(['address'], [{ line: 2, kind: 'lone-quote' }]))).toBe(true);
});
