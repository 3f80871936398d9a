import { useCallback, useEffect, useRef, type RefObject } from 'react';

/** Way to give the focus on when the line with the pressed button is gone. */
interface FocusAfterRemoval {
  /** The section with one heading and one grid. */
  readonly section: RefObject<HTMLElement | null>;
  /** To be called with the row, from 0, whose button was pressed. */
  readonly willRemove: (row: number) => void;
}

/** Gives the focus to the line that took the place of the removed one, and to the heading where none is left. */
export function useFocusAfterRemoval(rows: readonly unknown[]): FocusAfterRemoval {
  const section = useRef<HTMLElement>(null);
  const removedAt = useRef<number>(undefined);
  useEffect(() => {
    if (removedAt.current === undefined) return;
    const row = Math.min(removedAt.current + 1, rows.length);
    removedAt.current = undefined;
    // A person who has moved on, or is still in the line, is left there.
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const next = section.current?.querySelector<HTMLElement>(`[data-cell="${row}:0"] button`);
    (next ?? section.current?.querySelector<HTMLElement>('h3'))?.focus();
  }, [rows]);
  const willRemove = useCallback((row: number) => {
    removedAt.current = row;
  }, []);
  return { section, willRemove };
}
