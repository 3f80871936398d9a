import { readHeading, readKnownHeading } from './headings';
import { shapeOf, trimCell } from './readCell';
import type { TableRow } from './tableRow';

/** Rows among which headings are looked for, below titles such as the name of a report. */
const maxTitleRows = 15;

const filled = ({ cells }: TableRow): string[] => cells.filter((cell) => trimCell(cell) !== '');

const fold = (cell: string | undefined): string => trimCell(cell ?? '').toLowerCase();

/** True if a row is a title above headings that have more cells than it. */
function isTitle(row: TableRow, heading: TableRow): boolean {
  const cells = filled(row);
  return cells.length * 2 <= filled(heading).length || (cells.length === 1 && heading.cells.length > 1);
}

/** True if the value appears again further down: then it is data and not a heading, such as `User` in a column of roles. */
function recurs(row: TableRow, column: number, below: readonly TableRow[]): boolean {
  const value = fold(row.cells[column]);
  return below.some((other) => fold(other.cells[column]) === value && !isSameRow(row, other));
}

/** True if two rows say the same, as headings do that are repeated where two files were put together. */
export function isSameRow(left: TableRow, right: TableRow): boolean {
  return (
    left.cells.length === right.cells.length &&
    left.cells.every((cell, column) => fold(cell) === fold(right.cells[column]))
  );
}

const wordsIn = (cell: string): number => cell.split(' ').length;

/** True if a cell is written as most of its column: two words among names of two words. */
function isLikeColumn(cell: string, column: number, below: readonly TableRow[]): boolean {
  const words = wordsIn(trimCell(cell));
  if (words < 2) return false;
  const others = below.map(({ cells }) => trimCell(cells[column] ?? '')).filter((other) => other !== '');
  return others.length > 0 && others.filter((other) => wordsIn(other) === words).length * 2 > others.length;
}

/** Words in each cell where the rows below have addresses or ids, and none of them written as the cells below it. */
function differsInShape(row: TableRow, below: readonly TableRow[]): boolean {
  if (row.cells.length < 2 || row.cells.some((cell) => trimCell(cell) === '')) return false;
  const hasShape = row.cells.some((_, column) => {
    const cells = below.map(({ cells: own }) => own[column] ?? '').filter((cell) => trimCell(cell) !== '');
    return cells.length > 0 && cells.filter((cell) => shapeOf(cell) !== undefined).length * 2 > cells.length;
  });
  return (
    hasShape &&
    row.cells.every((cell, column) => !recurs(row, column, below) && !isLikeColumn(cell, column, below))
  );
}

/** True if a heading is a word that stands in columns of roles too, such as User, Member, Group. */
function isRoleWord(cell: string): boolean {
  const { kind, rank = 0 } = readHeading(trimCell(cell)) ?? {};
  return (kind === 'display-name' && rank >= 2) || (kind === 'address' && rank === 4);
}

/** True if a row is written as the names below it: single words that begin with a capital, such as a surname and a given name. */
function isLikeNames(row: TableRow, below: readonly TableRow[]): boolean {
  const isName = (cell: string): boolean => /^\p{Lu}[\p{Ll}'’-]+$/u.test(trimCell(cell));
  const areNames = ({ cells }: TableRow): boolean => cells.length > 1 && cells.every(isName);
  return areNames(row) && below.filter(areNames).length * 2 > below.length;
}

function hasKnownHeading(row: TableRow, below: readonly TableRow[]): boolean {
  const isOne = row.cells.length === 1;
  const known = [...row.cells.keys()].filter((column) => {
    const cell = trimCell(row.cells[column] ?? '');
    return cell !== '' && (isOne ? readKnownHeading(cell) : readHeading(cell)) !== undefined;
  });
  if (known.length === 0 || known.some((column) => recurs(row, column, below))) return false;
  // `Lars Olsen,User` may be somebody with a role, `Person,Karl` somebody of that surname: such a word alone makes no heading of a name.
  const isSure = known.some((column) => !isRoleWord(row.cells[column] ?? ''));
  if (isSure || isOne) return true;
  return !row.cells.some((cell, column) => isLikeColumn(cell, column, below)) && !isLikeNames(row, below);
}

/**
 * Finds the row (from 0) that names the columns, below titles or none: it has a known heading, or, in a table of several columns,
 * words where the others have addresses or ids. Undefined where the table has no headings: in a list of one column an unknown
 * first line may be somebody. `sample` stands for the rows of the whole table.
 */
export function findHeading(top: readonly TableRow[], sample: readonly TableRow[]): number | undefined {
  for (const [index, row] of top.slice(0, maxTitleRows).entries()) {
    if (row.cells.some((cell) => shapeOf(cell) !== undefined)) return undefined;
    if (!top.slice(0, index).every((above) => isTitle(above, row))) continue;
    const below = [...top.slice(index + 1), ...sample.filter(({ line }) => line > row.line)];
    if (hasKnownHeading(row, below) || differsInShape(row, below)) return index;
  }
  return undefined;
}
