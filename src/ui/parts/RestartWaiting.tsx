import { Button } from '@fluentui/react-components';
import { QueryClientContext } from '@tanstack/react-query';
import { use } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';

/** Props of the button. */
export interface RestartWaitingProps {
  /** Default reads again what hasn't come. */
  readonly onRetry: (() => void) | undefined;
}

/** **Try again** beside a long wait. */
export function RestartWaiting({ onRetry }: RestartWaitingProps) {
  const { common } = useCriticalMessages();
  const client = use(QueryClientContext);
  const retry = onRetry ?? (client && (() => restart(client)));
  return (
    retry && (
      <Button size="small" onClick={retry}>
        {common.tryAgain}
      </Button>
    )
  );
}

/** Drops reads that have brought nothing yet, and begins them again. */
function restart(client: QueryClient): void {
  void client.resetQueries({
    type: 'active',
    predicate: ({ state }) => state.data === undefined && state.fetchStatus === 'fetching',
  });
}
