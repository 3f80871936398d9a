import { Button } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { filterHolders } from '../../parts/HolderGrid/filterHolders';
import { HolderGrid } from '../../parts/HolderGrid/HolderGrid';
import type { HolderFilter, HolderRow } from '../../parts/HolderGrid/HolderGrid.types';
import { Loading } from '../../parts/Loading';
import type { GridSort } from '../../parts/VirtualGrid/VirtualGrid.types';
import { HolderCount } from './HolderCount';
import { HolderToolbar } from './HolderToolbar';
import { IssuesStrip } from './IssuesStrip';
import { StatusLine } from './StatusLine';
import { useHolderList, type HolderList } from './useHolderList';
import { useRested } from './useRested';
import type { Selection } from './useSelection';

/** How long typing must rest before the service searches, in milliseconds. */
const restInMs = 250;

/** Whose holders are listed, and what the tabs share. */
interface UsersTabProps {
  readonly product: Product;
  readonly selection: Selection;
  readonly filters: ReadonlySet<HolderFilter>;
  readonly onFilters: (filters: ReadonlySet<HolderFilter>) => void;
  readonly onShowIssues: () => void;
}

/** Everyone who holds the product by any path. */
export function UsersTab(props: UsersTabProps): ReactNode {
  const { product, selection, filters, onFilters, onShowIssues } = props;
  const [typed, setTyped] = useState('');
  const search = useRested(typed.trim(), restInMs);
  const [sort, setSort] = useState<GridSort>();
  const list = useHolderList(product.key, search);
  const shown = useMemo(() => filterHolders(list.rows ?? [], filters), [list.rows, filters]);
  return (
    <>
      <IssuesStrip list={list} onShow={onShowIssues} />
      <HolderToolbar {...{ filters, onFilters }} search={typed} onSearch={setTyped} />
      <StatusLine selection={selection}>
        {list.rows && (
          <HolderCount
            list={list}
            shown={shown.length}
            isSearched={search !== ''}
            isFiltered={filters.size > 0}
            isSorted={sort !== undefined}
          />
        )}
      </StatusLine>
      {list.error && <ErrorNotice error={list.error} onRetry={list.retry} />}
      {!list.rows && !list.error && <Loading />}
      {list.rows && shown.length === 0 && (
        <NoHolders
          product={product}
          isNarrowed={search !== '' || filters.size > 0}
          onWiden={() => {
            setTyped('');
            onFilters(new Set());
          }}
        />
      )}
      {shown.length > 0 && (
        <HolderRows
          {...{ product, selection, list, sort }}
          rows={shown}
          isNarrowed={filters.size > 0}
          onSort={setSort}
        />
      )}
    </>
  );
}

interface HolderRowsProps {
  readonly product: Product;
  readonly selection: Selection;
  readonly list: HolderList;
  readonly rows: readonly HolderRow[];
  readonly isNarrowed: boolean;
  readonly sort: GridSort | undefined;
  readonly onSort: (sort: GridSort) => void;
}

function HolderRows(props: HolderRowsProps): ReactNode {
  const { product, selection, list, rows, isNarrowed, sort, onSort } = props;
  const { product: words } = useMessages();
  // Over a part of the rows, filters and sorting would have every page read for want of rows to fill the view.
  const readsAsScrolled = !isNarrowed && !sort;
  const { loadMore } = list;
  const onEndReached = useCallback(() => {
    if (readsAsScrolled) loadMore();
  }, [readsAsScrolled, loadMore]);
  const planNameOf = usePlanNames(product);
  return (
    <>
      <HolderGrid
        {...{ rows, planNameOf, sort, onSort, onEndReached }}
        productState={product.state}
        label={words.usersGrid(product.name)}
        totalRows={readsAsScrolled ? (list.total ?? rows.length) : rows.length}
        selection={{
          selected: selection.idsOf('user'),
          onChange: (ids) =>
            selection.select(
              'user',
              ids,
              rows.map(({ holder }) => holder.user),
            ),
        }}
      />
      {list.isLoadingMore && <p role="status">{words.loadingMore}</p>}
    </>
  );
}

interface NoHoldersProps {
  readonly product: Product;
  readonly isNarrowed: boolean;
  readonly onWiden: () => void;
}

function NoHolders({ product, isNarrowed, onWiden }: NoHoldersProps): ReactNode {
  const { product: words, products } = useMessages();
  const { coverage } = product;
  if (!isNarrowed) {
    // Where nothing can be assigned, to assign is no advice.
    const text = coverage.kind === 'assignable' ? words.emptyUsersBody : products.coverage[coverage.because];
    return <EmptyState title={words.emptyUsersTitle} text={text} />;
  }
  return (
    <EmptyState title={words.emptySearchTitle} text={words.emptySearchBody}>
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
