import { detectSpoofing } from './detectSpoofing';
import { cellAt } from './guessColumns';
import type { ParsedTable } from './parseTable';
import { readCell, trimCell } from './readCell';
import type { TableRow } from './tableRow';
import type { ColumnKind, LineEntry } from './types';

interface OpenEntry extends LineEntry {
  readonly lines: number[];
}

type CellContent = ReturnType<typeof readCell>[number];

/** The same for texts that differ in case or Unicode form alone. */
function keyOf(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/**
 * Makes what reads a row: the cell of the chosen column, or, where it is blank, the others in their order, so that no row is
 * lost. Addresses and ids that are surely those of the same person are as good; anything else is somebody only after a person looked.
 */
function createRowReader(
  { table, joined, ownColumns }: ParsedTable,
  column: number,
): (row: TableRow) => readonly CellContent[] {
  const { columns, columnOrder, hasHeading } = table;
  const width = joined ? columns.length - 1 : columns.length;
  // Without a heading nothing says that words under addresses were meant as addresses: they are names.
  const kindOf = (index: number): ColumnKind => {
    const guessed = columns[index]?.kind ?? 'other';
    return hasHeading || guessed === 'display-name' ? guessed : 'other';
  };
  const others = columnOrder.filter((each) => each !== column);
  const isTrusted = (index: number): boolean => ownColumns.all.has(column) && ownColumns.unique.has(index);
  const kind = kindOf(column);
  return (row) => {
    const own = readCell(cellAt(row, column, width, joined), kind);
    if (own.length > 0) return own;
    for (const index of others) {
      const found = readCell(cellAt(row, index, width, joined), kindOf(index));
      if (found.length === 0) continue;
      return isTrusted(index) ? found : found.map((each) => ({ ...each, suspicion: 'other-column' }));
    }
    const text = row.cells.map(trimCell).find((cell) => cell !== '');
    return text === undefined ? [] : [{ text, kind: 'display-name', suspicion: 'other-column' }];
  };
}

/**
 * Lists the distinct entries of one column (from 0), in the order of their first lines, each with all of its lines. Every row has
 * at least one, unless the table lacks the column.
 */
export function listEntries(parsed: ParsedTable, column: number): readonly LineEntry[] {
  if (!parsed.table.columns[column]) return [];
  const readRow = createRowReader(parsed, column);
  const entries: OpenEntry[] = [];
  const byKey = new Map<string, OpenEntry>();
  for (const row of parsed.rows) {
    for (const { text, kind, suspicion } of readRow(row)) {
      // What is in doubt on one line alone must not put the others in doubt, nor be trusted because of them.
      const key = suspicion === undefined ? keyOf(text) : `${suspicion} ${keyOf(text)}`;
      const known = byKey.get(key);
      if (known) {
        if (known.lines.at(-1) !== row.line) known.lines.push(row.line);
        continue;
      }
      const entry: OpenEntry = {
        text,
        kind,
        lines: [row.line],
        suspicion: suspicion ?? detectSpoofing(text),
      };
      byKey.set(key, entry);
      entries.push(entry);
    }
  }
  return entries;
}
