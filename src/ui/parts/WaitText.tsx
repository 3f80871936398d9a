import type { ReactNode } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { useServices } from '../services';
import { useWaitLine } from './Loading';

interface WaitTextProps {
  /** Shown alone for the first two seconds. */
  readonly early: string;
  /** Text after "waiting for". */
  readonly what: string;
}

/**
 * Text of a spinner. If it takes long, adds what is loading, since when and why. Render it only while something is
 * loading.
 */
export function WaitText({ early, what }: WaitTextProps): ReactNode {
  const line = useWaitLine(what);
  return line === undefined ? early : `${early} ${line}`;
}

/** Says that an action waits for the person's roles; nothing once they are known. */
export function RolesWait(): ReactNode {
  const { common } = useCriticalMessages();
  // Sign-in alone gives only the name.
  const isWaiting = useServices().me.user.isNameOnly === true;
  return (
    isWaiting && (
      <span role="status">
        <WaitText early={common.loading} what={common.waits.roles} />
      </span>
    )
  );
}
