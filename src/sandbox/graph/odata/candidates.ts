import type { EntityType } from './entityType';
import type { ReadProperty } from './evaluateFilter';
import type { FilterNode } from './filterTree';
import type { SearchNode } from './parseSearch';
import { termWords, tokenized } from './searchTest';
import { searchKey, searchWords } from './searchWords';
import { TableCache } from './tableCache';
import type { TextIndex } from './textIndex';
import { createTextIndex } from './textIndex';

/** Places of the rows that may match, in the order of the table; undefined when it may be any. */
export type Candidates = readonly number[] | undefined;

const indexes = new TableCache<TextIndex>();

const ways = {
  /** As `$filter` compares. */
  lower: (text: string) => [text.toLowerCase()],
  /** As `$search` compares a whole text. */
  folded: (text: string) => [searchKey(text)],
  /** As `$search` compares word by word. */
  words: searchWords,
} as const;

/** Finds candidates by indexes, so that a query over a large table need not test every row. */
export class CandidateFinder<Row extends object, Source> {
  readonly #rows: readonly Row[];
  readonly #type: EntityType<Row, Source>;
  readonly #read: ReadProperty<Row>;
  readonly #source: Source;

  constructor(rows: readonly Row[], type: EntityType<Row, Source>, read: ReadProperty<Row>, source: Source) {
    this.#rows = rows;
    this.#type = type;
    this.#read = read;
    this.#source = source;
  }

  /** Every row that a filter matches is among them. */
  ofFilter(node: FilterNode): Candidates {
    switch (node.kind) {
      case 'and':
        return fewer(this.ofFilter(node.left), this.ofFilter(node.right));
      case 'or':
        return together(this.ofFilter(node.left), this.ofFilter(node.right));
      case 'not':
        return undefined;
      case 'compare':
        if (node.operator !== 'eq' || typeof node.value.value !== 'string') return undefined;
        return this.#index(node.path, 'lower')?.is(node.value.value.toLowerCase());
      case 'in':
        return node.values
          .map((value) => this.ofFilter({ kind: 'compare', operator: 'eq', path: node.path, value }))
          .reduce(together);
      case 'call': {
        const start = String(node.value.value).toLowerCase();
        if (node.name !== 'startsWith' || start === '') return undefined;
        return this.#index(node.path, 'lower')?.begins(start);
      }
      case 'any':
        return this.#type.placesWith?.(node, this.#source) ?? this.#ofItem(node);
    }
  }

  /** Rows with an item that is a text exactly. */
  #ofItem({ path, predicate }: FilterNode & { kind: 'any' }): Candidates {
    if (predicate?.kind !== 'compare' || predicate.operator !== 'eq' || predicate.path !== '')
      return undefined;
    return this.#index(path, 'lower')?.is(String(predicate.value.value).toLowerCase());
  }

  /** Every row that a search matches is among them. */
  ofSearch(node: SearchNode): Candidates {
    if (node.kind !== 'clause') {
      const [left, right] = [this.ofSearch(node.left), this.ofSearch(node.right)];
      return node.kind === 'and' ? fewer(left, right) : together(left, right);
    }
    const { term } = node;
    const property = this.#type.searchable.find((name) => name.toLowerCase() === node.property.toLowerCase());
    if (property === undefined) return undefined;
    if (!tokenized.includes(property)) {
      const start = searchKey(term);
      return start === '' ? undefined : this.#index(property, 'folded')?.begins(start);
    }
    return termWords(term)
      .map((word): Candidates => this.#index(property, 'words')?.begins(word))
      .reduce(fewer, undefined);
  }

  #index(property: string, way: keyof typeof ways): TextIndex | undefined {
    if (!this.#type.indexedTexts?.includes(property)) return undefined;
    return indexes.get(this.#rows, `${way} ${property}`, [property], this.#read, () =>
      createTextIndex(this.#rows, (row) => {
        const value = this.#read(row, property);
        const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
        return texts.flatMap((text) => (typeof text === 'string' ? ways[way](text) : []));
      }),
    );
  }
}

/** Returns the candidates for both of two conditions: the shorter list. */
export function fewer(left: Candidates, right: Candidates): Candidates {
  if (!left || !right) return left ?? right;
  return left.length <= right.length ? left : right;
}

function together(left: Candidates, right: Candidates): Candidates {
  return left && right && [...new Set(Uint32Array.from([...left, ...right]).sort())];
}
