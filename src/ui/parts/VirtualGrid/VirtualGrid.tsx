import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, type CSSProperties, type FocusEvent, type ReactNode } from 'react';
import { tableHeadInPx, useTableStyles } from '../tableStyles';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { useGridFocus, type GridSize } from './useGridFocus';
import { useGridKeys } from './useGridKeys';
import { useGridRows, type GridRows } from './useGridRows';
import { useGridSelection } from './useGridSelection';
import { useFittingColumns } from './useGridWidth';
import { useOneTabStop } from './useOneTabStop';
import type { CellPosition, GridColumn, VirtualGridProps } from './VirtualGrid.types';
import { useVirtualGridStyles } from './VirtualGrid.styles';

/**
 * A grid that renders only the rows in view. Fully accessible by keyboard and screen reader (ARIA Authoring
 * Practices: grid). Narrow containers show cards instead of columns.
 */
export function VirtualGrid<Row, SortId extends string = string>(
  props: VirtualGridProps<Row, SortId>,
): ReactNode {
  const { label, rows, keyOf, selection, selectLabelOf, selectAllLabel = '', sort, onSort } = props;
  const { totalRows, layout = 'page', isHeadless = false, isSection, nameOf, onDelete } = props;
  const styles = useVirtualGridStyles();
  const table = useTableStyles();
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { columns, isNarrow } = useFittingColumns(grid, props.columns);
  const headColumns = isNarrow ? columns.slice(0, 1) : columns;
  const headRows = isHeadless ? 0 : 1;
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const headInPx = isHeadless ? 0 : tableHeadInPx;
  const sections = useMemo(() => findSections(rows, isSection), [rows, isSection]);
  const view = useGridRows(scroller, keys, {
    isScrolledOutside: layout === 'page',
    headInPx,
    isNarrow,
    sections,
  });
  // In a low window a few rows stay in view, and the page scrolls too.
  const minHeight = layout === 'fill' && `min(12rem, ${view.virtualizer.getTotalSize() + headInPx}px)`;
  const selecting = useGridSelection(keys, selection);
  const size = gridSize(rows.length, headRows, selection ? 1 : 0, headColumns.length, columns.length);
  const { active, ...focus } = useGridFocus(grid, size, keys, view.scrollToRow);
  const tabStop = useOneTabStop(grid);
  const { keepMounted, pageRows } = view;
  useEffect(() => keepMounted(active.row - 1), [keepMounted, active.row]);
  const onKeyDown = useGridKeys({
    ...{ rows, nameOf, onDelete, active, size, pageRows },
    moveTo: focus.moveTo,
    selecting: selection && selecting,
  });

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={totalRows === -1 ? -1 : Math.max(totalRows ?? 0, rows.length) + headRows}
      aria-colcount={size.columns}
      aria-multiselectable={selection ? true : undefined}
      aria-keyshortcuts={onDelete ? 'Delete' : undefined}
      className={mergeClasses(table.card, styles.grid, layout === 'fill' && styles.fill)}
      style={gridStyle(columns, Boolean(selection), { minHeight, isHeadless })}
      onKeyDown={onKeyDown}
      onFocus={within((event) => {
        focus.onFocus(event);
        tabStop.onFocus(event);
      })}
      onBlur={within((event) => {
        focus.onBlur();
        tabStop.onBlur(event);
      })}
    >
      <div ref={scroller} role="presentation" className={layout === 'fill' ? styles.scroller : undefined}>
        {!isHeadless && (
          <GridHead
            columns={headColumns}
            sort={sort}
            onSort={onSort}
            selectAll={
              selection && { label: selectAllLabel, state: selecting.state, onToggle: selecting.toggleAll }
            }
            activeColumn={active.row === 0 ? active.column : undefined}
          />
        )}
        <GridBody
          {...{ rows, columns, selection, selectLabelOf, isSection, keys, view, active, headRows }}
          onToggle={selecting.toggle}
        />
      </div>
    </div>
  );
}

const noSections: readonly number[] = [];

function findSections<Row>(
  rows: readonly Row[],
  isSection: VirtualGridProps<Row>['isSection'],
): readonly number[] {
  if (!isSection) return noSections;
  return rows.flatMap((row, index) => (isSection(row) ? index : []));
}

function gridSize(
  rows: number,
  headRows: number,
  selectColumns: number,
  headColumns: number,
  columns: number,
): GridSize {
  return {
    firstRow: 1 - headRows,
    lastRow: rows,
    headColumns: headColumns + selectColumns,
    columns: columns + selectColumns,
  };
}

/** Leaves out the focus of dialogs and menus that a cell opened: React passes it on. */
function within(handler: (event: FocusEvent<HTMLElement>) => void): (event: FocusEvent<HTMLElement>) => void {
  return (event) => {
    if (event.currentTarget.contains(event.target)) handler(event);
  };
}

function gridStyle<Row>(
  columns: readonly GridColumn<Row>[],
  hasSelect: boolean,
  { minHeight, isHeadless }: { readonly minHeight: string | false; readonly isHeadless: boolean },
): CSSProperties {
  const select = hasSelect ? '20px ' : '';
  return {
    '--grid-tracks': `${select}${columns.map(({ width }) => width).join(' ')}`,
    '--grid-narrow-tracks': `${select}minmax(0, 1fr) minmax(0, 1fr)`,
    '--grid-wide': hasSelect ? '2 / span 2' : '1 / span 2',
    ...(isHeadless && { '--grid-head': '0px' }),
    ...(minHeight && { minHeight }),
  } as CSSProperties;
}

interface GridBodyProps<Row> extends Pick<
  VirtualGridProps<Row>,
  'rows' | 'columns' | 'selection' | 'selectLabelOf' | 'isSection'
> {
  readonly keys: readonly string[];
  readonly view: GridRows;
  readonly active: CellPosition;
  readonly headRows: number;
  readonly onToggle: (index: number, withRange: boolean) => void;
}

/** The rows in view. */
function GridBody<Row>(props: GridBodyProps<Row>): ReactNode {
  const { rows, columns, selection, selectLabelOf, isSection, keys, view, active, headRows, onToggle } =
    props;
  const styles = useVirtualGridStyles();
  const { virtualizer, stuckRow } = view;
  return (
    <div role="rowgroup" className={styles.body} style={{ height: `${virtualizer.getTotalSize()}px` }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        if (row === undefined) return undefined;
        return (
          <GridRow
            key={key}
            row={row}
            index={index}
            start={start - virtualizer.options.scrollMargin}
            headRows={headRows}
            section={!isSection?.(row) ? undefined : index === stuckRow ? 'stuck' : 'loose'}
            columns={columns}
            activeColumn={active.row === index + 1 ? active.column : undefined}
            isSelected={selection?.selected.has(keys[index] ?? '') ?? false}
            selectLabel={selection ? (selectLabelOf?.(row) ?? '') : undefined}
            onToggle={onToggle}
            measure={virtualizer.measureElement}
          />
        );
      })}
    </div>
  );
}
