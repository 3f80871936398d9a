import { useEffect } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';

/** Names the page in the browser's title while the caller is on screen. */
export function useDocumentTitle(page: string): void {
  const { common } = useCriticalMessages();
  useEffect(() => {
    document.title = common.titled(page);
  }, [common, page]);
}
