import { unsupportedQuery } from '../graphRefusal';
import type { ReadProperty } from './evaluateFilter';
import type { SearchNode } from './parseSearch';
import { searchKey, searchWords } from './searchWords';

/** Properties whose words are found one by one; all other text is found by its beginning (Graph: $search). */
export const tokenized: readonly string[] = ['displayName', 'description'];

/** Cached words of rows, since a search tests every row. Rows are replaced, never changed. */
const wordsOfRow = new WeakMap<object, Map<string, readonly string[]>>();

/**
 * Turns a parsed `$search` into a test of one row.
 * Throws GraphRefusal `Request_UnsupportedQuery` for a property that is not in `searchable`.
 */
export function searchTest<Row extends object>(
  node: SearchNode,
  read: ReadProperty<Row>,
  searchable: readonly string[],
): (row: Row) => boolean {
  if (node.kind === 'clause') return clauseTest(node.property, node.term, read, searchable);
  const [left, right] = [searchTest(node.left, read, searchable), searchTest(node.right, read, searchable)];
  return node.kind === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
}

function clauseTest<Row extends object>(
  property: string,
  term: string,
  read: ReadProperty<Row>,
  searchable: readonly string[],
): (row: Row) => boolean {
  const name = searchable.find((known) => known.toLowerCase() === property.toLowerCase());
  if (name === undefined)
    throw unsupportedQuery(`Property '${property}' is not supported in the $search clause.`);
  if (tokenized.includes(name)) {
    const wanted = termWords(term);
    return (row) => {
      const words = keysOf(row, name, read, searchWords);
      return wanted.every((word) => words.some((candidate) => candidate.startsWith(word)));
    };
  }
  const wanted = searchKey(term);
  return (row) => keysOf(row, name, read, (text) => [searchKey(text)]).some((key) => key.startsWith(wanted));
}

/** The words of a term. Inferred: each word of the term is the beginning of a word of the name, and the symbols of the term do not count. */
export function termWords(term: string): string[] {
  return searchWords(term.replace(/[^\p{L}\p{N}\p{M}\s]/gu, ' '));
}

function keysOf<Row extends object>(
  row: Row,
  property: string,
  read: ReadProperty<Row>,
  cut: (text: string) => readonly string[],
): readonly string[] {
  let known = wordsOfRow.get(row);
  if (!known) wordsOfRow.set(row, (known = new Map<string, readonly string[]>()));
  let keys = known.get(property);
  if (!keys) {
    const value = read(row, property);
    keys = typeof value === 'string' ? cut(value) : [];
    known.set(property, keys);
  }
  return keys;
}
