import { useCallback, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { pathsText } from '../SeatPathText';
import { VirtualGrid } from '../VirtualGrid/VirtualGrid';
import type { GridSelection, GridSort } from '../VirtualGrid/VirtualGrid.types';
import type { ProductState } from '../../../licensing/product';
import type { HolderRow } from './HolderGrid.types';
import { seatStateText } from './HolderStateText';
import type { HolderSortId } from './sortHolders';
import { useHolderColumns } from './useHolderColumns';
import { useSortedHolders } from './useSortedHolders';

/** Who is listed, and what happens on choosing and scrolling. */
interface HolderGridProps {
  /** Accessible name. */
  readonly label: string;
  readonly rows: readonly HolderRow[];
  readonly planNameOf: (planId: string) => string;
  readonly selection: GridSelection;
  readonly sort: GridSort<HolderSortId> | undefined;
  readonly onSort: (sort: GridSort<HolderSortId>) => void;
  /** State of the product: no seat works in a product that is disabled. */
  readonly productState: ProductState;
  /** Microsoft 365 does not show all changes of the product yet. */
  readonly isUpdating: boolean;
  /** Number of rows once all are read; -1 where that is not known yet. */
  readonly totalRows: number;
}

/** People who hold a product: path, state, issue, since when, apps switched off. */
export function HolderGrid(props: HolderGridProps): ReactNode {
  const { label, rows, planNameOf, selection, sort, onSort, totalRows } = props;
  const { productState, isUpdating } = props;
  const messages = useMessages();
  const { product: words, format } = messages;
  const columns = useHolderColumns(planNameOf, productState, isUpdating);
  const textOf = useCallback(
    ({ holder, summary }: HolderRow, id: HolderSortId): string => {
      switch (id) {
        case 'user':
          return holder.user.displayName;
        case 'path':
          return pathsText(summary.paths, messages);
        case 'state':
          return `${seatStateText(summary, productState, messages)} ${summary.issue ? words.issue[summary.issue] : ''}`;
        case 'since':
          return summary.since ?? '';
      }
    },
    [messages, words, productState],
  );
  const sorted = useSortedHolders(rows, sort, format.locale, textOf);
  return (
    <VirtualGrid
      label={label}
      columns={columns}
      rows={sorted}
      keyOf={keyOf}
      selectLabelOf={(row) => words.selectRow(row.holder.user.displayName)}
      selectAllLabel={words.selectAllRows}
      selection={selection}
      sort={sort}
      onSort={onSort}
      totalRows={totalRows}
      maxHeight="none"
    />
  );
}

function keyOf({ holder }: HolderRow): string {
  return holder.user.id;
}
