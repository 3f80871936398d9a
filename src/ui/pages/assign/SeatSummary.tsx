import { makeStyles, tokens, Link, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Preflight, ProductSeats } from '../../../licensing/preflight/preflight';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { isSent } from '../../../licensing/preflight/preflight';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useState } from 'react';
import { SeatsMeter, seatsWords } from '../../parts/SeatsMeter';
import { visuallyHidden } from '../../parts/visuallyHidden';
import { poolToGiveFrom } from '../../../licensing/pools';
import { PoolNotes, poolWarnings } from './PoolPicker';
import { ManageCountDialog } from '../../parts/ManageCountDialog';

/** Maximum number of products whose licenses are all listed. */
const maxListed = 3;

const phone = '@media (max-width: 639px)';

const useStyles = makeStyles({
  // On a phone, what is left after the assignment has room on the same line, so that nothing moves when it appears.
  one: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    [phone]: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
  meter: { width: '112px', [phone]: { width: '88px' } },
  spoken: visuallyHidden,
  list: { display: 'grid', gap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: 'none' },
});

interface SeatSummaryProps {
  readonly preflight: Preflight;
  /** True if a group gets the licenses. Default is false. */
  readonly isThroughGroup?: boolean;
}

/**
 * Licenses of the products: how many there are, and how many are left or missing after the assignment. The numbers are
 * bounds if the holdings of group members are unknown, and left out if the size of a group is unknown. Of many
 * products, only those are listed whose licenses are short or unknown.
 */
export function SeatSummary({
  preflight: { lines, seats },
  isThroughGroup = false,
}: SeatSummaryProps): ReactNode {
  const styles = useStyles();
  const { assign, products, doors } = useMessages();
  const use = { lines, isThroughGroup };
  const isSending = lines.some(isSent);
  const hasGroup = lines.some(({ principal }) => principal.kind === 'group');
  const [only, ...others] = seats;
  if (only && others.length === 0) {
    // The pool that the list takes from, so that the bar and the numbers beside it count the same.
    const { seats: pool } = poolToGiveFrom(only.product.owned);
    return (
      <div className={styles.one}>
        {/* The short text, which is beside the bar, doesn't say what it counts. */}
        <span className={styles.spoken}>{seatsWords(pool, false, products)}</span>
        <div className={styles.meter} aria-hidden>
          <SeatsMeter seats={pool} isShort />
        </div>
        <SeatLine seats={only} text={seatWords(only, { isSending, hasGroup }, assign).join(' · ')} />
        <PoolNotes product={only.product} use={use} isNamed={false} />
      </div>
    );
  }
  const isException = ({ missing, available, certainty, product }: ProductSeats): boolean =>
    missing > 0 ||
    available === undefined ||
    certainty === 'unknown' ||
    poolWarnings(product, use, doors).length > 0;
  const listed = seats.length > maxListed ? seats.filter(isException) : seats;
  const rest = seats.length - listed.length;
  return (
    <ul className={styles.list}>
      {listed.map((each) => (
        <li key={each.product.key}>
          <SeatLine
            seats={each}
            text={
              each.available === undefined
                ? `${each.product.name}: ${seatWords(each, { isSending, hasGroup }, assign).join(' · ')}`
                : assign.seatsOf(each.product.name, { ...each, left: each.available - each.given })
            }
            moreLabel={assign.getMoreOf(each.product.name)}
          />
          <PoolNotes product={each.product} use={use} isNamed />
        </li>
      ))}
      {isSending && rest > 0 && <li>{assign.seatsEnough(rest)}</li>}
    </ul>
  );
}

/** The list that seats are counted for. */
interface ListFacts {
  readonly isSending: boolean;
  readonly hasGroup: boolean;
}

function seatWords(
  seats: ProductSeats,
  { isSending, hasGroup }: ListFacts,
  assign: Messages['assign'],
): readonly string[] {
  const { given, available, missing, certainty } = seats;
  const start = available === undefined ? assign.freeNotKnown : assign.seatsAvailable(available);
  if (!isSending && missing === 0) return [start];
  // The number of lines says how many seats people take, but not how many a group takes.
  const isSized = certainty !== 'exact' || hasGroup || available === undefined;
  const size = isSized ? [sizeWords(seats, assign)] : [];
  if (available === undefined) return [start, ...size];
  if (missing > 0) {
    const missingWords = {
      exact: assign.seatsMissing,
      'at-most': assign.seatsMissingAtMost,
      unknown: assign.seatsMissingAtLeast,
    };
    return [start, ...size, missingWords[certainty](missing)];
  }
  if (certainty === 'unknown') return [start, ...size];
  const left = available - given;
  return [start, ...size, certainty === 'exact' ? assign.seatsLeft(left) : assign.seatsLeftAtLeast(left)];
}

/** Returns how many get a seat, as far as it's known. */
function sizeWords({ given, certainty }: ProductSeats, assign: Messages['assign']): string {
  if (certainty === 'unknown') return assign.seatsUnknown;
  return certainty === 'exact' ? assign.willGet(given) : assign.willGetAtMost(given);
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

/** Line of one product. Leads to where more are bought if licenses are missing. */
function SeatLine({ seats, text, moreLabel }: SeatLineProps): ReactNode {
  const styles = useSeatLineStyles();
  const { assign } = useMessages();
  const [isLeaving, setIsLeaving] = useState(false);
  const isShort = seats.missing > 0;
  return (
    <div className={styles.line}>
      {isShort && <WarningRegular aria-hidden className={mergeClasses(styles.icon, styles.short)} />}
      <div>
        <span role="status" className={mergeClasses(isShort && styles.short)}>
          {text}
        </span>{' '}
        {isShort && (
          <Link as="button" aria-label={moreLabel} onClick={() => setIsLeaving(true)}>
            {assign.getMore}
          </Link>
        )}
      </div>
      {isLeaving && <ManageCountDialog product={seats.product} onClose={() => setIsLeaving(false)} />}
    </div>
  );
}
