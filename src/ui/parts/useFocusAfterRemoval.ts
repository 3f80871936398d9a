import { useCallback, useEffect, useRef, type RefObject } from 'react';

/** Moves the focus when a row is removed. */
interface FocusAfterRemoval {
  /** The section with the heading and the grid. */
  readonly section: RefObject<HTMLElement | null>;
  /** Call it with the index of the row before it's removed. */
  readonly willRemove: (row: number) => void;
}

/** Moves the focus to the row after the removed one, or to the heading if none is left. */
export function useFocusAfterRemoval(rows: readonly unknown[]): FocusAfterRemoval {
  const section = useRef<HTMLElement>(null);
  const removedAt = useRef<number>(undefined);
  useEffect(() => {
    if (removedAt.current === undefined) return;
    const row = Math.min(removedAt.current + 1, rows.length);
    removedAt.current = undefined;
    // Keeps a focus that is elsewhere, or still in the row.
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const next = section.current?.querySelector<HTMLElement>(`[data-cell="${row}:0"] button`);
    (next ?? section.current?.querySelector<HTMLElement>('h3'))?.focus();
  }, [rows]);
  const willRemove = useCallback((row: number) => {
    removedAt.current = row;
  }, []);
  return { section, willRemove };
}
