import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { cellOf } from './cellControls';
import type { CellPosition } from './VirtualGrid.types';

/** Cells that the focus can reach. */
export interface GridSize {
  /** 0 with a header, 1 without. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Number of columns of the header, which is less than that of the rows while these are cards. */
  readonly headColumns: number;
  readonly columns: number;
}

/** Keyboard focus of a grid. */
interface GridFocus {
  /** The only cell in the tab order. */
  readonly active: CellPosition;
  /** Moves the focus to a cell and scrolls it into view. */
  readonly moveTo: (cell: CellPosition) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

/**
 * Roving tabindex: Tab reaches one cell, and `moveTo` the others. `scrollToRow` is called with the row's index before it
 * gets the focus. A focus that is lost because its row was removed moves to the row in its place.
 */
export function useGridFocus(
  grid: RefObject<HTMLElement | null>,
  size: GridSize,
  keys: readonly string[],
  scrollToRow: (row: number) => void,
): GridFocus {
  const { firstRow, lastRow, headColumns, columns } = size;
  const [position, setPosition] = useState<CellPosition>({ row: Math.min(1, lastRow), column: 0 });
  const isMoving = useRef(false);
  const focused = useRef<Element>(undefined);
  // The focused row can be removed, e.g. by a filter, and a column can be hidden.
  const row = Math.max(Math.min(position.row, lastRow), firstRow);
  const column = Math.min(position.column, (row === 0 ? headColumns : columns) - 1);

  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    focusCell(grid.current, { row, column });
    // `position`: a press of a key at the edge brings the cell back into view.
  }, [grid, position, row, column]);
  useLayoutEffect(() => {
    const lost = focused.current;
    if (!lost || lost.isConnected || document.activeElement !== document.body) return;
    focused.current = undefined;
    focusCell(grid.current, { row, column });
  }, [grid, keys, row, column]);

  return {
    active: { row, column },
    moveTo(cell) {
      // Above the first row is the header, which stays in view.
      scrollToRow(Math.max(cell.row - 1, 0));
      isMoving.current = true;
      setPosition(cell);
    },
    onFocus({ target }) {
      focused.current = target;
      const reached = positionOf(target);
      if (reached && (reached.row !== row || reached.column !== column)) setPosition(reached);
    },
    // Isn't called for an element that is removed.
    onBlur() {
      focused.current = undefined;
    },
  };
}

/** Focuses a cell, and brings its whole row into view in all that scrolls around it, below and above sticky bars. */
function focusCell(grid: HTMLElement | null, { row, column }: CellPosition): void {
  const cell = grid?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
  if (!cell) return;
  cell.focus({ preventScroll: true });
  // Not in the DOM of the unit tests.
  cell.closest('[role=row]')?.scrollIntoView?.({ block: 'nearest' });
}

function positionOf(target: Element): CellPosition | undefined {
  const [row, column] = (cellOf(target)?.getAttribute('data-cell') ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}
