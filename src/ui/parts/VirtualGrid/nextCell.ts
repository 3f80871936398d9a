import type { GridSize } from './useGridFocus';
import type { CellPosition } from './VirtualGrid.types';

/** Key press that can move the focus. */
interface MoveKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Returns the cell to which a key moves (ARIA Authoring Practices: grid); undefined for other keys. Page Up and Page
 * Down move by `pageRows`.
 */
export function nextCell(
  from: CellPosition,
  { key, ctrlKey }: MoveKey,
  { firstRow, lastRow, headColumns, columns }: GridSize,
  pageRows: number,
): CellPosition | undefined {
  const { row, column } = from;
  const to = (nextRow: number, nextColumn: number): CellPosition => {
    const reached = Math.min(Math.max(nextRow, firstRow), lastRow);
    const lastColumn = (reached === 0 ? headColumns : columns) - 1;
    return { row: reached, column: Math.min(Math.max(nextColumn, 0), lastColumn) };
  };
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
      return to(row + pageRows, column);
    case 'PageUp':
      // Page Up from the first rows stops at the first row; the header is one more step.
      return to(row > 1 ? Math.max(row - pageRows, 1) : 0, column);
    case 'Home':
      return ctrlKey ? to(firstRow, 0) : to(row, 0);
    case 'End':
      return ctrlKey ? to(lastRow, columns - 1) : to(row, columns - 1);
    default:
      return undefined;
  }
}
