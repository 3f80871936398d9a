import { readCell } from '../../../files/readCell';

/** Separators of lines, cells and mail recipients. */
const separators = /[\r\n\t;]+/;

/** True for a text that names several people or groups. */
export function isPastedList(text: string): boolean {
  return entriesOf(text).length > 1;
}

/**
 * Extracts the search text from a text that names one person or group, as the reader of lists does: the address of
 * `Anna Lind <a@b>`, `mailto:a@b` or `i:0#.f|membership|a@b`, an id without braces, a name without surrounding
 * characters.
 */
export function extractSearchText(text: string): string {
  const [entry, ...others] = entriesOf(text);
  return entry === undefined || others.length > 0 ? text.trim() : entry;
}

/** Maximum number of pieces, and of characters of each, to check: a pasted list can be long. */
const maxPieces = 1_000;
const maxPieceLength = 10_000;

/** Returns the first entries of a text, enough to decide whether it's a list. */
function entriesOf(text: string): readonly string[] {
  const entries: string[] = [];
  for (const piece of text.split(separators, maxPieces)) {
    for (const entry of readCell(piece.slice(0, maxPieceLength), 'other')) entries.push(...splitNames(entry));
    if (entries.length > 1) break;
  }
  return entries;
}

/** Splits names at commas if there are several: a single comma separates surname and given name. */
function splitNames({ text, kind }: ReturnType<typeof readCell>[number]): readonly string[] {
  if (kind !== 'display-name') return [text];
  const names = text.split(',').filter((name) => name.trim() !== '');
  return names.length > 2 ? names : [text];
}
