import { findSuspicion } from './findSuspicion';
import type { ParsedTable } from './parseTable';
import { readCell } from './readCell';
import type { LineEntry } from './types';

interface OpenEntry extends LineEntry {
  readonly lines: number[];
}

/** The same for texts that differ in case or Unicode form alone. */
function keyOf(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/**
 * The distinct entries of one column (from 0), in the order of their first lines, each with all of its lines.
 * Without a heading nothing says that words under addresses were meant as addresses: they are names.
 */
export function listEntries({ table, rows }: ParsedTable, column: number): readonly LineEntry[] {
  const guessed = table.columns[column]?.kind ?? 'other';
  const columnKind = table.hasHeading || guessed === 'display-name' ? guessed : 'other';
  const entries: OpenEntry[] = [];
  const byKey = new Map<string, OpenEntry>();
  for (const { line, cells } of rows) {
    const content = readCell(cells[column] ?? '', columnKind);
    if (!content) continue;
    const { text, kind } = content;
    const key = keyOf(text);
    const known = byKey.get(key);
    if (known) {
      known.lines.push(line);
      continue;
    }
    const entry: OpenEntry = { text, kind, lines: [line], suspicion: findSuspicion(text) };
    byKey.set(key, entry);
    entries.push(entry);
  }
  return entries;
}
