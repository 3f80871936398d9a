import { forEachInSteps, runInSlices, runToEnd, type Steps } from '../../../base/async/inSlices';
import { sortInSlices } from '../../../base/async/sortInSlices';
import type { GridSort } from '../VirtualGrid/VirtualGrid.types';
import type { HolderRow, HolderColumnId } from './HolderGrid.types';

/** Order of rows. */
export interface HolderOrder {
  readonly sort: GridSort<HolderColumnId>;
  readonly locale: string;
  readonly textOf: (row: HolderRow, id: HolderColumnId) => string;
}

/** A row with the texts to compare, made once: making them in each comparison is slow. */
interface Comparable {
  readonly row: HolderRow;
  readonly text: string;
  readonly name: string;
}

/** Sorts rows by a column, and by name within it. */
export function sortHolders(rows: readonly HolderRow[], order: HolderOrder): readonly HolderRow[] {
  return runToEnd(comparables(rows, order))
    .sort(makeComparator(order))
    .map(({ row }) => row);
}

/** Sorts many rows in slices; awaits `pause` between them. Rejects if aborted. */
export async function sortManyHolders(
  rows: readonly HolderRow[],
  order: HolderOrder,
  pause: () => Promise<void> | undefined,
  signal: AbortSignal,
): Promise<readonly HolderRow[]> {
  const texts = await runInSlices(comparables(rows, order), pause, signal);
  const sorted = await sortInSlices(texts, makeComparator(order), pause, signal);
  return sorted.map(({ row }) => row);
}

function* comparables(rows: readonly HolderRow[], { sort, textOf }: HolderOrder): Steps<Comparable[]> {
  const made: Comparable[] = [];
  yield* forEachInSteps(rows, (row) =>
    made.push({ row, text: textOf(row, sort.columnId), name: row.holder.user.displayName }),
  );
  return made;
}

function makeComparator({ sort, locale }: HolderOrder): (a: Comparable, b: Comparable) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = sort.isDescending ? -1 : 1;
  return (a, b) => (a.text === b.text ? 0 : sign * compare(a.text, b.text)) || compare(a.name, b.name);
}
