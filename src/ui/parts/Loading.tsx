import { makeStyles, tokens } from '@fluentui/react-components';
import { use, useEffect, useState } from 'react';
import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';
import { useStartMessages } from '../messages/StartMessagesContext';
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
  /** Named on the screen at once, in place of `what`; `not-yet` names nothing. */
  readonly late?: Late | 'not-yet';
}

/** Rows that stand for a list that is still read. A list that is long in coming is named, with the time since when. */
export function Loading({ rows = 6, label, what, late }: LoadingProps) {
  const styles = useStyles();
  const { common, format } = useStartMessages();
  const { began, isLate } = useLateness();
  const isOffline = useIsOffline();
  const own: Late | 'not-yet' =
    isLate || isOffline ? { what: what ?? common.waits.page, since: began } : 'not-yet';
  const shown = late ?? own;
  return (
    <div>
      <div role="status" className={shown === 'not-yet' ? styles.words : styles.late}>
        {shown === 'not-yet'
          ? (label ?? common.loading)
          : common.stillWaiting(shown.what, format.time(shown.since))}
        {shown !== 'not-yet' && isOffline && ` ${common.offline}`}
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

/** Returns the time at which the caller was first drawn, and whether that is two seconds ago. */
export function useLateness(): { readonly began: number; readonly isLate: boolean } {
  const clock: Clock = use(ServicesContext)?.clock ?? systemClock;
  const [began] = useState(() => clock.now());
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    clock.wait(lateAfterInMs, gone.signal).then(
      () => setIsLate(true),
      () => undefined,
    );
    return () => gone.abort();
  }, [clock]);
  return { began, isLate };
}
