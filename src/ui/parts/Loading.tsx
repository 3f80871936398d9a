import { makeStyles, tokens } from '@fluentui/react-components';
import { use, useEffect, useState, useSyncExternalStore } from 'react';
import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';
import type { Trouble, TroubleState } from '../../base/createTrouble';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { ServicesContext } from '../services';
import { useIsOffline } from './useIsOffline';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    height: '44px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { '50%': { opacity: 0.55 } },
      animationDuration: '1.6s',
      animationIterationCount: 'infinite',
    },
  },
  words: visuallyHidden,
  late: { marginBottom: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
});

/** Thing that is waited for, in words that follow "waiting for", and since when by the wall clock. */
interface Late {
  readonly what: string;
  readonly since: number;
}

interface LoadingProps {
  /** Default is 6. */
  readonly rows?: number;
  /** Read out at once; default is "Loading…". */
  readonly label?: string;
  /** Named on the screen once it has taken two seconds; default is "this page". */
  readonly what?: string;
  /** Begin of the wait, by the wall clock in milliseconds; default is when it was first drawn. */
  readonly since?: number;
  /** Named on the screen at once, in place of `what`; `not-yet` names nothing. */
  readonly late?: Late | 'not-yet';
}

/**
 * Rows that stand for a list that is still read. A list that is long in coming is named, with the time since when, and the
 * reason where one is known.
 */
export function Loading({ rows = 6, label, what, since, late }: LoadingProps) {
  const styles = useStyles();
  const { common } = useCriticalMessages();
  const named = typeof late === 'object' ? late : undefined;
  const line = useWaitLine(named?.what ?? what ?? common.waits.page, named?.since ?? since);
  const shown = late === 'not-yet' ? undefined : line;
  return (
    <div>
      <div role="status" className={shown === undefined ? styles.words : styles.late}>
        {shown ?? label ?? common.loading}
      </div>
      <div className={styles.rows} aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles.row} />
        ))}
      </div>
    </div>
  );
}

const lateAfterInMs = 2_000;

/**
 * Returns the sentence on something that is long in coming, two seconds after `since` (default: when the caller was first
 * drawn), or at once without a connection; undefined before. `what` follows "waiting for". The first reason that is known
 * stays, so that the sentence doesn't change with each answer of the service.
 */
export function useWaitLine(what: string, since?: number): string | undefined {
  const { common, format } = useCriticalMessages();
  const services = use(ServicesContext);
  const clock: Clock = services?.clock ?? systemClock;
  const [drawnAt] = useState(() => clock.now());
  const began = since ?? drawnAt;
  const [isLate, setIsLate] = useState(() => clock.now() - began >= lateAfterInMs);
  useEffect(() => {
    const gone = new AbortController();
    clock.wait(Math.max(0, began + lateAfterInMs - clock.now()), gone.signal).then(
      () => setIsLate(true),
      () => undefined,
    );
    return () => gone.abort();
  }, [clock, began]);
  const isOffline = useIsOffline();
  const { subscribe, read } = services?.trouble ?? noTrouble;
  const trouble = useSyncExternalStore(subscribe, read);
  const [reason, setReason] = useState<Trouble>();
  if (isLate && reason === undefined && trouble !== undefined) setReason(trouble);
  if (!isLate && !isOffline) return undefined;
  const line = common.stillWaiting(what, format.time(began));
  const why = isOffline ? common.offline : reason && common.trouble[reason];
  return why === undefined ? line : `${line} ${why}`;
}

const noTrouble: TroubleState = { read: () => undefined, subscribe: () => () => undefined };
