import { forEachInSteps, type Steps } from '../base/async/inSlices';
import { escapeFormula } from './escapeFormula';

/** One cell: text is escaped, numbers are not. */
export type CsvCell = string | number;

/** One row. */
export type CsvRow = readonly CsvCell[];

/** A table with its heading. */
export type CsvTable = readonly CsvRow[];

/**
 * Writes a table that a spreadsheet of this language opens without running anything: RFC 4180 with a byte order mark, by
 * which Excel knows UTF-8. Cells are separated by semicolons where the language's decimal mark is a comma, as Excel expects
 * (Excel: list separator). This app reads it back as it was. In steps, since a report may have 100,000 rows.
 */
export function* writeCsv(rows: CsvTable, locale: string): Steps<string> {
  const decimalMark = new Intl.NumberFormat(locale)
    .formatToParts(0.5)
    .find(({ type }) => type === 'decimal')?.value;
  const hasComma = decimalMark === ',';
  const separator = hasComma ? ';' : ',';
  const writeCell = (cell: CsvCell): string => {
    if (typeof cell === 'number') return hasComma ? String(cell).replace('.', ',') : String(cell);
    // Every text is quoted: whichever separator a spreadsheet takes, a text with the other one stays one cell.
    return `"${escapeFormula(cell).replaceAll('"', '""')}"`;
  };
  const lines: string[] = [];
  yield* forEachInSteps(rows, (row) => lines.push(`${row.map(writeCell).join(separator)}\r\n`));
  return `\uFEFF${lines.join('')}`;
}

/** Writes a table as spreadsheets paste it, in steps: cells separated by tabs, without tabs and line breaks in them. */
export function* writeTabs(rows: CsvTable): Steps<string> {
  const writeCell = (cell: CsvCell): string =>
    typeof cell === 'number' ? String(cell) : escapeFormula(cell.replace(/[\t\r\n]+/g, ' '));
  const lines: string[] = [];
  yield* forEachInSteps(rows, (row) => lines.push(row.map(writeCell).join('\t')));
  return lines.join('\r\n');
}

/** Makes a file name of words such as a product's name, without characters that systems refuse; at most 80 characters of them. */
export function toFileName(words: readonly string[], extension: string): string {
  const name = words
    .map((word) =>
      word
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter(Boolean)
    .join('-');
  return `${[...name].slice(0, 80).join('')}.${extension}`;
}

/** The day of a time where the person is, as ISO 8601 writes it. */
export function toLocalDay(inMs: number): string {
  return toLocalTime(inMs).slice(0, 10);
}

/** A time where the person is, with the zone's distance from UTC: `2031-03-01 13:05:09 +01:00`. */
export function toLocalTime(inMs: number): string {
  const offset = -new Date(inMs).getTimezoneOffset();
  const local = new Date(inMs + offset * 60_000).toISOString();
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${zone}`;
}
