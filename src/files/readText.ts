import { AppError } from '../base/appError';
import { readKnownHeading } from './headings';
import { limits } from './limits';
import type { TableRow } from './tableRow';
import type { LineFault } from './types';

/** A text taken apart into rows, before anything is known of its columns. */
export interface ReadText {
  readonly rows: readonly TableRow[];
  readonly faults: readonly LineFault[];
  /** Text between cells, or the name of the form. */
  readonly delimiter: string;
  /** Row (from 0) of the headings, where the form of the text tells. */
  readonly headingRow?: number;
  /** Lines that are for programs or frames alone, such as a rule below headings. */
  readonly otherLines?: readonly number[];
}

/** A person or group of a text that names each property beside its value. */
export interface TextRecord {
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

/** Throws AppError `file-too-long` where a form has more rows than a text may have lines. */
export function refuseManyRows(count: number): void {
  if (count > limits.lines) throw new AppError('file-too-long');
}

/** Names of the properties in their order; of too many those with known headings, then those that the most records have. */
function chooseKeys(records: readonly TextRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { values } of records)
    for (const key of values.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = [...counts.keys()];
  // Each record has a cell for each property, and a text of the largest size could not hold more cells.
  const most = Math.min(limits.columns, Math.floor(limits.bytes / Math.max(1, records.length)));
  if (keys.length <= most) return keys;
  const weightOf = (key: string): number =>
    (readKnownHeading(key) ? records.length : 0) + (counts.get(key) ?? 0);
  const chosen = new Set(keys.sort((left, right) => weightOf(right) - weightOf(left)).slice(0, most));
  return [...counts.keys()].filter((key) => chosen.has(key));
}

/**
 * Makes a table of records: a column for each property, at most 512, and a row of headings above them, on line 0 since the text has
 * none. Throws AppError `file-too-long` (over 200,000 records).
 */
export function toTable(records: readonly TextRecord[], delimiter: string): ReadText {
  refuseManyRows(records.length);
  const keys = chooseKeys(records);
  const known = new Set(keys);
  const rows = records.map(({ line, values }) => ({ line, cells: keys.map((key) => values.get(key) ?? '') }));
  const faults = records
    .filter(({ values }) => [...values.keys()].some((key) => !known.has(key)))
    .map(({ line }): LineFault => ({ line, kind: 'too-many-columns' }));
  return { rows: [{ line: 0, cells: keys }, ...rows], faults, delimiter, headingRow: 0 };
}

/** Cuts rows and cells that are longer than a table may have them, and notes so. */
export function withinLimits(read: ReadText): ReadText {
  refuseManyRows(read.rows.length);
  const faults: LineFault[] = [];
  const rows = read.rows.map((row) => {
    const isWide = row.cells.length > limits.columns;
    const long = row.cells.findIndex((cell) => cell.length > limits.cellCharacters);
    if (!isWide && long < 0) return row;
    if (isWide) faults.push({ line: row.line, kind: 'too-many-columns' });
    if (long >= 0) faults.push({ line: row.line, kind: 'too-long', column: long });
    const cells = row.cells.slice(0, limits.columns).map((cell) => cell.slice(0, limits.cellCharacters));
    return { line: row.line, cells };
  });
  return faults.length === 0 ? read : { ...read, rows, faults: [...read.faults, ...faults] };
}
