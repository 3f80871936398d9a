import { readKnownHeading } from './headings';
import { limits } from './limits';
import type { ReadText } from './readText';
import type { TableRow } from './tableRow';

const lineBreak = /\r\n?|\n/;
const maxLinesAbove = 30;
/** The rule below headings, as PowerShell's Format-Table draws it. */
const dashes = /^\s*-{2,}(?:\s+-+)*\s*$/;
const pipeRule = /^\s*[|+]?(?:\s*:?[-=]{2,}:?\s*[|+])+(?:\s*:?[-=]{2,}:?)?\s*$/;

/** Cells of a line by where the dashes below the headings begin. */
function cutAt(line: string, starts: readonly number[]): string[] {
  const reached = starts.filter((start, index) => index === 0 || start < line.length);
  return reached.map((start, index) => line.slice(start, starts[index + 1]).trim());
}

/** True if each cell begins at its column; words that reach over a border would be cut in two. */
function fits(line: string, starts: readonly number[]): boolean {
  return starts.every((start) => start === 0 || line.length <= start || /\s/.test(line.charAt(start - 1)));
}

/** Reads a table of columns that are aligned by blanks below a rule of dashes. */
function readAligned(lines: readonly string[], ruleAt: number): ReadText | undefined {
  const heading = lines[ruleAt - 1] ?? '';
  const rule = lines[ruleAt] ?? '';
  const starts = [...rule.matchAll(/-+/g)].map(({ index }) => index);
  if (heading.trim() === '' || heading.includes('@') || !fits(heading, starts)) return undefined;
  if (starts.length > limits.columns) return undefined;
  // Below a single word a line of dashes may part one list from another, and the word may be somebody.
  if (starts.length === 1 && !readKnownHeading(heading.trim())) return undefined;
  const rows: TableRow[] = [];
  const otherLines: number[] = [];
  lines.forEach((line, index) => {
    const isFrame = line.trim() === rule.trim() || (line === heading && index > ruleAt);
    if (isFrame) otherLines.push(index + 1);
    // A line that does not keep to the columns is read as one cell, and so nothing of it is cut.
    else if (line.trim() !== '')
      rows.push({ line: index + 1, cells: fits(line, starts) ? cutAt(line, starts) : [line.trim()] });
  });
  const headingRow = rows.findIndex(({ line }) => line === ruleAt);
  return { rows, faults: [], delimiter: ' ', headingRow, otherLines };
}

/** Cells between pipes; `\|` is a pipe within a cell (GitHub Flavored Markdown: tables). */
function cellsBetweenPipes(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

/**
 * Finds the row (from 0) of headings: the first of the table, with a rule and more rows below it. A rule below each row, or below the
 * last, is a border, and says nothing.
 */
function findHeadingRow(rows: readonly TableRow[], rules: ReadonlySet<number>): number | undefined {
  const first = rows.findIndex(({ cells }) => cells.length > 1);
  const hasRule = ({ line }: TableRow): boolean => rules.has(line + 1);
  const below = rows.slice(first + 1);
  const heading = rows[first];
  return heading && hasRule(heading) && below.length > 0 && !below.every(hasRule) ? first : undefined;
}

/** Reads a table drawn with pipes, as Markdown has it and consoles of databases print it. */
function readPiped(lines: readonly string[]): ReadText {
  const rows: TableRow[] = [];
  const otherLines: number[] = [];
  lines.forEach((line, index) => {
    if (pipeRule.test(line) || dashes.test(line)) otherLines.push(index + 1);
    else if (line.trim() !== '') rows.push({ line: index + 1, cells: cellsBetweenPipes(line) });
  });
  const headingRow = findHeadingRow(rows, new Set(otherLines));
  return { rows, faults: [], delimiter: '|', otherLines, ...(headingRow !== undefined && { headingRow }) };
}

/** Reads a table that is drawn with characters. Undefined for another text. */
export function readTextTable(text: string): ReadText | undefined {
  const top = text.slice(0, 20_000).split(lineBreak, maxLinesAbove);
  if (
    top.some((line) => pipeRule.test(line)) &&
    top.some((line) => line.includes('|') && !pipeRule.test(line))
  ) {
    return readPiped(text.split(lineBreak));
  }
  const ruleAt = top.findIndex((line, index) => index > 0 && dashes.test(line));
  return ruleAt < 0 ? undefined : readAligned(text.split(lineBreak), ruleAt);
}
