import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { reloadWhenOnline } from './loadWhenOnline';
import { useIsOffline } from './useIsOffline';

interface ReloadButtonProps {
  readonly appearance?: 'primary';
  /** Default reloads the page. */
  readonly reload?: () => void;
}

/** Reloads the app. When offline, says so and reloads as soon as there is a connection. */
export function ReloadButton({ appearance, reload }: ReloadButtonProps) {
  const { common, shell } = useCriticalMessages();
  const isOffline = useIsOffline();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <Button
        appearance={appearance}
        onClick={() => {
          setIsAsked(true);
          void reloadWhenOnline(reload);
        }}
      >
        {shell.reload}
      </Button>
      <span role="status">{isAsked && isOffline && common.offline}</span>
    </>
  );
}
