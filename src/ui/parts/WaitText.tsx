import type { ReactNode } from 'react';
import { useMessages } from '../messages/MessagesContext';
import { useLateness } from './Loading';
import { useIsOffline } from './useIsOffline';

/** Text of something that is waited for. */
interface WaitTextProps {
  /** Alone for the first two seconds. */
  readonly early: string;
  /** Names it in words that follow "waiting for". */
  readonly what: string;
}

/**
 * Text beside a spinner, or in place of results that are on their way: names what is long in coming, with the time since when.
 * Draw it only while something is waited for.
 */
export function WaitText({ early, what }: WaitTextProps): ReactNode {
  const { common, format } = useMessages();
  const { began, isLate } = useLateness();
  const isOffline = useIsOffline();
  if (!isLate && !isOffline) return early;
  const line = `${early} ${common.stillWaiting(what, format.time(began))}`;
  return isOffline ? `${line} ${common.offline}` : line;
}
