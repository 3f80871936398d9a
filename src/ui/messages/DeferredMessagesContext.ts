import { createContext } from 'react';
import type { ReactNode } from 'react';

/**
 * Hands all words to what it is given, which waits for them behind the nearest Suspense. Set by `app/` for a page that makes
 * do with the words of the start; elsewhere all words are there.
 */
export const DeferredMessagesContext = createContext<(children: ReactNode) => ReactNode>(
  (children) => children,
);
