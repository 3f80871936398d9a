import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { HolderRow, HolderView } from '../../parts/HolderGrid/HolderGrid.types';
import { rowFinder } from '../../parts/HolderGrid/mergeHolders';
import type { PrincipalList } from '../../parts/principalSelection';
import type { HolderList } from './useHolderList';
import type { Selection } from './useSelection';

const lists = new WeakMap<readonly HolderRow[], PrincipalList>();

/** Makes the list of principals of rows; cached by rows. */
export function listPeople(rows: readonly HolderRow[]): PrincipalList {
  const known = lists.get(rows);
  if (known) return known;
  const findRow = rowFinder(rows);
  const list: PrincipalList = {
    length: rows.length,
    find: (id) => findRow(id)?.holder.user,
    *[Symbol.iterator]() {
      for (const { holder } of rows) yield holder.user;
    },
  };
  lists.set(rows, list);
  return list;
}

/** Selection of everyone, including those that search and filters leave out. */
interface SelectAll {
  readonly count: number;
  /** True if it was chosen and the rest of the list is still loading. */
  readonly isWaiting: boolean;
  readonly onSelect: () => void;
}

/** The button that selects everyone. */
export function SelectAllButton({ count, isWaiting, onSelect }: SelectAll): ReactNode {
  const { product: words } = useMessages();
  return (
    <Button size="small" disabledFocusable={isWaiting} onClick={onSelect}>
      {isWaiting ? words.selectingAll(count) : words.selectAll(count)}
    </Button>
  );
}

/**
 * Returns the selection of everyone, unless everyone is selected. While pages are loading, the selection waits
 * for them.
 */
export function useSelectAll(list: HolderList, selection: Selection): SelectAll | undefined {
  const { rows, total, isComplete, isReadingIssues } = list;
  const { setSelected, isSelectAllPending, setSelectAllPending } = selection;
  const selectRows = useCallback(() => {
    setSelected('user', 'all', true, listPeople(rows ?? []));
    setSelectAllPending(false);
  }, [rows, setSelected, setSelectAllPending]);
  useEffect(() => {
    if (isSelectAllPending && isComplete) selectRows();
  }, [isSelectAllPending, isComplete, selectRows]);
  // The number on the button includes users in error.
  if (isReadingIssues || total === undefined || selection.selected.user.size >= total) return undefined;
  return {
    count: total,
    isWaiting: isSelectAllPending,
    onSelect: isComplete ? selectRows : () => setSelectAllPending(true),
  };
}

/** Selection of exactly those who pass the search and the filters. */
interface SelectMatching {
  /** Number of those who are found so far. */
  readonly count: number;
  /** True if it was chosen and the rest of the list is still loading. */
  readonly isWaiting: boolean;
  readonly onSelect: () => void;
}

/** The button that selects those who match. */
export function SelectMatchingButton({ count, isWaiting, onSelect }: SelectMatching): ReactNode {
  const { lists: words } = useMessages();
  return (
    <Button size="small" disabledFocusable={isWaiting} onClick={onSelect}>
      {isWaiting ? words.selectingMatching : words.selectMatching(count)}
    </Button>
  );
}

/**
 * Returns the selection of the rows that match. While pages are loading, it waits for them, unless the filters change meanwhile.
 */
export function useSelectMatching(
  list: HolderList,
  shown: readonly HolderRow[],
  view: HolderView,
  { selectOnly }: Selection,
): SelectMatching {
  const [wanted, setWanted] = useState<HolderView>();
  const done = useRef<HolderView>(undefined);
  const isCurrent = wanted?.search === view.search && wanted.filters.join('\n') === view.filters.join('\n');
  const { isComplete } = list;
  useEffect(() => {
    if (!isCurrent || !isComplete || done.current === wanted) return;
    done.current = wanted;
    selectOnly('user', listPeople(shown));
  }, [isCurrent, isComplete, wanted, selectOnly, shown]);
  return {
    count: shown.length,
    isWaiting: isCurrent && !isComplete,
    onSelect: () => setWanted({ ...view }),
  };
}
