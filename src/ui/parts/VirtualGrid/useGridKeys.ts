import { useRef, type KeyboardEvent } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { cellOf, controlsIn, isField } from './cellControls';
import { findByLetters, typeLetter, type Typing } from './findByLetters';
import { nextCell } from './nextCell';
import type { GridSize } from './useGridFocus';
import type { GridSelectionApi } from './useGridSelection';
import type { CellPosition, VirtualGridProps } from './VirtualGrid.types';

/** Rows, cells and selection that the keys of a grid act on. */
interface GridKeys<Row> extends Pick<VirtualGridProps<Row>, 'rows' | 'nameOf' | 'onDelete'> {
  readonly active: CellPosition;
  readonly size: GridSize;
  /** Rows that Page Up and Page Down move by. */
  readonly pageRows: number;
  readonly moveTo: (cell: CellPosition) => void;
  /** Undefined in a grid without selection. */
  readonly selecting: GridSelectionApi | undefined;
}

/**
 * Handles the keys of a grid (ARIA Authoring Practices: grid). Enter and F2 step into a cell, Escape and F2 back out of
 * it; no key of the grid presses what is in a cell.
 */
export function useGridKeys<Row>(grid: GridKeys<Row>): (event: KeyboardEvent<HTMLElement>) => void {
  const { locale } = useMessages().format;
  const typing = useRef<Typing>(undefined);

  function findRow({ key, timeStamp }: KeyboardEvent): number | undefined {
    const { rows, nameOf, active } = grid;
    if (!nameOf) return undefined;
    typing.current = typeLetter(typing.current, key, timeStamp);
    return findByLetters(rows, nameOf, active.row - 1, typing.current.letters, locale);
  }

  return (event) => {
    const target = event.target as HTMLElement;
    // React passes on the keys of dialogs and menus that a cell opened.
    if (event.altKey || event.defaultPrevented || !event.currentTarget.contains(target)) return;
    const cell = cellOf(target);
    const isDone =
      cell && cell !== target
        ? pressInControl(event, cell, target)
        : (event.key === 'Enter' || event.key === 'F2') && cell !== null && stepInto(cell);
    if (isDone) return event.preventDefault();
    if (isField(target)) return;
    if (pressOnRow(event, grid) || move(event, grid)) return event.preventDefault();
    if (!isLetter(event)) return;
    const found = findRow(event);
    if (found === undefined) return;
    event.preventDefault();
    grid.moveTo({ row: found + 1, column: grid.active.column });
  };
}

/** A single character without Ctrl or Cmd. The space bar selects. */
function isLetter({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey;
}

/** Focuses the first control in a cell. Returns false if there is none. */
function stepInto(cell: HTMLElement): boolean {
  const [control] = controlsIn(cell);
  control?.focus();
  return control !== undefined;
}

/** Steps out of a cell, or to another control in it. */
function pressInControl({ key }: KeyboardEvent, cell: HTMLElement, target: HTMLElement): boolean {
  if (key === 'Escape' || key === 'F2') {
    cell.focus();
    return true;
  }
  if (isField(target) || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
  const all = controlsIn(cell);
  const next = all[all.indexOf(target) + (key === 'ArrowRight' ? 1 : -1)];
  next?.focus();
  return next !== undefined;
}

/** Selects or deletes. */
function pressOnRow<Row>(event: KeyboardEvent, grid: GridKeys<Row>): boolean {
  const { key, shiftKey, ctrlKey, metaKey, repeat } = event;
  const { active, rows, selecting, onDelete } = grid;
  const row = rows[active.row - 1];
  if (selecting && key === ' ' && active.row > 0 && isPlainCell(event.target)) {
    selecting.toggle(active.row - 1, shiftKey);
    return true;
  }
  if (selecting && (ctrlKey || metaKey) && key === 'a') {
    if (selecting.state !== 'all') selecting.toggleAll();
    return true;
  }
  // Backspace corrects letters that are typed to find a row.
  if (onDelete && key === 'Delete' && !(shiftKey || ctrlKey || metaKey) && row !== undefined) {
    // A key that is held deletes once.
    if (!repeat) onDelete(row);
    return true;
  }
  return false;
}

function isPlainCell(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && ['gridcell', 'rowheader'].includes(target.getAttribute('role') ?? '')
  );
}

/** Moves the focus, and with Shift the end of the selected range. */
function move<Row>(event: KeyboardEvent, grid: GridKeys<Row>): boolean {
  const { active, size, pageRows, moveTo, selecting } = grid;
  const next = event.metaKey ? undefined : nextCell(active, event, size, pageRows);
  if (!next) return false;
  if (event.shiftKey && selecting && active.row > 0 && next.row !== active.row) {
    // A range has no header, and stays in its column.
    const row = Math.max(next.row, 1);
    selecting.extend(active.row - 1, row - 1);
    moveTo({ row, column: active.column });
  } else {
    selecting?.endRange();
    moveTo(next);
  }
  return true;
}
