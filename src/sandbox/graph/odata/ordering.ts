import { unsupportedQuery } from '../graphRefusal';
import { searchKey } from './searchWords';
import type { ReadProperty } from './evaluateFilter';
import type { OrderBy } from './queryOptions';

/** Orders already worked out, for tables of any size. Only properties that never change may be sorted by. */
const knownOrders = new WeakMap<object, Map<string, readonly number[]>>();

/**
 * The places of `rows` in the order asked for; rows with equal keys keep their order.
 * Throws GraphRefusal `Request_UnsupportedQuery` for a property that is not in `sortable`.
 */
export function orderOf<Row>(
  rows: readonly Row[],
  orderBy: readonly OrderBy[],
  read: ReadProperty<Row>,
  sortable: readonly string[],
): readonly number[] {
  for (const { property } of orderBy) if (!sortable.includes(property)) throw sortingNotSupported();
  const name = orderBy.map(({ property, isDescending }) => `${property}:${isDescending}`).join();
  let orders = knownOrders.get(rows);
  if (!orders) knownOrders.set(rows, (orders = new Map<string, readonly number[]>()));
  let order = orders.get(name);
  if (!order) orders.set(name, (order = sortPlaces(rows, orderBy, read)));
  return order;
}

/** Inferred: that every refusal to sort has this text. */
export function sortingNotSupported(): Error {
  return unsupportedQuery('Sorting not supported for current query.');
}

function sortPlaces<Row>(
  rows: readonly Row[],
  orderBy: readonly OrderBy[],
  read: ReadProperty<Row>,
): number[] {
  const columns = orderBy.map(({ property, isDescending }) => ({
    keys: rows.map((row) => keyOf(read(row, property))),
    sign: isDescending ? -1 : 1,
  }));
  return rows
    .map((_, place) => place)
    .sort((left, right) => {
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
