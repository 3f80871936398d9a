import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { doubleSeats } from '../../../licensing/changes/doubleSeats';
import type { ProductState } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { visuallyHidden } from '../visuallyHidden';
import type { HolderRow, HolderSummary } from './HolderGrid.types';

const useStyles = makeStyles({
  // Two small lines are as high as a name over an address.
  notes: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  icon: {
    marginInlineEnd: tokens.spacingHorizontalXS,
    fontSize: '16px',
    verticalAlign: '-3px',
    color: tokens.colorStatusWarningForeground3,
  },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  silent: visuallyHidden,
});

interface HolderNotesProps {
  readonly row: HolderRow;
  readonly planNameOf: (planId: string) => string;
  readonly productState: ProductState;
  readonly isUpdating: boolean;
}

/** Notes on a user's license: only what isn't as usual. That all is well is only said to screen readers. */
export function HolderNotes({ row, planNameOf, productState, isUpdating }: HolderNotesProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { product: words, products, doors } = messages;
  const { holder, summary } = row;
  const state = seatStateText(summary, productState, messages);
  const isDisabled = productState.kind === 'disabled';
  const isActive = summary.state === 'active' && !isDisabled;
  const isWarning = isDisabled || summary.issue !== undefined || summary.isIncomplete || isTroubled(summary);
  const troubles = [
    ...(isActive ? [] : [state]),
    ...issueTexts(summary, messages),
    ...(summary.isIncomplete ? [words.holderIncomplete] : []),
  ];
  const [double] = doubleSeats(holder.seats);
  const facts = [
    ...(double ? [doors.several(double.pools.length)] : []),
    ...(summary.disabledPlanIds.length > 0 ? [words.appsOff(summary.disabledPlanIds.map(planNameOf))] : []),
    ...(holder.isUpdating && isUpdating ? [products.updating] : []),
  ];
  return (
    <div className={styles.notes}>
      {isActive && <span className={styles.silent}>{state}</span>}
      {troubles.length > 0 && (
        <div>
          {isWarning && (
            <WarningRegular
              className={mergeClasses(styles.icon, (summary.state === 'error' || isDisabled) && styles.bad)}
              aria-hidden
            />
          )}
          {troubles.join(' · ')}
        </div>
      )}
      {facts.length > 0 && <div className={styles.quiet}>{facts.join(' · ')}</div>}
    </div>
  );
}

function isTroubled({ state }: HolderSummary): boolean {
  return state !== 'active' && state !== 'unknown';
}

/** Returns the state of a license as text. Graph still reports a license of a suspended subscription as active. */
export function seatStateText(
  summary: HolderSummary,
  productState: ProductState,
  { product: words, products, doors }: Messages,
): string {
  if (productState.kind === 'disabled') return products.capabilities[productState.because];
  if (summary.isWaiting) return doors.waits;
  return summary.state === 'unknown' ? words.notKnown : words.seatState[summary.state];
}

/** Returns the text of a license's issue; none where the state says it, or there is none. */
export function issueTexts(
  { issue, isWaiting }: HolderSummary,
  { product: words }: Messages,
): readonly string[] {
  return issue && !isWaiting ? [words.issue[issue]] : [];
}
