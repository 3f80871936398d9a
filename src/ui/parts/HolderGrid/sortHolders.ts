import type { GridSort } from '../VirtualGrid/VirtualGrid.types';
import type { HolderRow } from './HolderGrid.types';

/** Columns of holders that can be sorted. */
export type HolderSortId = 'user' | 'path' | 'state' | 'since';

/** Sorts rows by a column, by name within it; undefined keeps the order of the service. */
export function sortHolders(
  rows: readonly HolderRow[],
  sort: GridSort | undefined,
  locale: string,
  textOf: (row: HolderRow, id: HolderSortId) => string,
): readonly HolderRow[] {
  if (!sort) return rows;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = sort.isDescending ? -1 : 1;
  // The texts are made once a row: making them in each comparison is slow for many rows.
  return rows
    .map((row) => ({
      row,
      text: textOf(row, sort.columnId as HolderSortId),
      name: row.holder.user.displayName,
    }))
    .sort((a, b) => sign * compare(a.text, b.text) || compare(a.name, b.name))
    .map(({ row }) => row);
}
