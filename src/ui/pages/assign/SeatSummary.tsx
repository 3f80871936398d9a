import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useState, type ReactNode } from 'react';
import type { Preflight } from '../../../licensing/preflight';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { LeadsAwayDialog } from '../../parts/LeadsAwayDialog';
import { useServices } from '../../services';
import { isSent } from './isSent';

/** From how many lines on it is said how long sending them takes. */
const timeSaidFrom = 100;

const useStyles = makeStyles({
  summary: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    fontVariantNumeric: 'tabular-nums',
  },
  icon: { flexShrink: 0, marginTop: '2px', fontSize: '16px' },
  short: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** What is judged. */
export interface SeatSummaryProps {
  readonly product: Product;
  readonly preflight: Preflight;
  /** Each gets a seat one by one, which takes time with many. */
  readonly isDirect: boolean;
}

/**
 * How many seats the list takes, how many are left or missing after that, with the way to more of them, and how long it
 * takes. Who in a group holds the product already is not known here, so with a group in the list these are bounds.
 */
export function SeatSummary({ product, preflight, isDirect }: SeatSummaryProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const services = useServices();
  const [isLeaving, setIsLeaving] = useState(false);
  const isShort = preflight.seatsMissing > 0;
  const sent = preflight.lines.filter(isSent).length;
  if (!isShort && sent === 0) return undefined;
  const url = product.links.manage ?? product.links.website;
  const words = seatWords(preflight, messages);
  if (isDirect && sent >= timeSaidFrom) words.push(messages.assign.takes(services.timeForChanges(sent)));
  return (
    <div className={styles.summary}>
      {isShort && <WarningRegular aria-hidden className={mergeClasses(styles.icon, styles.short)} />}
      <div>
        <span role="status" className={mergeClasses(isShort && styles.short)}>
          {words.join(' · ')}
        </span>{' '}
        {isShort && url && (
          <Link as="button" onClick={() => setIsLeaving(true)}>
            {messages.assign.getMore}
          </Link>
        )}
      </div>
      {isLeaving && url && (
        <LeadsAwayDialog
          url={url}
          title={messages.product.manageTitle}
          text={messages.product.manageBody}
          onClose={() => setIsLeaving(false)}
        />
      )}
    </div>
  );
}

function seatWords(preflight: Preflight, { assign }: Messages): string[] {
  const { lines, seatsNeeded, seatsAvailable, seatsMissing } = preflight;
  const isShort = seatsMissing > 0;
  const willGet = Math.min(seatsNeeded, Math.max(seatsAvailable, 0));
  const seatsLeft = seatsAvailable - seatsNeeded;
  if (lines.some((line) => line.principal.kind === 'group' && isSent(line))) {
    return [
      assign.willGetAtMost(willGet),
      isShort ? assign.seatsMissingAtMost(seatsMissing) : assign.seatsLeftAtLeast(seatsLeft),
    ];
  }
  return [assign.willGet(willGet), isShort ? assign.seatsMissing(seatsMissing) : assign.seatsLeft(seatsLeft)];
}
