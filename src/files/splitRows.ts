import { hasControl } from './controlCharacters';
import { unescapeFormula } from './escapeFormula';
import { limits } from './limits';
import type { TableRow } from './tableRow';
import type { LineFault } from './types';

/** A cell between quotes, and where it was. */
interface QuotedCell {
  readonly content: string;
  /** Place of the delimiter or line break after it, or the end of the text. */
  readonly end: number;
  /** Line breaks within it. */
  readonly breaks: number;
}

const lineBreak = /\r\n?|\n/;
/** A quote doubled within a quoted cell takes two characters. */
const longest = limits.cellCharacters * 2;

/** Skips blanks that stand between a quote and the delimiter. */
function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

function isCellEnd(text: string, at: number, delimiter: string): boolean {
  return at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';
}

/** Finds the quote that closes the one at `open`; -1 if there is none within the longest cell. */
function findClosing(text: string, open: number): number {
  let quote = text.indexOf('"', open + 1);
  while (quote >= 0 && quote - open <= longest) {
    if (text[quote + 1] !== '"') return quote;
    quote = text.indexOf('"', quote + 2);
  }
  return -1;
}

/**
 * Reads the quoted cell that begins at `start`, after blanks or none. Undefined where there is no quote, or one that is not
 * closed before a delimiter, a line break or the end, within what a spreadsheet's cell can hold: such a quote is a character.
 */
function readQuotedCell(text: string, start: number, delimiter: string): QuotedCell | undefined {
  const open = skipSpaces(text, start);
  if (text[open] !== '"') return undefined;
  const close = findClosing(text, open);
  if (close < 0) return undefined;
  const end = skipSpaces(text, close + 1);
  if (!isCellEnd(text, end, delimiter)) return undefined;
  const raw = text.slice(open + 1, close);
  const breaks = lineBreak.test(raw) ? raw.split(lineBreak).length - 1 : 0;
  if (breaks > limits.cellBreaks) return undefined;
  return { content: raw.includes('"') ? raw.replaceAll('""', '"') : raw, end, breaks };
}

/** Rows as they were written, blank lines left out, and what is wrong with lines. */
interface SplitText {
  readonly rows: readonly TableRow[];
  /** In the order of their lines. */
  readonly faults: readonly LineFault[];
}

type Fault = LineFault['kind'];
type NoteFault = (kind: Fault, column?: number) => void;

interface ReadRow {
  readonly cells: readonly string[];
  readonly isBlank: boolean;
  /** Start of the next row. */
  readonly next: number;
  /** Lines that this one took. */
  readonly lines: number;
}

/** A quoted cell that goes on over a line break to an address has probably taken whole rows into itself. */
const swallowedRows = /[\r\n][^]*@/;

function findLineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function readPlainCell(text: string, start: number, lineEnd: number, delimiter: string): QuotedCell {
  let end = start;
  while (end < lineEnd && text[end] !== delimiter) end += 1;
  return { content: text.slice(start, end), end, breaks: 0 };
}

/** A name between quotes with an address after it, as mail programs write a recipient: nothing is wrong with it. */
const quotedStart = /^ *"[^"]*" *[^" ]/;

/** Notes what is wrong with a cell; `isQuoted` tells whether its quotes were taken away. */
function noteFaults(
  note: NoteFault,
  { content, breaks }: QuotedCell,
  isQuoted: boolean,
  column: number,
): void {
  const isLone = isQuoted
    ? breaks > 0 && swallowedRows.test(content)
    : /^ *"/.test(content) && !quotedStart.test(content);
  if (isLone) note('lone-quote');
  if (content.length > limits.cellCharacters) note('too-long', column);
}

function readRow(text: string, start: number, delimiter: string, note: NoteFault): ReadRow {
  const cells: string[] = [];
  let lines = 1;
  let lineEnd = findLineEnd(text, start);
  for (let at = start; ; at += 1) {
    const quoted = readQuotedCell(text, at, delimiter);
    const cell = quoted ?? readPlainCell(text, at, lineEnd, delimiter);
    noteFaults(note, cell, quoted !== undefined, cells.length);
    if (cells.length < limits.columns)
      cells.push(unescapeFormula(cell.content.slice(0, limits.cellCharacters)));
    // Programs end rows with many separators; what was left out counts where it said something.
    else if (cell.content.trim() !== '') note('too-many-columns');
    lines += cell.breaks;
    if (cell.breaks > 0) lineEnd = findLineEnd(text, cell.end);
    at = cell.end;
    if (at >= lineEnd) break;
  }
  const isBlank = lineEnd === start;
  if (isBlank) note('empty');
  const next = lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1);
  // A copy has no room to grow, and so takes a fraction of the memory.
  return { cells: cells.slice(), isBlank, next, lines };
}

/**
 * Splits a text into rows and cells as RFC 4180 has it, with any line breaks; a `delimiter` of a line break gives one cell a
 * line. Takes time and memory in proportion to the text, whatever is in it: no quote is looked for twice.
 */
export function splitRows(text: string, delimiter: string): SplitText {
  const rows: TableRow[] = [];
  const faults: LineFault[] = [];
  const mayHaveControls = hasControl(text);
  const noted = new Set<Fault>();
  let line = 1;
  const note: NoteFault = (kind, column) => {
    if (!noted.has(kind)) faults.push(column === undefined ? { line, kind } : { line, kind, column });
    noted.add(kind);
  };
  for (let at = 0; at < text.length;) {
    const row = readRow(text, at, delimiter, note);
    if (mayHaveControls && row.cells.some(hasControl)) note('control-characters');
    if (!row.isBlank) rows.push({ line, cells: row.cells });
    at = row.next;
    line += row.lines;
    if (noted.size > 0) noted.clear();
  }
  return { rows, faults };
}
