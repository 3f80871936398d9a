import { mergeClasses } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { useTableStyles } from '../tableStyles';
import { GridCheckbox } from './GridCheckbox';
import type { GridColumn, GridSort } from './VirtualGrid.types';
import { useVirtualGridStyles } from './VirtualGrid.styles';

interface GridHeadProps<Row, SortId extends string> {
  /** The columns with a header: while rows are cards, only the first one. */
  readonly columns: readonly GridColumn<Row, SortId>[];
  readonly sort: GridSort<SortId> | undefined;
  readonly onSort: ((sort: GridSort<SortId>) => void) | undefined;
  /** Undefined in a grid without selection. */
  readonly selectAll:
    | { readonly label: string; readonly state: 'all' | 'some' | 'none'; readonly onToggle: () => void }
    | undefined;
  /** Column of the cell in the tab order, if it's in the header. */
  readonly activeColumn: number | undefined;
}

/** The header of a grid: column names, sorting, and the checkbox that selects all rows. */
export function GridHead<Row, SortId extends string>({
  columns,
  sort,
  onSort,
  selectAll,
  activeColumn,
}: GridHeadProps<Row, SortId>): ReactNode {
  const styles = useVirtualGridStyles();
  const table = useTableStyles();
  const cellProps = (column: number) => ({
    'data-cell': `0:${column}`,
    tabIndex: activeColumn === column ? 0 : -1,
  });
  const shift = selectAll ? 1 : 0;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={mergeClasses(table.head, styles.line)}>
        {selectAll && (
          <div role="columnheader" aria-colindex={1}>
            <GridCheckbox
              {...cellProps(0)}
              aria-label={selectAll.label}
              checked={selectAll.state === 'all'}
              isMixed={selectAll.state === 'some'}
              onChange={selectAll.onToggle}
            />
          </div>
        )}
        {columns.map((column, index) => {
          const cell = cellProps(index + shift);
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + shift + 1}
              aria-sort={
                sort?.columnId === column.id ? (sort.isDescending ? 'descending' : 'ascending') : undefined
              }
              className={mergeClasses(styles.cell, styles.headCell, index === 0 && styles.firstHead)}
              {...(column.isSortable && onSort ? {} : cell)}
            >
              {column.isSortable && onSort ? (
                <SortButton column={column} sort={sort} onSort={onSort} cell={cell} />
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface SortButtonProps<SortId extends string> {
  readonly column: { readonly id: SortId; readonly header: string };
  readonly sort: GridSort<SortId> | undefined;
  readonly onSort: (sort: GridSort<SortId>) => void;
  readonly cell: { readonly 'data-cell': string; readonly tabIndex: number };
}

function SortButton<SortId extends string>({
  column,
  sort,
  onSort,
  cell,
}: SortButtonProps<SortId>): ReactNode {
  const table = useTableStyles();
  const words = useMessages().product;
  const isCurrent = sort?.columnId === column.id;
  const isDescending = isCurrent && sort.isDescending;
  return (
    <button
      type="button"
      {...cell}
      className={mergeClasses(table.sorter, isCurrent && table.sorted)}
      title={words.sortBy(column.header)}
      onClick={() => onSort({ columnId: column.id, isDescending: isCurrent && !isDescending })}
    >
      {column.header}
      {isDescending ? <ArrowDownRegular aria-hidden /> : <ArrowUpRegular aria-hidden />}
    </button>
  );
}
