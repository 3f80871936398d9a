// cspell:ignore beispiel ejemplo eksempel esempio esimerkki exempel exemple exemplo ldif przykład voorbeeld
import { AppError } from '../base/appError';
import { guessColumns } from './guessColumns';
import { guessDelimiter } from './guessDelimiter';
import { limits } from './limits';
import { isBlankOrLine, trimCell } from './readCell';
import { readJson } from './readJson';
import { readMarkup } from './readMarkup';
import { readRecords } from './readRecords';
import { withinLimits, type ReadText } from './readText';
import { readTextTable } from './readTextTable';
import { splitRecipients } from './splitRecipients';
import { splitRows } from './splitRows';
import type { TableRow } from './tableRow';
import type { HeadingLine, LineFault, Table } from './types';

/** A table with its rows, as the worker keeps it. */
export interface ParsedTable extends Pick<ReturnType<typeof guessColumns>, 'joined' | 'ownColumns'> {
  readonly table: Table;
  /** Without the heading and without empty rows. */
  readonly rows: readonly TableRow[];
}

const shownFaults = 1000;
/** A first line for programs: Excel's separator, the version of Entra's bulk templates, the type of Windows PowerShell's objects. */
const preamble = /^(?:sep=([^"\w])|"?(version:v1\.0)"?|"?#TYPE [^\r\n]*)[,;\t ]*(?:\r\n?|\n)/i;
/** A row that Entra's templates show how to fill in. */
const example =
  /^(?:example|exempel|beispiel|exemple|ejemplo|exemplo|esempio|voorbeeld|eksempel|esimerkki|przykład|例)\s*[:：]/i;
/** Colors of a console, kept where its output was redirected to a file. */
// eslint-disable-next-line no-control-regex -- the sequence begins with the character ESC
const consoleColor = /\u001B\[[\d;]*m/g;

function refuseManyLines(text: string): void {
  const breaks = /\r\n?|\n/g;
  let lines = 0;
  while (breaks.exec(text)) {
    lines += 1;
    // A break at the very end begins no line.
    if (lines >= limits.lines && breaks.lastIndex < text.length) throw new AppError('file-too-long');
  }
}

function readForm(text: string): ReadText | undefined {
  const read =
    readMarkup(text) ?? readJson(text) ?? readRecords(text) ?? readTextTable(text) ?? splitRecipients(text);
  return read && withinLimits(read);
}

/** Signs before the lines of a list: bullets, numbers, check boxes. */
const bullet = /^\s*(?:[-*+•‣◦▪–—]\s+|\(?\d{1,5}[.)]\s+)(?:\[[ x]?\]\s+)?/i;

/** Takes bullets away where most lines of a list have one; where few do, they belong to the names. */
function withoutBullets(rows: readonly TableRow[]): readonly TableRow[] {
  const bulleted = rows.filter(({ cells }) => bullet.test(cells[0] ?? '')).length;
  if (rows.length < 2 || bulleted < rows.length * 0.8) return rows;
  return rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.replace(bullet, '')) }));
}

function readBody(text: string, separator: string | undefined): ReadText {
  const delimiter = separator ?? guessDelimiter(text);
  const { rows, faults } = splitRows(text, delimiter);
  return { rows: delimiter === '\n' ? withoutBullets(rows) : rows, faults, delimiter };
}

function readText(text: string, delimiter: string | undefined): ReadText {
  const [first = '', separator, version] = preamble.exec(text) ?? [];
  if (first === '') {
    if (delimiter !== undefined) return readBody(text, delimiter);
    return readForm(text) ?? readBody(text, undefined);
  }
  const { rows, faults, ...read } = readBody(text.slice(first.length), delimiter ?? separator);
  const below = <T extends { readonly line: number }>(each: T): T => ({ ...each, line: each.line + 1 });
  const isExample = ({ cells }: TableRow): boolean =>
    version !== undefined && cells.some((cell) => example.test(cell));
  const shifted = rows.map(below);
  return {
    ...read,
    rows: shifted.filter((row) => !isExample(row)),
    faults: faults.map(below),
    otherLines: [1, ...shifted.filter(isExample).map(({ line }) => line)],
  };
}

const isEmpty = ({ cells }: TableRow): boolean => cells.every(isBlankOrLine);

/** Empty lines between others are named; those that spreadsheets leave at the end are not. */
function listFaults({ rows, faults }: ReadText, isNeeded: (column: number) => boolean): LineFault[] {
  const lastLine = rows.findLast((row) => !isEmpty(row))?.line ?? 0;
  const empty = rows.filter(isEmpty).map(({ line }): LineFault => ({ line, kind: 'empty' }));
  const needed = faults.filter(
    ({ kind, column }) => kind !== 'too-long' || column === undefined || isNeeded(column),
  );
  return [...needed, ...empty]
    .filter(({ line, kind }) => kind !== 'empty' || line < lastLine)
    .sort((left, right) => left.line - right.line);
}

/**
 * Reads a text as a table: CSV, with other delimiters too, a list with one on each line, people side by side, or a form that programs
 * write (JSON, HTML, vCard, LDIF, PowerShell's lists and tables, Markdown). `encoding` is that of the file, undefined for text that was
 * none; `delimiter` is that which a person chose.
 * Throws AppError `file-too-large` (over 20 MB), `file-too-long` (over 200,000 lines).
 */
export function parseTable(text: string, encoding: string | undefined, delimiter?: string): ParsedTable {
  if (text.length > limits.bytes) throw new AppError('file-too-large');
  refuseManyLines(text);
  const start = text.replace(/^\uFEFF/, '');
  return toParsedTable(
    readText(start.includes('\u001B') ? start.replace(consoleColor, '') : start, delimiter),
    encoding,
  );
}

/** Characters of a line that are shown. */
const longestShown = 200;

function toHeadingLine({ line, cells }: TableRow): HeadingLine {
  const filled = cells.map(trimCell).filter((cell) => cell !== '');
  const text = filled.slice(0, longestShown).join(' · ');
  return { line, text: text.length > longestShown ? `${text.slice(0, longestShown)}…` : text };
}

/** Makes a table of rows: finds its headings, what its columns hold, and the empty rows between others. */
export function toParsedTable(read: ReadText, encoding: string | undefined): ParsedTable {
  const filled = read.rows.filter((row) => !isEmpty(row));
  // What stands above the row that a form takes for its headings may have been empty.
  const heading = read.headingRow === undefined ? undefined : read.rows[read.headingRow];
  const headingRow = heading && filled.indexOf(heading);
  const { columns, order, hasHeading, headings, rows, joined, ownColumns } = guessColumns(filled, headingRow);
  // Names of properties are headings that stand on no line.
  const leftOut = headings.filter(({ line }) => line > 0);
  const faults = listFaults(read, (column) => columns[column]?.kind !== 'other');
  const table: Table = {
    columns,
    columnOrder: order,
    hasHeading,
    headingLines: [...new Set([...(read.otherLines ?? []), ...leftOut.map(({ line }) => line)])].sort(
      (left, right) => left - right,
    ),
    headings: leftOut.slice(0, shownFaults).map(toHeadingLine),
    headingCount: leftOut.length,
    rowCount: rows.length,
    lineCount: new Set(rows.map(({ line }) => line)).size,
    faults: faults.slice(0, shownFaults),
    faultCount: faults.length,
    encoding,
    delimiter: read.delimiter,
  };
  return { table, rows, joined, ownColumns };
}
