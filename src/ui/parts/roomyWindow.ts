import { useSyncExternalStore } from 'react';

const query = '(min-width: 640px) and (min-height: 480px)';

/**
 * Media query for windows in which a page is as high as its frame and only its list scrolls. In others, such as phones,
 * low windows and at 400 % zoom, the page scrolls as a whole.
 */
export const roomyWindow = `@media ${query}`;

/** Returns whether the window matches `roomyWindow`. */
export function useIsRoomy(): boolean {
  return useSyncExternalStore(subscribe, isRoomy, () => true);
}

function isRoomy(): boolean {
  return window.matchMedia(query).matches;
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
