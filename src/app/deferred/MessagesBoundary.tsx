import { use } from 'react';
import type { ReactNode } from 'react';
import { MessagesContext } from '../../ui/messages/MessagesContext';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { messageCache } from './messageCache';

/** Provides its children with all messages; the nearest Suspense shows its fallback until they are loaded. */
export function MessagesBoundary({ children }: { readonly children: ReactNode }) {
  const { locale } = useCriticalMessages().format;
  return (
    <MessagesContext value={messageCache.getSync(locale) ?? use(messageCache.get(locale))}>
      {children}
    </MessagesContext>
  );
}
