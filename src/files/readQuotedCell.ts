import { limits } from './limits';

/** A cell between quotes, and where it was. */
export interface QuotedCell {
  readonly content: string;
  /** Where the delimiter or line break after it stands, or the end of the text. */
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

/** Where the quote stands that closes the one at `open`; -1 where there is none within the longest cell. */
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
export function readQuotedCell(text: string, start: number, delimiter: string): QuotedCell | undefined {
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
