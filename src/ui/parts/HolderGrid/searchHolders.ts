import type { HolderRow } from './HolderGrid.types';

/** Normalizes a text for search: without diacritics and case, one word a line. */
export function toSearchText(text: string): string {
  const plain = isPlain.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain.toLowerCase().replaceAll(/\s+/g, '\n');
}

/** Texts without diacritics skip the slow normalization. */
const isPlain = /^[\x20-\x7e\s]*$/;

/**
 * Returns a test for rows with a word or address that starts with the search; several words must follow each other.
 */
export function searchTest(search: string): (row: HolderRow) => boolean {
  const wanted = toSearchText(`\n${search.trim()}`);
  return ({ searchText }) => searchText.includes(wanted);
}
