import { useEffect } from 'react';
import { useStartMessages } from '../messages/StartMessagesContext';

/** Names the page in the browser's title while the caller is on screen. */
export function useDocumentTitle(page: string): void {
  const { common } = useStartMessages();
  useEffect(() => {
    document.title = common.titled(page);
  }, [common, page]);
}
