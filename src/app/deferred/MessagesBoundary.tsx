import { use } from 'react';
import type { ReactNode } from 'react';
import { MessagesContext } from '../../ui/messages/MessagesContext';
import { useStartMessages } from '../../ui/messages/StartMessagesContext';
import { wordStore } from './messageCache';

/** Around what needs more words than the start does; waits for them behind the nearest Suspense. */
export function AllMessages({ children }: { readonly children: ReactNode }) {
  const { locale } = useStartMessages().format;
  return (
    <MessagesContext value={wordStore.now(locale) ?? use(wordStore.soon(locale))}>{children}</MessagesContext>
  );
}
