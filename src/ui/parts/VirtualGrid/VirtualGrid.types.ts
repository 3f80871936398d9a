import type { ReactNode } from 'react';

/** One column of a grid. Only the columns of `SortId` can be sorted by, so that each of them has an order. */
export type GridColumn<Row, SortId extends string = string> = ColumnContent<Row> &
  ({ readonly id: SortId; readonly isSortable: true } | { readonly id: string; readonly isSortable?: false });

interface ColumnContent<Row> {
  /** Heading; also the label of the value where the grid is too narrow for headings. */
  readonly header: string;
  /** CSS grid track, such as `minmax(0, 2fr)`. */
  readonly width: string;
  readonly render: (row: Row) => ReactNode;
  /** Takes a whole line where the grid is narrow. Default is half of one. */
  readonly isWideWhenNarrow?: boolean;
  /** Says its heading where the grid is narrow. Default is false, for values that speak for themselves. */
  readonly isLabelledWhenNarrow?: boolean;
}

/** By which column rows are sorted. */
export interface GridSort<SortId extends string = string> {
  readonly columnId: SortId;
  readonly isDescending: boolean;
}

/** Which rows are chosen, by key. */
export interface GridSelection {
  readonly selected: Pick<ReadonlySet<string>, 'has' | 'size'>;
  /** Number of the rows that are chosen. Default is that they are counted. */
  readonly count?: number | undefined;
  /** Called with the keys of rows that are turned on or off; `all` are all rows. */
  readonly onChange: (keys: readonly string[] | 'all', isOn: boolean) => void;
}

/** A cell by its place: row 0 is the heading, column 0 the first one drawn. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Options of a grid that draws only what is in view. */
export interface VirtualGridProps<Row, SortId extends string = string> {
  /** Accessible name. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row, SortId>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Accessible name of a row's checkbox; asked for only with `selection`. */
  readonly selectLabelOf?: (row: Row) => string;
  /** Accessible name of the checkbox for all rows; needed with `selection`. */
  readonly selectAllLabel?: string;
  readonly selection?: GridSelection;
  readonly sort?: GridSort<SortId> | undefined;
  readonly onSort?: (sort: GridSort<SortId>) => void;
  /** Number of rows in all, loaded or not. Default is the number of `rows`; -1 where nobody knows. */
  readonly totalRows?: number;
  /**
   * CSS height that the rows may take before they scroll; `none` in a pane or dialog, which scrolls them with all that
   * stands around them. Default fills most of the window.
   */
  readonly maxHeight?: string;
}
