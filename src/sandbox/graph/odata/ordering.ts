import { unsupportedQuery } from '../graphRefusal';
import { searchKey } from './searchWords';
import type { ReadProperty } from './evaluateFilter';
import type { OrderBy } from './queryOptions';
import { isTable } from './rowList';
import type { RowList } from './rowList';
import { TableCache } from './tableCache';

/** An order of the rows of a table. */
export class Order {
  /** Places of the table, first things first. */
  readonly places: readonly number[];
  #ranks?: Uint32Array;

  constructor(places: readonly number[]) {
    this.places = places;
  }

  /** Returns the rank of the row at a place. */
  rankOf(place: number): number {
    if (!this.#ranks) {
      this.#ranks = new Uint32Array(this.places.length);
      for (const [rank, at] of this.places.entries()) this.#ranks[at] = rank;
    }
    return this.#ranks[place] ?? 0;
  }
}

const orders = new TableCache<Order>();

/**
 * The order of `rows` that is asked for; rows with equal keys keep their order.
 * Throws GraphRefusal `Request_UnsupportedQuery` for a property that is not in `sortable`.
 */
export function orderOf<Row extends object>(
  rows: RowList<Row>,
  orderBy: readonly OrderBy[],
  read: ReadProperty<Row>,
  { sortable, hasCachedOrder }: { readonly sortable: readonly string[]; readonly hasCachedOrder?: true },
): Order {
  for (const { property } of orderBy) if (!sortable.includes(property)) throw sortingNotSupported();
  const sort = (): Order => new Order(sortPlaces(rows, orderBy, read));
  if (!hasCachedOrder || !isTable(rows)) return sort();
  const name = orderBy.map(({ property, isDescending }) => `${property}:${isDescending}`).join();
  return orders.get(
    rows,
    name,
    orderBy.map(({ property }) => property),
    read,
    sort,
  );
}

/** Inferred: that every refusal to sort has this text. */
export function sortingNotSupported(): Error {
  return unsupportedQuery('Sorting not supported for current query.');
}

function sortPlaces<Row>(rows: RowList<Row>, orderBy: readonly OrderBy[], read: ReadProperty<Row>): number[] {
  const places = Array.from({ length: rows.length }, (_, place) => place);
  const columns = orderBy.map(({ property, isDescending }) => ({
    keys: places.map((place) => {
      const row = rows.at(place);
      return row === undefined ? '' : keyOf(read(row, property));
    }),
    sign: isDescending ? -1 : 1,
  }));
  return places.sort((left, right) => {
    for (const { keys, sign } of columns) {
      const [a = '', b = ''] = [keys[left], keys[right]];
      if (a !== b) return a < b ? -sign : sign;
    }
    return left - right;
  });
}

function keyOf(value: unknown): string {
  return typeof value === 'string' ? searchKey(value) : '';
}
