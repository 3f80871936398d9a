import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { nextCell, type GridSize } from './nextCell';
import type { CellPosition } from './VirtualGrid.types';

/** What a grid needs for moving by keyboard. */
interface GridFocus {
  /** The one cell that Tab leads to. */
  readonly active: CellPosition;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * One cell of the grid is reached by Tab, the others from there by arrows, Page, Home and End.
 * `scrollToRow` is called with a row, counted from 0 without the heading, before it gets the focus.
 */
export function useGridFocus(
  grid: RefObject<HTMLElement | null>,
  size: GridSize,
  scrollToRow: (row: number) => void,
): GridFocus {
  const [place, setPlace] = useState<CellPosition>({ row: size.rows > 1 ? 1 : 0, column: 0 });
  const isMoving = useRef(false);
  // Rows can go away under the focus, by a filter for instance.
  const active = {
    row: Math.min(place.row, Math.max(size.rows - 1, 0)),
    column: Math.min(place.column, size.columns - 1),
  };

  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    cellAt(grid.current, place)?.focus({ preventScroll: true });
  }, [grid, place]);

  return {
    active,
    onKeyDown(event) {
      if (event.altKey || event.metaKey || event.defaultPrevented) return;
      if (event.key === 'Enter' && clickInside(event)) event.preventDefault();
      const next = nextCell(active, event, size);
      if (!next) return;
      event.preventDefault();
      if (next.row > 0) scrollToRow(next.row - 1);
      isMoving.current = true;
      setPlace(next);
    },
    onFocus(event) {
      const reached = placeOf(event.target);
      if (reached && !isSame(reached, place)) setPlace(reached);
    },
  };
}

function cellAt(grid: HTMLElement | null, { row, column }: CellPosition): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;
}

function placeOf(target: Element): CellPosition | undefined {
  const [row, column] = (target.closest('[data-cell]')?.getAttribute('data-cell') ?? '')
    .split(':')
    .map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}

function isSame(a: CellPosition, b: CellPosition): boolean {
  return a.row === b.row && a.column === b.column;
}

/** Enter on a cell presses the button or link inside it, which may give the focus to another one; the key ends with it. */
function clickInside(event: KeyboardEvent<HTMLElement>): boolean {
  const target = event.target as HTMLElement;
  if (target.getAttribute('role') !== 'gridcell') return false;
  if (!event.repeat) target.querySelector<HTMLElement>('button, a')?.click();
  return true;
}
