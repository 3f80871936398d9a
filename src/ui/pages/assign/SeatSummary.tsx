import { makeStyles, tokens, Link, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Preflight, ProductSeats } from '../../../licensing/preflight/preflight';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { useServices } from '../../services';
import { isSent } from '../../../licensing/preflight/preflight';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useState } from 'react';
import { ExternalLinkDialog } from '../../parts/ExternalLinkDialog';

/** Minimum number of lines for which the duration is shown. */
const timeSaidFrom = 100;

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: 'none' },
  time: { color: tokens.colorNeutralForeground2 },
});

interface SeatSummaryProps {
  readonly preflight: Preflight;
  /** True if licenses are assigned directly, which takes long for many users. */
  readonly isDirect: boolean;
}

/**
 * Summary of the licenses that the list needs: how many are left or missing afterwards, where to get more, and how
 * long the job takes. The numbers are bounds if the holdings of group members are unknown, and left out if the size
 * of a group is unknown.
 */
export function SeatSummary({ preflight, isDirect }: SeatSummaryProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const services = useServices();
  const { lines, seats } = preflight;
  const sent = lines.filter(isSent);
  if (sent.length === 0 && seats.every(({ missing }) => missing === 0)) return undefined;
  const inMs = isDirect && sent.length >= timeSaidFrom ? services.timeForChanges(sent.length) : undefined;
  const [only, ...others] = seats;
  if (only && others.length === 0) {
    const words = seatWords(only, assign);
    if (inMs !== undefined) words.push(assign.takes(inMs));
    return <SeatLine seats={only} text={words.join(' · ')} />;
  }
  return (
    <ul className={styles.list}>
      {seats.map((each) => (
        <li key={each.product.key}>
          <SeatLine
            seats={each}
            text={
              each.available === undefined
                ? `${each.product.name}: ${assign.freeNotKnown}`
                : assign.seatsOf(each.product.name, { ...each, left: each.available - each.given })
            }
            moreLabel={assign.getMoreOf(each.product.name)}
          />
        </li>
      ))}
      {inMs !== undefined && <li className={styles.time}>{assign.takesInAll(inMs)}</li>}
    </ul>
  );
}

function seatWords(
  { given, available, missing, certainty }: ProductSeats,
  assign: Messages['assign'],
): string[] {
  if (available === undefined)
    return [
      certainty === 'unknown'
        ? assign.seatsUnknown
        : certainty === 'at-most'
          ? assign.willGetAtMost(given)
          : assign.willGet(given),
      assign.freeNotKnown,
    ];
  const left = available - given;
  if (certainty === 'unknown') {
    return [
      assign.seatsUnknown,
      missing > 0 ? assign.seatsMissingAtLeast(missing) : assign.seatsFree(available),
    ];
  }
  if (certainty === 'at-most') {
    return [
      assign.willGetAtMost(given),
      missing > 0 ? assign.seatsMissingAtMost(missing) : assign.seatsLeftAtLeast(left),
    ];
  }
  return [assign.willGet(given), missing > 0 ? assign.seatsMissing(missing) : assign.seatsLeft(left)];
}

const useSeatLineStyles = makeStyles({
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    fontVariantNumeric: 'tabular-nums',
  },
  icon: { flexShrink: 0, marginTop: '2px', fontSize: '16px' },
  short: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface SeatLineProps {
  readonly seats: ProductSeats;
  readonly text: string;
  /** Label of the link to more licenses, with the product's name. Default is the link's text. */
  readonly moreLabel?: string;
}

/** Line of one product. Links to the vendor if licenses are missing. */
function SeatLine({ seats, text, moreLabel }: SeatLineProps): ReactNode {
  const styles = useSeatLineStyles();
  const { assign, product: words } = useMessages();
  const [isLeaving, setIsLeaving] = useState(false);
  const isShort = seats.missing > 0;
  const { links } = seats.product;
  const url = links.manage ?? links.website;
  return (
    <div className={styles.line}>
      {isShort && <WarningRegular aria-hidden className={mergeClasses(styles.icon, styles.short)} />}
      <div>
        <span role="status" className={mergeClasses(isShort && styles.short)}>
          {text}
        </span>{' '}
        {isShort && url && (
          <Link as="button" aria-label={moreLabel} onClick={() => setIsLeaving(true)}>
            {assign.getMore}
          </Link>
        )}
      </div>
      {isLeaving && url && (
        <ExternalLinkDialog
          url={url}
          title={words.manageTitle}
          text={words.manageBody}
          onClose={() => setIsLeaving(false)}
        />
      )}
    </div>
  );
}
