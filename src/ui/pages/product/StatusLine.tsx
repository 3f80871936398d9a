import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { Selection } from './useSelection';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    minHeight: '24px',
    color: tokens.colorNeutralForeground2,
  },
  selected: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  number: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** What is ticked, and what a list says of itself. */
interface StatusLineProps {
  readonly selection: Selection;
  readonly children: ReactNode;
}

/** The line above a list: its count, and how many users and groups are ticked over both lists. */
export function StatusLine({ selection, children }: StatusLineProps): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  const users = selection.idsOf('user').size;
  const groups = selection.idsOf('group').size;
  const isAny = users + groups > 0;
  return (
    <div className={styles.line}>
      {children}
      <div className={styles.selected}>
        <span role="status" className={styles.number}>
          {isAny && words.selected(users, groups)}
        </span>
        {isAny && (
          <Button size="small" onClick={selection.clear}>
            {words.clearSelection}
          </Button>
        )}
      </div>
    </div>
  );
}
