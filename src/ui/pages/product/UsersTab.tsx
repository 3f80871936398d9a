import { Button } from '@fluentui/react-components';
import { useCallback, useDeferredValue, useEffect, useMemo, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { isOwned } from '../../../licensing/isAssignable';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { DoorLimits } from '../../parts/DoorLimits';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { filterHolders } from '../../parts/HolderGrid/filterHolders';
import { HolderGrid } from '../../parts/HolderGrid/HolderGrid';
import { wholeView, type HolderRow, type HolderView } from '../../parts/HolderGrid/HolderGrid.types';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { extractSearchText } from '../../parts/PrincipalPicker/readPasted';
import type { GridSort } from '../../parts/VirtualGrid/VirtualGrid.types';
import { useGroups } from '../../queries/useGroups';
import { useUpdates } from '../../queries/useUpdates';
import { rowFinder } from '../../parts/HolderGrid/mergeHolders';
import type { HolderSortId } from '../../parts/HolderGrid/HolderGrid.types';
import { countSelected, type PrincipalList } from '../../parts/principalSelection';
import { HolderCount } from './HolderCount';
import { HolderToolbar } from './HolderToolbar';
import { WaitingList } from './WaitingList';
import { ListAge, ListBar } from './ListBar';
import { useHolderList, type HolderList } from './useHolderList';
import { useReportShown, type ReportShown } from './useReportShown';
import { usePersonFlyout } from './usePersonFlyout';
import type { Selection } from './useSelection';

interface UsersTabProps {
  readonly product: Product;
  readonly selection: Selection;
  readonly view: HolderView;
  readonly onViewChange: (view: HolderView) => void;
  /** False if nothing can be done with a selection. */
  readonly canSelect: boolean;
  readonly onSelectFromList: (() => void) | undefined;
  readonly onShownCount: ReportShown;
}

/** The tab with all users who have the product by any path. */
export function UsersTab(props: UsersTabProps): ReactNode {
  const { common, product: words } = useMessages();
  const { product, selection, view, onViewChange, canSelect, onSelectFromList, onShownCount } = props;
  const list = useHolderList(product.key);
  const [openPerson, personFlyout] = usePersonFlyout(product);
  const { data: groups } = useGroups(product.key);
  // Keeps typing and chips responsive with long lists.
  const filters = useDeferredValue(view.filters);
  const search = useDeferredValue(extractSearchText(view.search));
  const isNarrowed = search !== '' || filters.length > 0;
  const { shown, unknown } = useMemo(
    () => filterHolders(list.rows ?? [], filters, search),
    [list.rows, filters, search],
  );
  const several = useSeveral(list);
  const listed = useMemo(() => listPeople(shown), [shown]);
  const selected = selection.selected.user;
  const shownCount = useMemo(() => countSelected(selected, listed), [selected, listed]);
  useReportShown(shownCount, onShownCount);
  const selectAll = useSelectAll(list, selection);
  const sortBy = (sort: GridSort<HolderSortId>): void => onViewChange({ ...view, sort });
  const isEmpty = list.isComplete && list.rows?.length === 0 && !isNarrowed;
  return (
    <>
      <AboveList {...{ product, list }} />
      <ListBar
        product={product.key}
        {...{ onSelectFromList }}
        columns={[
          { id: 'user', header: words.columnUser },
          { id: 'path', header: words.columnAssignedVia },
          { id: 'since', header: words.columnSince },
          { id: 'state', header: words.columnNotes },
        ]}
        sort={view.sort}
        onSort={sortBy}
        count={
          list.rows &&
          !isEmpty && (
            <>
              <HolderCount {...{ list, unknown }} shown={isNarrowed ? shown.length : undefined} />
              {selectAll && (selectAll.isWaiting || (shownCount > 0 && shownCount === shown.length)) && (
                <SelectAllButton {...selectAll} />
              )}
            </>
          )
        }
      >
        {!isEmpty && (
          <HolderToolbar
            {...{ view, onViewChange, several }}
            issues={list.isReadingIssues ? undefined : { ...list.counts, isPartial: list.isPartial }}
            groupNameOf={(id) => groups?.find(({ group }) => group.id === id)?.group.displayName}
          />
        )}
      </ListBar>
      {list.error && <ErrorNotice error={list.error} onRetry={list.retry} />}
      {!list.rows && !list.error && <Loading variant="product" what={common.waits.users(product.name)} />}
      {list.isComplete && shown.length === 0 && (
        <NoHolders
          product={product}
          {...{ isNarrowed, isPartial: list.isPartial }}
          onWiden={() => onViewChange({ ...wholeView, sort: view.sort })}
        />
      )}
      {shown.length > 0 && (
        <HolderRows
          {...{ product, selection, canSelect, listed, shownCount }}
          rows={shown}
          totalRows={isNarrowed ? shown.length : list.isReadingIssues ? -1 : (list.total ?? -1)}
          sort={view.sort}
          onSort={sortBy}
          onOpenPerson={openPerson}
        />
      )}
      {list.rows && <ListAge product={product.key} />}
      {personFlyout}
    </>
  );
}

/** Counts the people with several licenses; more may follow while pages load, or come from what couldn't be read. */
function useSeveral({ rows, isComplete, isPartial, unread }: HolderList) {
  return useMemo(() => {
    const { shown, unknown } = filterHolders(rows ?? [], ['several']);
    return { count: shown.length, isPartial: !isComplete || isPartial || unread + unknown > 0 };
  }, [rows, isComplete, isPartial, unread]);
}

const lists = new WeakMap<readonly HolderRow[], PrincipalList>();

/** Makes the list of principals of rows; cached by rows. */
function listPeople(rows: readonly HolderRow[]): PrincipalList {
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

function SelectAllButton({ count, isWaiting, onSelect }: SelectAll): ReactNode {
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
function useSelectAll(list: HolderList, selection: Selection): SelectAll | undefined {
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

interface HolderRowsProps {
  readonly product: Product;
  readonly selection: Selection;
  readonly canSelect: boolean;
  readonly rows: readonly HolderRow[];
  /** Users of the rows; `shownCount` of them are selected. */
  readonly listed: PrincipalList;
  readonly shownCount: number;
  readonly totalRows: number;
  readonly sort: GridSort<HolderSortId> | undefined;
  readonly onSort: (sort: GridSort<HolderSortId>) => void;
  readonly onOpenPerson: (person: UserPrincipal) => void;
}

function HolderRows(props: HolderRowsProps): ReactNode {
  const { product, selection, canSelect, rows, listed, shownCount, totalRows, sort, onSort } = props;
  const { onOpenPerson } = props;
  const { product: words } = useMessages();
  const planNameOf = usePlanNames(product);
  const isUpdating = useUpdates().some((update) => update.product === product.key && update.isUpdating);
  return (
    <HolderGrid
      {...{ rows, planNameOf, sort, onSort, totalRows, isUpdating, onOpenPerson }}
      productState={product.state}
      label={words.usersGrid(product.name)}
      selection={
        canSelect
          ? {
              selected: selection.selected.user,
              count: shownCount,
              onChange: (ids, isOn) => selection.setSelected('user', ids, isOn, listed),
            }
          : undefined
      }
    />
  );
}

interface NoHoldersProps {
  readonly product: Product;
  readonly isNarrowed: boolean;
  /** True if some users couldn't be read, so that an empty list proves nothing. */
  readonly isPartial: boolean;
  readonly onWiden: () => void;
}

function NoHolders({ product, isNarrowed, isPartial, onWiden }: NoHoldersProps): ReactNode {
  const { product: words, products } = useMessages();
  const { coverage } = product;
  if (!isNarrowed) {
    // If nothing can be assigned, the text doesn't suggest it.
    const text = coverage.kind === 'assignable' ? words.emptyUsersBody : products.coverage[coverage.because];
    return <EmptyState title={words.emptyUsersTitle} text={text} />;
  }
  return (
    <EmptyState
      title={isPartial ? words.partialSearchTitle : words.emptySearchTitle}
      text={isPartial ? words.partialSearchBody : words.emptySearchBody}
    >
      <Button onClick={onWiden}>{words.clearFilters}</Button>
    </EmptyState>
  );
}

function usePlanNames({ planNames, owned }: Product): (planId: string) => string {
  return useCallback(
    (planId) => planNames[planId] ?? owned?.plans.find(({ id }) => id === planId)?.partName ?? planId,
    [planNames, owned],
  );
}

/** The people who wait for a license, and what the list can't show; above the bar, whose counts stand in the list's head on a phone. */
function AboveList({
  product,
  list,
}: Pick<UsersTabProps, 'product'> & { readonly list: HolderList }): ReactNode {
  return (
    <>
      {isOwned(product) && <WaitingList product={product} />}
      <DoorLimits product={product} of={['assignment-dates', 'issues']} />
      <UnreadIssues list={list} />
    </>
  );
}

/** Says that issues, or the issues of some groups, couldn't be read, so that users may be missing. */
function UnreadIssues({ list }: { readonly list: HolderList }): ReactNode {
  const { product: words } = useMessages();
  const { issuesError, unreadGroups, isPartial } = list;
  if (!isPartial) return undefined;
  const names = unreadGroups.flatMap(({ name }) => name ?? []);
  return (
    <Notice intent="warning">
      {issuesError ? words.issuesUnreadable : words.issuesUnreadIn(names, unreadGroups.length)}
    </Notice>
  );
}
