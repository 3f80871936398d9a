import { use } from 'react';
import type { ReactNode } from 'react';
import { MessagesContext } from '../../ui/messages/MessagesContext';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { messageCache } from './messageCache';

/** Around what needs more words than the start does; waits for them behind the nearest Suspense. */
export function MessagesBoundary({ children }: { readonly children: ReactNode }) {
  const { locale } = useCriticalMessages().format;
  return (
    <MessagesContext value={messageCache.getSync(locale) ?? use(messageCache.get(locale))}>
      {children}
    </MessagesContext>
  );
}
