import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { VirtualGrid } from '../VirtualGrid/VirtualGrid';
import type { GridSelection, GridSort } from '../VirtualGrid/VirtualGrid.types';
import type { UserPrincipal } from '../../../base/principal';
import type { ProductState } from '../../../licensing/product';
import type { HolderRow, HolderColumnId } from './HolderGrid.types';
import { sortHolders, sortManyHolders, type HolderOrder } from './sortHolders';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { useServices } from '../../services';
import { useIsRoomy } from '../roomyWindow';
import type { HolderTexts } from './holderTexts';
import { useHolderColumns } from './useHolderColumns';

interface HolderGridProps {
  /** Accessible name. */
  readonly label: string;
  readonly rows: readonly HolderRow[];
  readonly texts: HolderTexts;
  /** Columns to show in a wide window. */
  readonly shown: readonly HolderColumnId[];
  readonly planNameOf: (planId: string) => string;
  /** Undefined if nothing can be selected. */
  readonly selection: GridSelection | undefined;
  readonly sort: GridSort<HolderColumnId> | undefined;
  readonly onSort: (sort: GridSort<HolderColumnId>) => void;
  /** State of the product: no license works if it's disabled. */
  readonly productState: ProductState;
  /** True if Microsoft 365 doesn't show all changes of the product yet. */
  readonly isUpdating: boolean;
  /** Number of rows when all are loaded; -1 if unknown. */
  readonly totalRows: number;
  /** Opens the pane of a user. Must be the same function between renders. */
  readonly onOpenPerson: (person: UserPrincipal) => void;
}

/** Users who have a product: path, date, and what isn't as usual, such as an issue or apps that are off. */
export function HolderGrid(props: HolderGridProps): ReactNode {
  const { label, rows, texts, shown, planNameOf, selection, sort, onSort, totalRows } = props;
  const { productState, isUpdating, onOpenPerson } = props;
  const { product: words, format } = useMessages();
  const columns = useHolderColumns({
    texts,
    shown,
    planNameOf,
    productState,
    isUpdating,
    sortedBy: sort?.columnId,
    onOpenPerson,
  });
  const isRoomy = useIsRoomy();
  const sorted = useSortedHolders(rows, sort, format.locale, texts.sortTextOf);
  return (
    <VirtualGrid
      label={label}
      columns={columns}
      rows={sorted}
      keyOf={keyOf}
      selectLabelOf={(row) => words.selectRow(row.holder.user.displayName)}
      selectAllLabel={words.selectAllRows}
      {...(selection && { selection })}
      sort={sort}
      onSort={onSort}
      totalRows={totalRows}
      layout={isRoomy ? 'fill' : 'page'}
      nameOf={nameOf}
    />
  );
}

function keyOf({ holder }: HolderRow): string {
  return holder.user.id;
}

function nameOf({ holder }: HolderRow): string {
  return holder.user.displayName;
}

/** Maximum number of rows sorted during the render, which takes a few milliseconds. */
const maxUnsliced = 2_000;

/** Input of a sort. */
interface Sorting {
  readonly rows: readonly HolderRow[];
  readonly order: HolderOrder;
}

/**
 * Sorts rows by a column; undefined keeps the order of the service. Many rows are sorted in time slices and shown
 * unsorted until then.
 */
function useSortedHolders(
  rows: readonly HolderRow[],
  sort: GridSort<HolderColumnId> | undefined,
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
    // While pages arrive, a running sort goes on; the new rows are sorted after it.
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
      // Aborted.
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

/** True if `all` starts with the rows of `part`. Lists grow at the end. */
function isBeginning(part: readonly HolderRow[], all: readonly HolderRow[]): boolean {
  const last = part.length - 1;
  return last < all.length && part[0] === all[0] && part[last] === all[last];
}
