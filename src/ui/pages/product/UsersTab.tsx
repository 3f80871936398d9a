import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useDeferredValue, useEffect, useMemo, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { filterHolders } from '../../parts/HolderGrid/filterHolders';
import { HolderGrid } from '../../parts/HolderGrid/HolderGrid';
import { wholeView, type HolderRow, type HolderView } from '../../parts/HolderGrid/HolderGrid.types';
import { Loading } from '../../parts/Loading';
import { extractSearchText } from '../../parts/PrincipalPicker/readPasted';
import type { GridSort } from '../../parts/VirtualGrid/VirtualGrid.types';
import { useGroups } from '../../queries/useGroups';
import { useUpdates } from '../../queries/useUpdates';
import { rowFinder } from '../../parts/HolderGrid/mergeHolders';
import type { HolderSortId } from '../../parts/HolderGrid/HolderGrid.types';
import { countSelected, type PrincipalList } from '../../parts/principalSelection';
import { HolderToolbar } from './HolderToolbar';
import { SelectionStatus, type SelectAll } from './SelectionStatus';
import { useHolderList, type HolderList } from './useHolderList';
import type { Selection } from './useSelection';

interface UsersTabProps {
  readonly product: Product;
  readonly selection: Selection;
  readonly view: HolderView;
  readonly onViewChange: (view: HolderView) => void;
  readonly onShowIssues: () => void;
  readonly onSelectFromList: (() => void) | undefined;
}

/** The tab with all users who have the product by any path. */
export function UsersTab(props: UsersTabProps): ReactNode {
  const { common } = useMessages();
  const { product, selection, view, onViewChange, onShowIssues, onSelectFromList } = props;
  const list = useHolderList(product.key);
  const { data: groups } = useGroups(product.key);
  // Keeps typing and chips responsive with long lists.
  const filters = useDeferredValue(view.filters);
  const search = useDeferredValue(extractSearchText(view.search));
  const isNarrowed = search !== '' || filters.length > 0;
  const { shown, unknown } = useMemo(
    () => filterHolders(list.rows ?? [], filters, search),
    [list.rows, filters, search],
  );
  const listed = useMemo(() => listPeople(shown), [shown]);
  const selected = selection.selected.user;
  const shownCount = useMemo(() => countSelected(selected, listed), [selected, listed]);
  const selectAll = useSelectAll(list, selection);
  const areAllShownSelected = shownCount > 0 && shownCount === shown.length;
  return (
    <>
      <IssuesBanner list={list} onShow={onShowIssues} />
      <HolderToolbar
        {...{ view, onViewChange }}
        groupNameOf={(id) => groups?.find(({ group }) => group.id === id)?.group.displayName}
      />
      <SelectionStatus
        {...{ selection, shownCount, onSelectFromList }}
        selectAll={selectAll?.isWaiting || areAllShownSelected ? selectAll : undefined}
      >
        {list.rows && <HolderCount {...{ list, unknown }} shown={isNarrowed ? shown.length : undefined} />}
      </SelectionStatus>
      {list.error && <ErrorNotice error={list.error} onRetry={list.retry} />}
      {!list.rows && !list.error && <Loading what={common.waits.users(product.name)} />}
      {list.isComplete && shown.length === 0 && (
        <NoHolders
          product={product}
          {...{ isNarrowed }}
          isPartial={list.isPartial}
          onWiden={() => onViewChange({ ...wholeView, sort: view.sort })}
        />
      )}
      {shown.length > 0 && (
        <HolderRows
          {...{ product, selection, listed, shownCount }}
          rows={shown}
          totalRows={isNarrowed ? shown.length : list.isReadingIssues ? -1 : (list.total ?? -1)}
          sort={view.sort}
          onSort={(sort) => onViewChange({ ...view, sort })}
        />
      )}
    </>
  );
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

/**
 * Returns the button that selects everyone, unless everyone is selected. While pages are loading, the selection waits
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
  readonly rows: readonly HolderRow[];
  /** Users of the rows; `shownCount` of them are selected. */
  readonly listed: PrincipalList;
  readonly shownCount: number;
  readonly totalRows: number;
  readonly sort: GridSort<HolderSortId> | undefined;
  readonly onSort: (sort: GridSort<HolderSortId>) => void;
}

function HolderRows(props: HolderRowsProps): ReactNode {
  const { product, selection, rows, listed, shownCount, totalRows, sort, onSort } = props;
  const { product: words } = useMessages();
  const planNameOf = usePlanNames(product);
  const isUpdating = useUpdates().some((update) => update.product === product.key && update.isUpdating);
  return (
    <HolderGrid
      {...{ rows, planNameOf, sort, onSort, totalRows, isUpdating }}
      productState={product.state}
      label={words.usersGrid(product.name)}
      selection={{
        selected: selection.selected.user,
        count: shownCount,
        onChange: (ids, isOn) => selection.setSelected('user', ids, isOn, listed),
      }}
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

interface IssuesBannerProps {
  readonly list: HolderList;
  readonly onShow: () => void;
}

/** Banner with the number of users in error and with issues, and the groups whose issues couldn't be read, if any. */
function IssuesBanner({ list, onShow }: IssuesBannerProps): ReactNode {
  const { product: words } = useMessages();
  const { issuesError, unreadGroups, isPartial } = list;
  const { inError, withIssue } = list.counts;
  const hasIssues = inError + withIssue > 0;
  if (!hasIssues && !isPartial) return undefined;
  const names = unreadGroups.flatMap(({ name }) => name ?? []);
  return (
    <MessageBar intent="warning" layout={isPartial ? 'multiline' : 'auto'}>
      <MessageBarBody>
        {hasIssues && words.issuesBanner(inError, withIssue, isPartial)}{' '}
        {issuesError
          ? words.issuesUnreadable
          : unreadGroups.length > 0 && words.issuesUnreadIn(names, unreadGroups.length)}
      </MessageBarBody>
      {hasIssues && (
        <MessageBarActions>
          <Button size="small" onClick={() => onShow()}>
            {words.showIssues}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

interface HolderCountProps {
  readonly list: HolderList;
  /** Number of rows that pass search and filters; undefined without any. */
  readonly shown: number | undefined;
  /** Number of rows for which the filter result is unknown. */
  readonly unknown: number;
}

/** Counts of the list: users with a license or in error, those that pass the filters, and the loading progress. */
function HolderCount({ list, shown, unknown }: HolderCountProps): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  const { counts, total, isComplete, isReadingIssues, isPartial, error } = list;
  const loaded = list.rows?.length ?? 0;
  const all = total === undefined ? undefined : words.countAll(counts.licensed, counts.inError, isPartial);
  // Announced only once all is loaded: progress changes several times a second.
  if (isComplete) {
    const texts = [
      shown === undefined ? all : words.countShown(shown, loaded, isPartial),
      ...(unknown > 0 ? [words.countUnknown(unknown)] : []),
      ...(list.unread > 0 ? [words.recordsUnread(list.unread)] : []),
    ];
    return <span role="status">{texts.join(' · ')}</span>;
  }
  return (
    <span className={styles.line}>
      {shown === undefined ? all : words.countSoFar(shown, loaded)}
      {!error && <Spinner size="extra-tiny" aria-hidden />}
      {total === undefined ? (
        <span>{words.loadedSoFar(loaded)}</span>
      ) : (
        // Users in error aren't part of the total yet, so "all loaded" would be wrong.
        !(isReadingIssues && loaded >= total) && <span>{words.loadedOf(loaded, total)}</span>
      )}
      {isReadingIssues && <span>{words.readingInError}</span>}
    </span>
  );
}
