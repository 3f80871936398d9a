import { useSyncExternalStore } from 'react';

/** Media query for phones: the commands are at the bottom, and the list shows cards. */
export const phone = '@media (max-width: 639px)';

/** Media query for a phone that is high enough for a bar that stays at its bottom, unlike a window at 400 % zoom. */
export const tallPhone = '@media (max-width: 639px) and (min-height: 480px)';

const compactWindow = '(max-width: 999px)';

/** Media query for windows in which the commands have no room for all their words beside the tabs. */
export const compact = `@media ${compactWindow}`;

/** Media query for these windows without phones. */
export const compactTable = `@media (min-width: 640px) and ${compactWindow}`;

/** Media query for screens that are used with a finger. */
export const touch = '@media (pointer: coarse)';

/** Returns whether the window is `compact`. */
export function useIsCompact(): boolean {
  return useSyncExternalStore(subscribe, isCompact, () => false);
}

function isCompact(): boolean {
  return window.matchMedia(compactWindow).matches;
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(compactWindow);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
