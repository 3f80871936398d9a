import { useEffect, useState } from 'react';

/**
 * Remembers what has the focus when a dialog or pane appears, and gives the focus back there when it is gone;
 * where that is gone too, the dialog or pane below takes it, or the page's heading. Without this what is behind stays hidden
 * from screen readers: Fluent shows it again only when the focus enters it, and hides a pane when the focus goes elsewhere.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
      // In the order of the document: what opens later stands further down.
      const below = document.querySelectorAll<HTMLElement>('main, main h1, [aria-modal=true]');
      const target = isThere ? opener : below[below.length - 1];
      target?.focus();
    },
    [opener],
  );
}
