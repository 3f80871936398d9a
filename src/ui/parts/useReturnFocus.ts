import { useEffect, useState } from 'react';

/**
 * Restores the focus when a dialog or pane closes: to the element that had it before, else to the dialog or pane
 * below, else to the page's heading. Otherwise the content behind stays hidden from screen readers: Fluent unhides it
 * only when the focus enters it.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
      // In document order: the last opened comes last.
      const below = document.querySelectorAll<HTMLElement>('main, main h1, [aria-modal=true]');
      const target = isThere ? opener : below[below.length - 1];
      target?.focus();
    },
    [opener],
  );
}
