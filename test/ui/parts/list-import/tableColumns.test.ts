import type { ColumnKind, LineFault, Table } from '../../../../src/files/types';
import { needsReview, guessColumn } from '../../../../src/ui/parts/list-import/tableColumns';

const table = (kinds: readonly ColumnKind[], faults: readonly LineFault[] = []): Table => ({
  columns: kinds.map((kind) => ({ heading: undefined, kind, samples: [], isSecondary: false })),
  columnOrder: [...kinds.keys()].reverse(),
  hasHeading: false,
  headingLines: [],
  headings: [],
  headingCount: 0,
  rowCount: 3,
  lineCount: 3,
  faults,
  faultCount: faults.length,
  encoding: 'utf-8',
  delimiter: ',',
});

test('the likeliest column is guessed, of no columns the first', () => {
  expect(guessColumn(table(['display-name', 'address', 'object-id']))).toBe(2);
  expect(guessColumn(table([]))).toBe(0);
});

test('nothing is asked about a plain list, also where lines are empty', () => {
  expect(needsReview(table(['address']))).toBe(false);
  expect(needsReview(table(['address'], [{ line: 2, kind: 'empty' }]))).toBe(false);
});

test('titles above the heading of a plain list are shown', () => {
  expect(needsReview({ ...table(['address']), headingCount: 1 })).toBe(false);
  expect(needsReview({ ...table(['address']), headingCount: 2 })).toBe(true);
});

test('columns to choose from and lines with faults are shown', () => {
  expect(needsReview(table(['address', 'other']))).toBe(true);
  expect(needsReview(table(['address'], [{ line: 2, kind: 'lone-quote' }]))).toBe(true);
});
