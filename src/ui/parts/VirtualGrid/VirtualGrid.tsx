import { useEffect, useMemo, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { GridBody } from './GridBody';
import { GridHead } from './GridHead';
import { useGridFocus } from './useGridFocus';
import { useGridRows } from './useGridRows';
import { useGridSelection } from './useGridSelection';
import type { GridColumn, VirtualGridProps } from './VirtualGrid.types';
import { useVirtualGridStyles } from './VirtualGrid.styles';

/**
 * A grid of many rows, of which only those in view are drawn. Complete by keyboard and for screen readers
 * (ARIA Authoring Practices: grid); narrow containers get cards instead of columns.
 */
export function VirtualGrid<Row, SortId extends string = string>(
  props: VirtualGridProps<Row, SortId>,
): ReactNode {
  const { label, columns, rows, keyOf, selection, selectLabelOf, selectAllLabel = '', sort, onSort } = props;
  const { totalRows, maxHeight = 'max(22rem, calc(100dvh - 24rem))' } = props;
  const styles = useVirtualGridStyles();
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const isScrolledOutside = maxHeight === 'none';
  const view = useGridRows(scroller, keys, isScrolledOutside);
  const selecting = useGridSelection(keys, selection);
  const size = {
    rows: rows.length + 1,
    columns: columns.length + (selection ? 1 : 0),
    pageRows: view.pageRows,
  };
  const { active, ...focus } = useGridFocus(grid, size, view.scrollToRow);
  const { keepMounted } = view;
  useEffect(() => keepMounted(active.row - 1), [keepMounted, active.row]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (selection && event.key === ' ' && active.row > 0 && isCell(event.target)) {
      event.preventDefault();
      selecting.toggle(active.row - 1, event.shiftKey);
    } else if (selection && event.ctrlKey && event.key === 'a') {
      event.preventDefault();
      if (selecting.state !== 'all') selecting.toggleAll();
    } else focus.onKeyDown(event);
  }

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={totalRows === -1 ? -1 : Math.max(totalRows ?? 0, rows.length) + 1}
      aria-colcount={size.columns}
      aria-multiselectable={selection ? true : undefined}
      className={styles.grid}
      style={gridTemplate(columns, Boolean(selection))}
      onKeyDown={onKeyDown}
      onFocus={focus.onFocus}
    >
      <div
        ref={scroller}
        role="presentation"
        className={isScrolledOutside ? undefined : styles.scroller}
        style={{ maxHeight }}
      >
        <GridHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          selectAll={
            selection && { label: selectAllLabel, state: selecting.state, onToggle: selecting.toggleAll }
          }
          activeColumn={active.row === 0 ? active.column : undefined}
        />
        <GridBody
          {...{ rows, columns, selection, selectLabelOf, keys, view, active }}
          onToggle={selecting.toggle}
        />
      </div>
    </div>
  );
}

function isCell(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'gridcell';
}

function gridTemplate<Row>(columns: readonly GridColumn<Row>[], hasSelect: boolean): CSSProperties {
  const select = hasSelect ? '20px ' : '';
  return {
    '--grid-tracks': `${select}${columns.map(({ width }) => width).join(' ')}`,
    '--grid-narrow-tracks': `${select}minmax(0, 1fr) minmax(0, 1fr)`,
    '--grid-wide': hasSelect ? '2 / span 2' : '1 / span 2',
  } as CSSProperties;
}
