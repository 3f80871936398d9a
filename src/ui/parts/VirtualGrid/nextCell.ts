import type { CellPosition } from './VirtualGrid.types';

/** Key press that can move the focus. */
interface MoveKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** Size of a grid. */
export interface GridSize {
  /** Includes the header. */
  readonly rows: number;
  readonly columns: number;
  /** Rows that Page Up and Page Down move by. */
  readonly pageRows: number;
}

/** Returns the cell to which a key moves (ARIA Authoring Practices: grid); undefined for other keys. */
export function nextCell(
  from: CellPosition,
  { key, ctrlKey }: MoveKey,
  size: GridSize,
): CellPosition | undefined {
  const { row, column } = from;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const to = (nextRow: number, nextColumn: number): CellPosition => ({
    row: Math.min(Math.max(nextRow, 0), lastRow),
    column: Math.min(Math.max(nextColumn, 0), lastColumn),
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'PageDown':
      return to(row + size.pageRows, column);
    case 'PageUp':
      // Page Up from the first rows stops at the first row; the header is one more step.
      return to(row > 1 ? Math.max(row - size.pageRows, 1) : 0, column);
    case 'Home':
      return ctrlKey ? to(0, 0) : to(row, 0);
    case 'End':
      return ctrlKey ? to(lastRow, lastColumn) : to(row, lastColumn);
    default:
      return undefined;
  }
}
