import { useEffect, useMemo, useRef, useState } from 'react';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { useServices } from '../../services';
import type { GridSort } from '../VirtualGrid/VirtualGrid.types';
import type { HolderRow } from './HolderGrid.types';
import { sortHolders, sortManyHolders, type HolderOrder, type HolderSortId } from './sortHolders';

/** Rows up to this number are sorted before they are drawn: that takes a few milliseconds. */
const maxUnsliced = 2_000;

/** Rows that were sorted or are being sorted, and how. */
interface Sorting {
  readonly rows: readonly HolderRow[];
  readonly order: HolderOrder;
}

/** Sorts rows by a column; undefined keeps the order of the service. Many rows are sorted in slices and shown as they are until then. */
export function useSortedHolders(
  rows: readonly HolderRow[],
  sort: GridSort<HolderSortId> | undefined,
  locale: string,
  textOf: HolderOrder['textOf'],
): readonly HolderRow[] {
  const { clock } = useServices();
  const order = useMemo(() => sort && { sort, locale, textOf }, [sort, locale, textOf]);
  const immediate = useMemo(() => {
    if (!order) return rows;
    return rows.length <= maxUnsliced ? sortHolders(rows, order) : undefined;
  }, [rows, order]);
  const [done, setDone] = useState<Sorting & { readonly sorted: readonly HolderRow[] }>();
  const running = useRef<(Sorting & { readonly left: AbortController }) | undefined>(undefined);

  useEffect(() => {
    const current = running.current;
    // Sorting again with each page of a list that is being read would never end; the rest is sorted afterwards.
    if (current && !immediate && current.order === order && isBeginning(current.rows, rows)) return;
    current?.left.abort();
    running.current = undefined;
    if (!order || immediate || (done?.rows === rows && done.order === order)) return;
    const left = new AbortController();
    running.current = { rows, order, left };
    sortManyHolders(rows, order, createTimeSlicer(clock), left.signal).then(
      (sorted) => {
        running.current = undefined;
        setDone({ rows, order, sorted });
      },
      // Left for another order, other rows, or another page.
      () => undefined,
    );
  }, [clock, rows, order, immediate, done]);
  useEffect(() => () => running.current?.left.abort(), []);

  return useMemo(() => {
    if (immediate) return immediate;
    if (!done || done.order !== order || !isBeginning(done.rows, rows)) return rows;
    return [...done.sorted, ...rows.slice(done.rows.length)];
  }, [immediate, done, order, rows]);
}

/** Tests that `all` begins with the same rows; a list that is read page by page grows at its end. */
function isBeginning(part: readonly HolderRow[], all: readonly HolderRow[]): boolean {
  const last = part.length - 1;
  return last < all.length && part[0] === all[0] && part[last] === all[last];
}
