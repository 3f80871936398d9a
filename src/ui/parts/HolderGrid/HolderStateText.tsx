import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { HolderSummary } from './summarizeHolder';

const useStyles = makeStyles({
  issue: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'start' },
  icon: { flexShrink: 0, marginTop: '2px', fontSize: '16px', color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** A seat's state, and its issue in words. */
export function HolderStateText({ summary }: { readonly summary: HolderSummary }): ReactNode {
  const styles = useStyles();
  const words = useMessages().product;
  const state = words.seatState[summary.state];
  if (summary.issue === undefined && summary.state === 'active') return state;
  return (
    <div className={styles.issue}>
      <WarningRegular
        className={mergeClasses(styles.icon, summary.state === 'error' && styles.bad)}
        aria-hidden
      />
      <div>
        {state}
        {summary.issue && <div className={styles.quiet}>{words.issue[summary.issue]}</div>}
      </div>
    </div>
  );
}
