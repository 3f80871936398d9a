import { defuse } from './defuse';

/** One cell: text is defused, numbers are not. */
export type CsvCell = string | number;

function writeCell(cell: CsvCell): string {
  // Every text is quoted: a semicolon in it is a separator to the spreadsheets of half of Europe.
  return typeof cell === 'number' ? String(cell) : `"${defuse(cell).replaceAll('"', '""')}"`;
}

/**
 * Writes a table that a spreadsheet opens without running anything: RFC 4180 with a byte order mark, by which Excel knows
 * UTF-8. This app reads it back as it was.
 */
export function writeCsv(rows: Iterable<readonly CsvCell[]>): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(`${row.map(writeCell).join(',')}\r\n`);
  return `\uFEFF${lines.join('')}`;
}
