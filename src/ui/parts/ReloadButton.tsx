import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { reloadWhenOnline } from './loadWhenOnline';
import { useIsOffline } from './useIsOffline';

interface ReloadButtonProps {
  readonly appearance?: 'primary';
  /** Default loads the page again. */
  readonly reload?: () => void;
}

/** Loads the app again; without a connection, as soon as there is one, which it says. */
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
