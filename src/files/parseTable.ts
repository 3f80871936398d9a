import { AppError } from '../base/appError';
import { guessColumns } from './guessColumns';
import { guessDelimiter } from './guessDelimiter';
import { limits } from './limits';
import { trimCell } from './readCell';
import { splitRecipients } from './splitRecipients';
import { splitRows } from './splitRows';
import type { TableRow } from './tableRow';
import type { LineFault, Table } from './types';

/** A table with its rows, as the worker keeps it. */
export interface ParsedTable {
  readonly table: Table;
  /** Without the heading and without empty rows. */
  readonly rows: readonly TableRow[];
}

/** Rows as they were read, whatever they were read from. */
export interface ReadText {
  readonly rows: readonly TableRow[];
  readonly faults: readonly LineFault[];
  readonly delimiter: string;
}

const shownFaults = 1000;
/** A first line for programs: Excel's separator, or the version of Entra's bulk templates. */
const preamble = /^(?:sep=([^"\w])|"?version:v1\.0"?)[,;\t ]*(?:\r\n?|\n)/i;

function refuseManyLines(text: string): void {
  const breaks = /\r\n?|\n/g;
  let lines = 0;
  while (breaks.exec(text)) {
    lines += 1;
    // A break at the very end begins no line.
    if (lines >= limits.lines && breaks.lastIndex < text.length) throw new AppError('file-too-long');
  }
}

function readRows(text: string): ReadText {
  const [first = '', separator] = preamble.exec(text) ?? [];
  const rest = text.slice(first.length);
  const recipients = first === '' ? splitRecipients(rest) : undefined;
  if (recipients) return { ...recipients, faults: [] };
  const delimiter = separator ?? guessDelimiter(rest);
  const { rows, faults } = splitRows(rest, delimiter);
  if (first === '') return { rows, faults, delimiter };
  const below = <T extends { readonly line: number }>(each: T): T => ({ ...each, line: each.line + 1 });
  return { rows: rows.map(below), faults: faults.map(below), delimiter };
}

const isEmpty = ({ cells }: TableRow): boolean => cells.every((cell) => trimCell(cell) === '');

/** Empty lines between others are named; those that spreadsheets leave at the end are not. */
function withEmptyRows({ rows, faults }: ReadText): LineFault[] {
  const lastLine = rows.findLast((row) => !isEmpty(row))?.line ?? 0;
  const empty = rows.filter(isEmpty).map(({ line }): LineFault => ({ line, kind: 'empty' }));
  return [...faults, ...empty]
    .filter(({ line, kind }) => kind !== 'empty' || line < lastLine)
    .sort((left, right) => left.line - right.line);
}

/**
 * Reads a text as a table: CSV, with tabs or semicolons too, a list with one on each line, or addresses side by side.
 * `encoding` is that of the file, undefined for text that was none.
 * Throws AppError `file-too-large` (over 20 MB), `file-too-long` (over 200,000 lines).
 */
export function parseTable(text: string, encoding: string | undefined): ParsedTable {
  if (text.length > limits.bytes) throw new AppError('file-too-large');
  refuseManyLines(text);
  return toParsedTable(readRows(text.replace(/^\uFEFF/, '')), encoding);
}

/** Makes a table of rows: finds its headings, what its columns hold, and the empty rows between others. */
export function toParsedTable(read: ReadText, encoding: string | undefined): ParsedTable {
  const filled = read.rows.filter((row) => !isEmpty(row));
  const { columns, hasHeading } = guessColumns(filled);
  const rows = hasHeading ? filled.slice(1) : filled;
  const faults = withEmptyRows(read);
  const table: Table = {
    columns,
    hasHeading,
    rowCount: rows.length,
    faults: faults.slice(0, shownFaults),
    faultCount: faults.length,
    encoding,
    delimiter: read.delimiter,
  };
  return { table, rows };
}
