import { useEffect, useState } from 'react';

/**
 * Remembers what has the focus when a dialog or pane appears, and gives the focus back there when it is gone;
 * where that is gone too, the page's heading takes it. Without this the page behind stays hidden from screen readers:
 * Fluent shows it again only when the focus enters it.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
      const main = document.querySelector<HTMLElement>('main');
      const target = isThere ? opener : (main?.querySelector<HTMLElement>('h1') ?? main);
      target?.focus();
    },
    [opener],
  );
}
