import { useEffect } from 'react';
import { useMessages } from '../messages/MessagesContext';

/** Names the page in the browser's title while the caller is on screen. */
export function useDocumentTitle(page: string): void {
  const { common } = useMessages();
  useEffect(() => {
    document.title = common.titled(page);
  }, [common, page]);
}
