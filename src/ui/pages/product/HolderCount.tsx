import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import type { HolderList } from './useHolderList';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
});

/** A list of holders, and what of it shows. */
interface HolderCountProps {
  readonly list: HolderList;
  /** Number of rows that pass the filters. */
  readonly shown: number;
  readonly isSearched: boolean;
  readonly isFiltered: boolean;
  /** The order is the screen's own, over the rows that are loaded. */
  readonly isSorted: boolean;
}

/** How many people there are, and of how many of them filters and sorting know; offers to load the rest. */
export function HolderCount(props: HolderCountProps): ReactNode {
  const { list, isFiltered, isSorted } = props;
  const styles = useStyles();
  const { product: words } = useMessages();
  const isPartial = list.hasMore && (isFiltered || isSorted);
  return (
    <div className={styles.line}>
      <span role="status">{countText(props, words)}</span>
      {isPartial && !list.isLoadingRest && (
        <Button size="small" onClick={() => list.loadRest(true)}>
          {words.loadRest}
        </Button>
      )}
      {list.isLoadingRest && (
        <Button size="small" onClick={() => list.loadRest(false)}>
          {words.stopLoading}
        </Button>
      )}
    </div>
  );
}

function countText(
  { list, shown, isSearched, isFiltered, isSorted }: HolderCountProps,
  words: Messages['product'],
): string {
  const loaded = list.rows?.length ?? 0;
  const total = Math.max(list.total ?? loaded, loaded);
  if (isFiltered) {
    return list.hasMore ? words.countPartial(shown, loaded, total) : words.countShown(shown, loaded);
  }
  if (list.hasMore && isSorted) return words.loadedOf(loaded, total);
  return isSearched ? words.countFound(total) : words.countAll(list.total ?? loaded);
}
