import { useMemo, type ReactNode } from 'react';
import { filterHolders } from '../../parts/HolderGrid/filterHolders';
import type { HolderView } from '../../parts/HolderGrid/HolderGrid.types';
import { useGroups } from '../../queries/useGroups';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { ColumnsMenu, type HolderColumnChoice } from './HolderColumns';
import { HolderCount } from './HolderCount';
import { HolderExport } from './HolderExport';
import type { HolderExportSource } from './HolderExportDialog';
import { HolderToolbar } from './HolderToolbar';
import { ListBar } from './ListBar';
import { SelectAllButton, SelectMatchingButton, useSelectAll, useSelectMatching } from './selectPeople';
import type { Product } from '../../../licensing/product';
import type { HolderList } from './useHolderList';
import type { Selection } from './useSelection';

interface HolderBarProps extends Omit<HolderExportSource, 'product' | 'sort'> {
  readonly product: Product;
  readonly view: HolderView;
  readonly onViewChange: (view: HolderView) => void;
  readonly onSelectFromList: (() => void) | undefined;
  readonly selection: Selection;
  readonly choice: HolderColumnChoice;
  readonly canSelect: boolean;
  /** Number of shown rows that are selected. */
  readonly shownCount: number;
  /** True if search or filters leave rows out. */
  readonly isNarrowed: boolean;
  /** True if the shown rows are filtered by `view` already. */
  readonly isSettled: boolean;
}

/** The line above the list of users: search, filters, counts, and tools. */
export function HolderBar(props: HolderBarProps): ReactNode {
  const { product, view, onViewChange, onSelectFromList, selection, ...others } = props;
  const { canSelect, shownCount, choice, isSettled, ...source } = others;
  const isNarrow = useIsNarrow();
  const { list, shown, unknown, texts, columns, isNarrowed } = source;
  const { data: groups } = useGroups(product.key);
  const several = useSeveral(list);
  const selectAll = useSelectAll(list, selection);
  const matching = useSelectMatching(list, { shown, view, isSettled }, selection);
  const canSelectMatching =
    canSelect && isNarrowed && shown.length > 0 && (matching.isWaiting || shownCount < shown.length);
  const isEmpty = list.isComplete && list.rows?.length === 0 && !isNarrowed;
  return (
    <ListBar
      product={product.key}
      {...{ onSelectFromList }}
      columns={columns.map((id) => ({ id, header: texts.headerOf(id) }))}
      sort={view.sort}
      onSort={(sort) => onViewChange({ ...view, sort })}
      tools={
        !isEmpty && (
          <>
            {/* Cards have no columns. */}
            {!isNarrow && <ColumnsMenu {...choice} headerOf={texts.headerOf} />}
            <HolderExport {...source} {...{ product }} sort={view.sort} />
          </>
        )
      }
      count={
        list.rows &&
        !isEmpty && (
          <>
            <HolderCount {...{ list, unknown }} shown={isNarrowed ? shown.length : undefined} />
            {canSelectMatching && <SelectMatchingButton {...matching} />}
            {selectAll && (selectAll.isWaiting || (shownCount > 0 && shownCount === shown.length)) && (
              <SelectAllButton {...selectAll} />
            )}
          </>
        )
      }
    >
      {!isEmpty && (
        <HolderToolbar
          {...{ view, onViewChange, several, list }}
          product={product.key}
          shownCount={shown.length}
          issues={list.isReadingIssues ? undefined : { ...list.counts, isPartial: list.isPartial }}
          groupNameOf={(id) => groups?.find(({ group }) => group.id === id)?.group.displayName}
        />
      )}
    </ListBar>
  );
}

/** Counts the people with several licenses; more may follow while pages load, or come from what couldn't be read. */
function useSeveral({ rows, isComplete, isPartial, unread }: HolderList) {
  return useMemo(() => {
    const { shown, unknown } = filterHolders(rows ?? [], ['several']);
    return { count: shown.length, isPartial: !isComplete || isPartial || unread + unknown > 0 };
  }, [rows, isComplete, isPartial, unread]);
}
