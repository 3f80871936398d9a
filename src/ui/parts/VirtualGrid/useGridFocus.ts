import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { nextCell, type GridSize } from './nextCell';
import type { CellPosition } from './VirtualGrid.types';

/** Keyboard focus of a grid. */
interface GridFocus {
  /** The only cell in the tab order. */
  readonly active: CellPosition;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Roving tabindex: Tab reaches one cell; arrow keys, Page Up/Down, Home and End move from there. `scrollToRow` is
 * called with the row's index before it gets the focus.
 */
export function useGridFocus(
  grid: RefObject<HTMLElement | null>,
  size: GridSize,
  scrollToRow: (row: number) => void,
): GridFocus {
  const [position, setPosition] = useState<CellPosition>({ row: size.rows > 1 ? 1 : 0, column: 0 });
  const isMoving = useRef(false);
  // The focused row can be removed, e.g. by a filter.
  const active = {
    row: Math.min(position.row, Math.max(size.rows - 1, 0)),
    column: Math.min(position.column, size.columns - 1),
  };

  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    cellAt(grid.current, position)?.focus({ preventScroll: true });
  }, [grid, position]);

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
      setPosition(next);
    },
    onFocus(event) {
      const reached = positionOf(event.target);
      if (reached && !isSame(reached, position)) setPosition(reached);
    },
  };
}

function cellAt(grid: HTMLElement | null, { row, column }: CellPosition): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;
}

function positionOf(target: Element): CellPosition | undefined {
  const [row, column] = (target.closest('[data-cell]')?.getAttribute('data-cell') ?? '')
    .split(':')
    .map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}

function isSame(a: CellPosition, b: CellPosition): boolean {
  return a.row === b.row && a.column === b.column;
}

/** Clicks the button or link inside the cell. Returns true if the target is a cell. */
function clickInside(event: KeyboardEvent<HTMLElement>): boolean {
  const target = event.target as HTMLElement;
  if (target.getAttribute('role') !== 'gridcell') return false;
  if (!event.repeat) target.querySelector<HTMLElement>('button, a')?.click();
  return true;
}
