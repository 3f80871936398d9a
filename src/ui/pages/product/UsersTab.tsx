import { Button } from '@fluentui/react-components';
import { useCallback, useDeferredValue, useMemo, type ReactNode } from 'react';
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
import { isOfCloud } from '../../../licensing/door';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { extractSearchText } from '../../parts/PrincipalPicker/readPasted';
import type { GridSort } from '../../parts/VirtualGrid/VirtualGrid.types';
import { useUpdates } from '../../queries/useUpdates';
import type { HolderColumnId } from '../../parts/HolderGrid/HolderGrid.types';
import { countSelected, type PrincipalList } from '../../parts/principalSelection';
import { createHolderTexts, type HolderTexts } from '../../parts/HolderGrid/holderTexts';
import { WaitingList } from './WaitingList';
import { HolderBar } from './HolderBar';
import { ListAge } from './ListBar';
import { useHolderList, type HolderList } from './useHolderList';
import { useReportShown, type ReportShown } from './useReportShown';
import { useHolderColumnChoice } from './HolderColumns';
import { listPeople } from './selectPeople';
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
  const { common } = useMessages();
  const { product, selection, view, onViewChange, canSelect, onSelectFromList, onShownCount } = props;
  const list = useHolderList(product.key);
  const texts = useHolderTexts(product);
  const choice = useHolderColumnChoice();
  const { columns } = choice;
  const [openPerson, personFlyout] = usePersonFlyout(product);
  // Keeps typing and chips responsive with long lists.
  const filters = useDeferredValue(view.filters);
  const search = useDeferredValue(extractSearchText(view.search));
  const isSettled = filters === view.filters && search === extractSearchText(view.search);
  const isNarrowed = search !== '' || filters.length > 0;
  const { shown, unknown } = useMemo(
    () => filterHolders(list.rows ?? [], filters, search),
    [list.rows, filters, search],
  );
  const listed = useMemo(() => listPeople(shown), [shown]);
  const selected = selection.selected.user;
  const shownCount = useMemo(() => countSelected(selected, listed), [selected, listed]);
  useReportShown(shownCount, onShownCount);
  const sortBy = (sort: GridSort<HolderColumnId>): void => onViewChange({ ...view, sort });
  return (
    <>
      <AboveList {...{ product, list }} />
      <HolderBar
        {...{ product, view, onViewChange, onSelectFromList, selection, canSelect, shownCount }}
        {...{ list, shown, unknown, texts, columns, choice, isNarrowed, isSettled }}
      />
      {list.error && <ErrorNotice error={list.error} onRetry={list.retry} />}
      {!list.rows && !list.error && (
        <Loading variant="product" what={common.waits.users(product.name)} isOfCloud={isOfCloud(product)} />
      )}
      {list.isComplete && shown.length === 0 && (
        <NoHolders
          product={product}
          {...{ isNarrowed, isPartial: list.isPartial, devices: list.devices }}
          onWiden={() => onViewChange({ ...wholeView, sort: view.sort })}
        />
      )}
      {shown.length > 0 && (
        <HolderRows
          {...{ product, texts, columns, selection, canSelect, listed, shownCount }}
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

interface HolderRowsProps {
  readonly product: Product;
  readonly texts: HolderTexts;
  readonly columns: readonly HolderColumnId[];
  readonly selection: Selection;
  readonly canSelect: boolean;
  readonly rows: readonly HolderRow[];
  /** Users of the rows; `shownCount` of them are selected. */
  readonly listed: PrincipalList;
  readonly shownCount: number;
  readonly totalRows: number;
  readonly sort: GridSort<HolderColumnId> | undefined;
  readonly onSort: (sort: GridSort<HolderColumnId>) => void;
  readonly onOpenPerson: (person: UserPrincipal) => void;
}

function HolderRows(props: HolderRowsProps): ReactNode {
  const { product, texts, columns, selection, canSelect, rows, listed, shownCount } = props;
  const { totalRows, sort, onSort, onOpenPerson } = props;
  const { product: words } = useMessages();
  const planNameOf = usePlanNames(product);
  const isUpdating = useUpdates().some((update) => update.product === product.key && update.isUpdating);
  return (
    <HolderGrid
      {...{ rows, texts, planNameOf, sort, onSort, totalRows, isUpdating, onOpenPerson }}
      shown={columns}
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
  /** Number of devices that take licenses. */
  readonly devices: number;
  readonly onWiden: () => void;
}

function NoHolders({ product, isNarrowed, isPartial, devices, onWiden }: NoHoldersProps): ReactNode {
  const { product: words, products } = useMessages();
  const { coverage } = product;
  if (!isNarrowed) {
    // If nothing can be assigned, the text doesn't suggest it.
    const text = coverage.kind === 'assignable' ? words.emptyUsersBody : products.coverage[coverage.because];
    const texts = [...(devices > 0 ? [words.emptyDevices(devices)] : []), text];
    return <EmptyState title={words.emptyUsersTitle} text={texts.join(' ')} />;
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

/** Returns the texts of the list; the same until the product or the language changes. */
function useHolderTexts(product: Product): HolderTexts {
  const messages = useMessages();
  const planNameOf = usePlanNames(product);
  const { state: productState } = product;
  return useMemo(
    () => createHolderTexts({ messages, productState, planNameOf }),
    [messages, productState, planNameOf],
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
