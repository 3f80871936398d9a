import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { Preflight } from '../../../licensing/preflight';
import { useMessages } from '../../messages/MessagesContext';
import { isSent } from './planChanges';

const useStyles = makeStyles({
  summary: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  short: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

/**
 * How many seats the list takes, and how many are left or missing after that. Who in a group holds the product already
 * is not known here, so with a group in the list these are bounds.
 */
export function SeatSummary({ preflight }: { readonly preflight: Preflight }): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { lines, seatsNeeded, seatsAvailable, seatsMissing } = preflight;
  const isShort = seatsMissing > 0;
  if (!isShort && !lines.some(isSent)) return undefined;
  const willGet = Math.min(seatsNeeded, Math.max(seatsAvailable, 0));
  const hasGroup = lines.some((line) => line.principal.kind === 'group' && isSent(line));
  const seatsLeft = seatsAvailable - seatsNeeded;
  const words = hasGroup
    ? [
        assign.willGetAtMost(willGet),
        isShort ? assign.seatsMissingAtMost(seatsMissing) : assign.seatsLeftAtLeast(seatsLeft),
      ]
    : [assign.willGet(willGet), isShort ? assign.seatsMissing(seatsMissing) : assign.seatsLeft(seatsLeft)];
  return (
    <p role="status" className={mergeClasses(styles.summary, isShort && styles.short)}>
      {isShort && <WarningRegular aria-hidden />}
      {words.join(' · ')}
    </p>
  );
}
