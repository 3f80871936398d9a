import { useLayoutEffect, type FocusEvent, type RefObject } from 'react';
import { cellOf, keepOneTabStop, setTabbable } from './cellControls';

interface TabStopHandlers {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Makes a grid one stop of the Tab key, whatever its cells render (ARIA Authoring Practices: grid). The controls of a
 * cell join the order while one of them has the focus.
 */
export function useOneTabStop(grid: RefObject<HTMLElement | null>): TabStopHandlers {
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return undefined;
    keepOneTabStop(element);
    const observer = new MutationObserver((changes) => {
      if (changes.some(({ addedNodes }) => addedNodes.length > 0)) keepOneTabStop(element);
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [grid]);
  return {
    onFocus({ target }) {
      const cell = cellOf(target);
      if (cell && cell !== target) setTabbable(cell, true);
    },
    onBlur({ target, relatedTarget }) {
      const cell = cellOf(target);
      if (cell && (cell === relatedTarget || !cell.contains(relatedTarget))) setTabbable(cell, false);
    },
  };
}
