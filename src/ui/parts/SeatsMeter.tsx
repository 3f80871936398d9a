import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SeatCount } from '../../licensing/types';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';

const forced = '@media (forced-colors: active)';

/** Colors of the bar. Each fill has a contrast of 3:1 to the track in every theme. */
export const meterColors = {
  track: 'colorNeutralBackground6',
  calm: 'colorCompoundBrandBackground',
  nearlyFull: 'colorStatusWarningForeground3',
  full: 'colorStatusDangerForeground3',
} as const;

const hatch = (color: string): string =>
  `repeating-linear-gradient(45deg, ${color} 0 2px, transparent 2px 4px)`;

const useStyles = makeStyles({
  meter: { display: 'grid', gap: '2px', minWidth: 0 },
  words: { fontVariantNumeric: 'tabular-nums' },
  track: {
    display: 'flex',
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    color: tokens[meterColors.calm],
    backgroundColor: tokens[meterColors.track],
    // High contrast removes backgrounds; the outline keeps the total visible.
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  large: { height: '6px' },
  nearlyFull: { color: tokens[meterColors.nearlyFull] },
  full: { color: tokens[meterColors.full] },
  fill: {
    backgroundColor: 'currentColor',
    [forced]: { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  hatched: {
    flexGrow: 1,
    boxSizing: 'border-box',
    // The limit.
    borderLeft: `2px solid ${tokens.colorNeutralForeground1}`,
    backgroundImage: hatch('currentColor'),
    [forced]: { backgroundImage: hatch('CanvasText'), forcedColorAdjust: 'none' },
  },
});

interface SeatsMeterProps {
  readonly seats: SeatCount;
  /** Leaves out the word "assigned", for a column with that heading. Default is false. */
  readonly isShort?: boolean;
  /** 6 instead of 4 pixels. Default is false. */
  readonly isLarge?: boolean;
  /** Says that the number may not include the latest changes. Default is false. */
  readonly isUpdating?: boolean;
}

/** "Assigned of total" with a bar, which is decorative. Without usable seats, or with unknown numbers, only words. */
export function SeatsMeter(props: SeatsMeterProps) {
  const { seats, isShort = false, isLarge = false, isUpdating = false } = props;
  const styles = useStyles();
  const { products } = useCriticalMessages();
  const { total, assigned } = seats;
  return (
    <div className={styles.meter}>
      <span className={styles.words}>
        {seatsWords(seats, isShort, products)}
        {isUpdating && (
          <>
            {' · '}
            <span>{products.updating}</span>
          </>
        )}
      </span>
      {total !== undefined && assigned !== undefined && total > 0 && (
        <SeatsBar total={total} assigned={assigned} isLarge={isLarge} />
      )}
    </div>
  );
}

/** Says how many seats are assigned, as far as known. */
export function seatsWords(
  { total, assigned }: SeatCount,
  isShort: boolean,
  products: ReturnType<typeof useCriticalMessages>['products'],
): string {
  if (total === undefined || assigned === undefined) return products.partOfSeats(assigned, total);
  if (total === 0 && assigned > 0) return products.noneUsable(assigned);
  return isShort ? products.ofTotal(assigned, total) : products.assignedOfTotal(assigned, total);
}

interface SeatsBarProps {
  readonly total: number;
  readonly assigned: number;
  readonly isLarge?: boolean;
}

/** Share of seats that are assigned. What is over the limit is hatched, beyond a mark. */
export function SeatsBar({ total, assigned, isLarge = false }: SeatsBarProps) {
  const styles = useStyles();
  const beyond = Math.max(0, assigned - total);
  const share = Math.min(assigned, total) / Math.max(total, assigned);
  return (
    <div
      className={mergeClasses(
        styles.track,
        isLarge && styles.large,
        assigned >= 0.9 * total && styles.nearlyFull,
        assigned >= total && styles.full,
      )}
      aria-hidden
    >
      <div className={styles.fill} style={{ width: `${share * 100}%` }} />
      {beyond > 0 && <div className={styles.hatched} />}
    </div>
  );
}
