import type { ReactNode } from 'react';

/** Column of a grid. Only columns of `SortId` can be sorted, so that each of them has an order. */
export type GridColumn<Row, SortId extends string = string> = ColumnContent<Row> &
  ({ readonly id: SortId; readonly isSortable: true } | { readonly id: string; readonly isSortable?: false });

interface ColumnContent<Row> {
  /** Header; also the label of the value in narrow grids. */
  readonly header: string;
  /** CSS grid track, such as `minmax(0, 2fr)`. */
  readonly width: string;
  readonly render: (row: Row) => ReactNode;
  /** Takes a whole line in narrow grids. Default is half a line. */
  readonly isWideWhenNarrow?: boolean;
  /** Shows its header as a label in narrow grids. Default is false. */
  readonly isLabelledWhenNarrow?: boolean;
  /** Width of the grid under which the column is left out, in pixels. Default shows it at any width. */
  readonly hiddenBelow?: number;
}

/** Sorted column. */
export interface GridSort<SortId extends string = string> {
  readonly columnId: SortId;
  readonly isDescending: boolean;
}

/** Selected rows by key. */
export interface GridSelection {
  readonly selected: Pick<ReadonlySet<string>, 'has' | 'size'>;
  /** Number of selected rows. Default counts them. */
  readonly count?: number | undefined;
  /** Called with the keys of rows that are selected or cleared; `all` stands for all rows. */
  readonly onChange: (keys: readonly string[] | 'all', isOn: boolean) => void;
}

/** Position of a cell. Row 0 is the header. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Props of a virtual grid. */
export interface VirtualGridProps<Row, SortId extends string = string> {
  /** Accessible name. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row, SortId>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Accessible name of a row's checkbox; used only with `selection`. */
  readonly selectLabelOf?: (row: Row) => string;
  /** Accessible name of the checkbox for all rows; needed with `selection`. */
  readonly selectAllLabel?: string;
  readonly selection?: GridSelection;
  readonly sort?: GridSort<SortId> | undefined;
  readonly onSort?: (sort: GridSort<SortId>) => void;
  /** Total number of rows, loaded or not; -1 if unknown. Default is the number of `rows`. */
  readonly totalRows?: number;
  /**
   * Element that scrolls the rows. `fill`: the grid itself, which takes the rest of its parent, a flex column of a fixed height.
   * `page`: the pane, dialog or page around it, on phones and in low windows too (`useIsRoomy`). Default is `page`.
   */
  readonly layout?: 'fill' | 'page';
  /** Leaves out the header. Only for a single column whose name says nothing. Default is false. */
  readonly isHeadless?: boolean;
  /** True for a row that is the head of those below it: it stays at the top while they scroll. Only without a header. */
  readonly isSection?: (row: Row) => boolean;
  /** Name of a row, to which typed letters move the focus. */
  readonly nameOf?: (row: Row) => string;
  /** Deletes a row; called for the key Delete. The caller announces it. The focus moves to the next row. */
  readonly onDelete?: (row: Row) => void;
}
