import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SeatCount } from '../../licensing/types';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';

const useStyles = makeStyles({
  meter: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  words: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  /** Longer than a number, so it can take two lines. */
  sentence: { whiteSpace: 'normal' },
  track: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    // High contrast removes backgrounds; the outline keeps the total visible.
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

interface SeatsMeterProps {
  readonly seats: SeatCount;
  /** Leaves out the word "assigned", for a column with that heading. Default is false. */
  readonly isShort?: boolean;
  /** Says that the number may not include the latest changes. Default is false. */
  readonly isUpdating?: boolean;
}

/** "Assigned of total" with a bar. The bar is decorative. */
export function SeatsMeter({ seats, isShort = false, isUpdating = false }: SeatsMeterProps) {
  const styles = useStyles();
  const { products } = useCriticalMessages();
  const { total, assigned, available = 0 } = seats;
  // Without both numbers there is no bar.
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
