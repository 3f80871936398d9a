import type { ReactNode } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { useServices } from '../services';
import { useWaitLine } from './Loading';

/** Text of something that is waited for. */
interface WaitTextProps {
  /** Alone for the first two seconds. */
  readonly early: string;
  /** Names it in words that follow "waiting for". */
  readonly what: string;
}

/**
 * Text beside a spinner, or in place of results that are on their way: names what is long in coming, with the time since when and the reason.
 * Draw it only while something is waited for.
 */
export function WaitText({ early, what }: WaitTextProps): ReactNode {
  const line = useWaitLine(what);
  return line === undefined ? early : `${early} ${line}`;
}

/** Says that a job was asked to go on and waits for the roles of the person; nothing once these are known. */
export function RolesWait(): ReactNode {
  const { common } = useCriticalMessages();
  // The sign-in gives the name and nothing else.
  const isWaiting = useServices().me.user.isNameOnly === true;
  return (
    isWaiting && (
      <span role="status">
        <WaitText early={common.loading} what={common.waits.roles} />
      </span>
    )
  );
}
