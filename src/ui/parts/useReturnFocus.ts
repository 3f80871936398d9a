import { useEffect, useState } from 'react';

/** Openers of the dialogs and panes that are open, the first one first. */
const openers: (Element | null)[] = [];

/**
 * Restores the focus when a dialog or pane closes: to the element that had it before, or to what opened the pane that this
 * one took the place of, else to the dialog or pane below, else to the page's heading. Otherwise the content behind
 * stays hidden from screen readers: Fluent unhides it only when the focus enters it.
 */
export function useReturnFocus(): void {
  const [earlier] = useState(() => [document.activeElement, ...openers.toReversed()]);
  useEffect(() => {
    const [opener = null] = earlier;
    openers.push(opener);
    return () => {
      openers.splice(openers.lastIndexOf(opener), 1);
      // In document order: the last opened comes last.
      const below = [...document.querySelectorAll<HTMLElement>('main, main h1, [aria-modal=true]')].at(-1);
      const isReachable = (element: Element): boolean =>
        element === opener || !below?.matches('[aria-modal=true]') || below.contains(element);
      const target = earlier.find(
        (each): each is HTMLElement =>
          each instanceof HTMLElement && each.isConnected && each !== document.body && isReachable(each),
      );
      (target ?? below)?.focus();
    };
  }, [earlier]);
}
