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
  selected: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  number: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** The button that selects everyone, including those that search and filters leave out. */
export interface SelectAll {
  readonly count: number;
  /** True if it was pressed and the rest of the list is still loading. */
  readonly isWaiting: boolean;
  readonly onSelect: () => void;
}

interface SelectionStatusProps {
  readonly selection: Selection;
  /** Number of selected rows among those that the list shows now. */
  readonly shownCount: number;
  /** Undefined if the button isn't needed. */
  readonly selectAll?: SelectAll | undefined;
  /** Opens the pane **Select from a list**; undefined if nothing can be selected. */
  readonly onSelectFromList: (() => void) | undefined;
  readonly children: ReactNode;
}

/**
 * The line above a list: its count, the number of users and groups selected in both lists, and how many of them it
 * doesn't show.
 */
export function SelectionStatus(props: SelectionStatusProps): ReactNode {
  const { selection, shownCount, selectAll, onSelectFromList, children } = props;
  const styles = useStyles();
  const { product: words, fromList } = useMessages();
  const users = selection.selected.user.size;
  const groups = selection.selected.group.size;
  const isAny = users + groups > 0;
  const notShown = users + groups - shownCount;
  return (
    <div className={styles.line}>
      {children}
      <div className={styles.selected}>
        <span role="status">
          {isAny && <span className={styles.number}>{words.selected(users, groups)}</span>}
          {notShown > 0 && <span>{words.notShown(notShown)}</span>}
        </span>
        {selectAll && (
          <Button size="small" disabledFocusable={selectAll.isWaiting} onClick={selectAll.onSelect}>
            {selectAll.isWaiting ? words.selectingAll(selectAll.count) : words.selectAll(selectAll.count)}
          </Button>
        )}
        {onSelectFromList && (
          <Button size="small" onClick={onSelectFromList}>
            {fromList.title}
          </Button>
        )}
        {isAny && (
          <Button size="small" onClick={selection.clear}>
            {words.clearSelection}
          </Button>
        )}
      </div>
    </div>
  );
}
