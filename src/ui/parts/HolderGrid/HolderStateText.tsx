import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { ProductState } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import type { HolderSummary } from './summarizeHolder';

const useStyles = makeStyles({
  issue: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'start' },
  icon: { flexShrink: 0, marginTop: '2px', fontSize: '16px', color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface HolderStateTextProps {
  readonly summary: HolderSummary;
  readonly productState: ProductState;
}

/** Returns the state of a license as text. Graph still reports a license of a suspended subscription as active. */
export function seatStateText(
  summary: HolderSummary,
  productState: ProductState,
  { product: words, products }: Messages,
): string {
  if (productState.kind === 'disabled') return products.capabilities[productState.because];
  return summary.state === 'unknown' ? words.notKnown : words.seatState[summary.state];
}

/** The state of a license and its issue. */
export function HolderStateText({ summary, productState }: HolderStateTextProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.product;
  const state = seatStateText(summary, productState, messages);
  const isFine = (summary.state === 'active' || summary.state === 'unknown') && !summary.isIncomplete;
  if (summary.issue === undefined && isFine && productState.kind !== 'disabled') {
    return state;
  }
  return (
    <div className={styles.issue}>
      <WarningRegular
        className={mergeClasses(
          styles.icon,
          (summary.state === 'error' || productState.kind === 'disabled') && styles.bad,
        )}
        aria-hidden
      />
      <div>
        {state}
        {summary.issue && <div className={styles.quiet}>{words.issue[summary.issue]}</div>}
        {summary.isIncomplete && <div className={styles.quiet}>{words.holderIncomplete}</div>}
      </div>
    </div>
  );
}
