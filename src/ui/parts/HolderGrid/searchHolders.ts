import type { HolderRow } from './HolderGrid.types';

/** Brings a text into the form that is compared: without marks and case, each word on a line of its own. */
export function toSearchText(text: string): string {
  const plain = isPlain.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain.toLowerCase().replaceAll(/\s+/g, '\n');
}

/** Most texts have no marks, and taking marks out of 100,000 names takes long. */
const isPlain = /^[\x20-\x7e\s]*$/;

/** Tests rows for a word of the name or an address that begins with the search, or several words in a row. */
export function searchTest(search: string): (row: HolderRow) => boolean {
  const wanted = toSearchText(`\n${search.trim()}`);
  return ({ searchText }) => searchText.includes(wanted);
}
