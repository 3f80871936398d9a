import { readCell } from '../../../files/readCell';

/** Ends of lines, and what stands between the cells of a row or the recipients of a mail. */
const separators = /[\r\n\t;]+/;

/** True for a text that names several people or groups, so that it is a list and nothing to search for. */
export function isPastedList(text: string): boolean {
  return entriesOf(text).length > 1;
}

/**
 * Finds what to search for in a text that names one person or group: the address of `Anna Lind <a@b>`, `mailto:a@b` or
 * `i:0#.f|membership|a@b`, an id without its braces, a name without what surrounds it. As the reader of lists takes it.
 */
export function extractSearchText(text: string): string {
  const [entry, ...others] = entriesOf(text);
  return entry === undefined || others.length > 0 ? text.trim() : entry;
}

/** Pieces, and characters of one, that are looked at: a pasted list may be long, and its reader goes through it later. */
const maxPieces = 1_000;
const maxPieceLength = 10_000;

/** The entries of a text, as many as tell whether it is a list. */
function entriesOf(text: string): readonly string[] {
  const entries: string[] = [];
  for (const piece of text.split(separators, maxPieces)) {
    for (const entry of readCell(piece.slice(0, maxPieceLength), 'other')) entries.push(...splitNames(entry));
    if (entries.length > 1) break;
  }
  return entries;
}

/** Splits names at commas where there are two or more of them: one alone stands between a surname and a given name. */
function splitNames({ text, kind }: ReturnType<typeof readCell>[number]): readonly string[] {
  if (kind !== 'display-name') return [text];
  const names = text.split(',').filter((name) => name.trim() !== '');
  return names.length > 2 ? names : [text];
}
