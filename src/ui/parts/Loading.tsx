import { makeStyles, tokens } from '@fluentui/react-components';
import { useStartMessages } from '../messages/StartMessagesContext';
import { visuallyHidden } from './visuallyHidden';

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    height: '44px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { '50%': { opacity: 0.55 } },
      animationDuration: '1.6s',
      animationIterationCount: 'infinite',
    },
  },
  words: visuallyHidden,
});

/** Rows that stand for a list that is still read. */
export function Loading({ rows = 6, label }: { readonly rows?: number; readonly label?: string }) {
  const styles = useStyles();
  const { common } = useStartMessages();
  return (
    <div>
      <div role="status" className={styles.words}>
        {label ?? common.loading}
      </div>
      <div className={styles.rows} aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles.row} />
        ))}
      </div>
    </div>
  );
}
