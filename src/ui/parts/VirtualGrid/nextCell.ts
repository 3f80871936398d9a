import type { CellPosition } from './VirtualGrid.types';

/** What a key press says, as far as moving goes. */
interface MoveKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** How far a grid reaches. */
export interface GridSize {
  /** Heading included. */
  readonly rows: number;
  readonly columns: number;
  /** Rows that one page of the keyboard moves over. */
  readonly pageRows: number;
}

/** Where a key leads from a cell (ARIA Authoring Practices: grid); undefined for keys that do not move. */
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
      // A page up from the first rows stays among the rows; the heading is one more step away.
      return to(row > 1 ? Math.max(row - size.pageRows, 1) : 0, column);
    case 'Home':
      return ctrlKey ? to(0, 0) : to(row, 0);
    case 'End':
      return ctrlKey ? to(lastRow, lastColumn) : to(row, lastColumn);
    default:
      return undefined;
  }
}
