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

/** Name of the awaited content, as text after "waiting for", and since when by the wall clock. */
interface Late {
  readonly what: string;
  readonly since: number;
}

interface LoadingProps {
  /** Default is 6. */
  readonly rows?: number;
  /** Announced immediately. Default is "Loading…". */
  readonly label?: string;
  /** Named on the screen after two seconds, as text after "waiting for". Default is "this page". */
  readonly what?: string;
  /** Start of the wait by the wall clock, in milliseconds. Default is the first render. */
  readonly since?: number;
  /** Named on the screen immediately, in place of `what`; `not-yet` names nothing. */
  readonly late?: Late | 'not-yet';
}

/**
 * Placeholder of a list that is loading. If it takes long, says what is loading, since when, and the reason if known.
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
 * Returns a text about a long wait, two seconds after `since` (default: the first render) or immediately when
 * offline; undefined before. `what` follows "waiting for". The first known reason stays, so that the text doesn't
 * change with each response.
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
