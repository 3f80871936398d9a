import { asciiFold } from '../../tenant/asciiFold';

const symbols = /[^\p{L}\p{N}\p{M}\s]/u;
const everySymbol = new RegExp(symbols, 'gu');
/** Most names need no folding, and a large tenant has many. */
const plainLetters = /^[A-Za-z]*$/;
const plainWord = /^[A-Z]?[a-z]+$/;

/**
 * Splits a name into the words by which `$search` finds it (Graph: $search on directory objects): at spaces, where
 * lower case changes to upper case, at digits and at symbols; a name with symbols is also found as a whole. Inferred:
 * letters are found with and without their marks.
 */
export function searchWords(text: string): string[] {
  const words: string[] = [];
  for (const chunk of text.split(/\s+/)) {
    if (chunk === '') continue;
    words.push(...pieces(chunk));
    if (symbols.test(chunk)) words.push(chunk.replace(everySymbol, ''));
  }
  return words.map(searchKey);
}

/** A text as `$search` compares it: lower case, Latin letters without marks. */
export function searchKey(text: string): string {
  return plainLetters.test(text) ? text.toLowerCase() : asciiFold(text).toLowerCase();
}

function pieces(chunk: string): string[] {
  if (plainWord.test(chunk)) return [chunk];
  const apart = chunk.replace(/(\p{Ll}\p{M}*)(?=\p{Lu})/gu, '$1 ');
  return apart.match(/\p{N}+|[\p{L}\p{M}]+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}
