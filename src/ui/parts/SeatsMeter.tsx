import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SeatCount } from '../../licensing/types';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';

const useStyles = makeStyles({
  meter: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  words: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  /** Longer than a number, and so it may take two lines. */
  sentence: { whiteSpace: 'normal' },
  track: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    // High contrast flattens backgrounds; the outline keeps the length of the whole visible there.
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  fill: {
    height: '100%',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  full: { backgroundColor: tokens.colorStatusWarningBackground3 },
  over: { backgroundColor: tokens.colorStatusDangerBackground3 },
});

/** Seats of a product, and how they are worded. */
interface SeatsMeterProps {
  readonly seats: SeatCount;
  /** `short` leaves out the word "assigned", for a column that is headed so. Default is false. */
  readonly isShort?: boolean;
  /** The number may not show the latest changes yet, and that is said. Default is false. */
  readonly isUpdating?: boolean;
}

/** "Assigned of total" with a bar. The words carry it all; the bar is for the eye alone. */
export function SeatsMeter({ seats, isShort = false, isUpdating = false }: SeatsMeterProps) {
  const styles = useStyles();
  const { products } = useCriticalMessages();
  const { total, assigned, available = 0 } = seats;
  // A bar would say that a number is known.
  if (total === undefined || assigned === undefined)
    return <span className={styles.words}>{products.partOfSeats(assigned, total)}</span>;
  const share = total > 0 ? Math.min(1, assigned / total) : assigned > 0 ? 1 : 0;
  const words = isShort ? products.ofTotal : products.assignedOfTotal;
  const isNoneUsable = total === 0 && assigned > 0;
  return (
    <div className={styles.meter}>
      <span className={mergeClasses(styles.words, isNoneUsable && styles.sentence)}>
        {isNoneUsable ? products.noneUsable(assigned) : words(assigned, total)}
      </span>
      <div className={styles.track} aria-hidden>
        <div
          className={mergeClasses(styles.fill, available === 0 && styles.full, available < 0 && styles.over)}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {isUpdating && <small>{products.updating}</small>}
    </div>
  );
}
