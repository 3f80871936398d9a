import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
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

interface MatchingParts {
  /** Rows that pass the filters that they were last filtered by. */
  readonly shown: readonly HolderRow[];
  readonly view: Pick<HolderView, 'search' | 'filters'>;
  /** True if `shown` is filtered by `view`; filtering a long list comes after the change of its filters. */
  readonly isSettled: boolean;
}

/**
 * Returns the selection of the rows that match. While pages are loading or being filtered, it waits for them; a change of the
 * filters meanwhile takes it back.
 */
export function useSelectMatching(
  { isComplete }: Pick<HolderList, 'isComplete'>,
  { shown, view, isSettled }: MatchingParts,
  { selectOnly }: Pick<Selection, 'selectOnly'>,
): SelectMatching {
  const filters = JSON.stringify([view.search, ...view.filters]);
  const [wanted, setWanted] = useState<string>();
  if (wanted !== undefined && wanted !== filters) setWanted(undefined);
  const isWanted = wanted === filters;
  const isReady = isComplete && isSettled;
  /** Rows that were waited for; a new object each time. */
  const [awaited, setAwaited] = useState<{ readonly rows: readonly HolderRow[] }>();
  if (isWanted && isReady) {
    setWanted(undefined);
    setAwaited({ rows: shown });
  }
  useEffect(() => {
    if (awaited) selectOnly('user', listPeople(awaited.rows));
  }, [awaited, selectOnly]);
  return {
    count: shown.length,
    isWaiting: isWanted && !isReady,
    onSelect: isReady ? () => selectOnly('user', listPeople(shown)) : () => setWanted(filters),
  };
}
