import { kindOfHeading } from './headings';
import { readCell, trimCell } from './readCell';
import type { TableRow } from './tableRow';
import type { ColumnKind, TableColumn } from './types';

/** The columns of a table, and whether its first row is their headings. */
interface GuessedColumns {
  readonly columns: readonly TableColumn[];
  readonly hasHeading: boolean;
}

/** Rows that a guess looks at, spread over the whole table. */
const sampleSize = 500;
const shownSamples = 3;
const longestSample = 100;

function sampleOf(rows: readonly TableRow[]): TableRow[] {
  const step = Math.max(1, Math.ceil(rows.length / sampleSize));
  return rows.filter((_, index) => index % step === 0);
}

function cellsOf(rows: readonly TableRow[], column: number): string[] {
  return rows.map(({ cells }) => trimCell(cells[column] ?? '')).filter((cell) => cell !== '');
}

/** Kinds that a cell has by its shape, whatever the heading says. */
const shaped: readonly ColumnKind[] = ['address', 'object-id'];

/** What most cells are by their shape; undefined where most are plain words. */
function kindOfCells(cells: readonly string[]): ColumnKind | undefined {
  const kinds = cells.map((cell) => readCell(cell, 'display-name')?.kind);
  return (['address', 'object-id', 'account'] as const).find(
    (kind) => kinds.filter((each) => each === kind).length * 2 > kinds.length,
  );
}

function guessKind(heading: string | undefined, cells: readonly string[]): ColumnKind {
  const shape = kindOfCells(cells);
  if (shape) return shape;
  const named = heading === undefined ? undefined : kindOfHeading(heading);
  // Words under "Address" are streets; under "Name" they are names, under "Employee ID" they are IDs.
  return named !== undefined && (!shaped.includes(named) || cells.length === 0) ? named : 'other';
}

/**
 * Whether the first row names the columns: it has a known heading, or, in a table of several columns, words where the
 * others have addresses or ids. In a list of one column an unknown first line may be somebody, and stays.
 */
function isHeading(first: TableRow, others: readonly TableRow[]): boolean {
  const { cells } = first;
  if (cells.some((cell) => kindOfCells([cell]) !== undefined)) return false;
  if (cells.some((cell) => kindOfHeading(cell) !== undefined)) return true;
  return (
    cells.length > 1 &&
    cells.every((cell) => trimCell(cell) !== '') &&
    cells.some((_, column) => kindOfCells(cellsOf(others, column)) !== undefined)
  );
}

function describe(heading: string | undefined, cells: readonly string[]): TableColumn {
  const samples = [...new Set(cells)].slice(0, shownSamples).map((cell) => cell.slice(0, longestSample));
  return { heading, kind: guessKind(heading, cells), samples };
}

/** Where nothing has the shape of an address or id, the first column of words is taken for names. */
function withNames(columns: readonly TableColumn[]): readonly TableColumn[] {
  if (columns.some(({ kind }) => kind !== 'other')) return columns;
  const names = columns.findIndex(({ samples }) => samples.some((sample) => /\p{L}/u.test(sample)));
  return columns.map((column, index) => (index === names ? { ...column, kind: 'display-name' } : column));
}

/** Guesses what each column of a table holds, from headings and cells. */
export function guessColumns(rows: readonly TableRow[]): GuessedColumns {
  const [first, ...others] = sampleOf(rows);
  if (!first) return { columns: [], hasHeading: false };
  const hasHeading = isHeading(first, others);
  const body = hasHeading ? others : [first, ...others];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = Array.from({ length: width }, (_, column) =>
    describe((hasHeading && trimCell(first.cells[column] ?? '')) || undefined, cellsOf(body, column)),
  );
  return { columns: withNames(columns), hasHeading };
}
