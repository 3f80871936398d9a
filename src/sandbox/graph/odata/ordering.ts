import { unsupportedQuery } from '../graphRefusal';
import { searchKey } from './searchWords';
import type { ReadProperty } from './evaluateFilter';
import type { OrderBy } from './queryOptions';
import type { RowList } from './rowList';

/** An order of the rows of a table. */
export class Order {
  /** Places of the table, first things first. */
  readonly places: readonly number[];
  #ranks?: Uint32Array;

  constructor(places: readonly number[]) {
    this.places = places;
  }

  /** Where in the order the row of a place stands. */
  rankOf(place: number): number {
    if (!this.#ranks) {
      this.#ranks = new Uint32Array(this.places.length);
      for (const [rank, at] of this.places.entries()) this.#ranks[at] = rank;
    }
    return this.#ranks[place] ?? 0;
  }
}

/** Orders already worked out, for tables of any size, of properties that never change. */
const knownOrders = new WeakMap<object, Map<string, Order>>();

/**
 * The order of `rows` that is asked for; rows with equal keys keep their order.
 * Throws GraphRefusal `Request_UnsupportedQuery` for a property that is not in `sortable`.
 */
export function orderOf<Row>(
  rows: RowList<Row>,
  orderBy: readonly OrderBy[],
  read: ReadProperty<Row>,
  { sortable, hasFixedOrder }: { readonly sortable: readonly string[]; readonly hasFixedOrder?: true },
): Order {
  for (const { property } of orderBy) if (!sortable.includes(property)) throw sortingNotSupported();
  if (!hasFixedOrder) return new Order(sortPlaces(rows, orderBy, read));
  const name = orderBy.map(({ property, isDescending }) => `${property}:${isDescending}`).join();
  let orders = knownOrders.get(rows);
  if (!orders) knownOrders.set(rows, (orders = new Map<string, Order>()));
  let order = orders.get(name);
  if (!order) orders.set(name, (order = new Order(sortPlaces(rows, orderBy, read))));
  return order;
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
