import { useSyncExternalStore } from 'react';

/** Width below which tables become cards and panes fill the screen, in CSS pixels. */
const narrowBelow = 640;

/** Returns whether the window is as narrow as a phone. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow, () => false);
}

function query(): MediaQueryList {
  return window.matchMedia(`(max-width: ${narrowBelow - 1}px)`);
}

function isNarrow(): boolean {
  return query().matches;
}

function subscribe(listener: () => void): () => void {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
