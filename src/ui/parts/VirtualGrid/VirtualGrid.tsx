import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { GridHead } from './GridHead';
import { useGridFocus } from './useGridFocus';
import { useGridRows, type GridRows } from './useGridRows';
import type { CellPosition, GridColumn, GridSelection, VirtualGridProps } from './VirtualGrid.types';
import { useVirtualGridStyles } from './VirtualGrid.styles';
import { GridRow } from './GridRow';
import { toggleRange } from './toggleRange';

/**
 * A grid that renders only the rows in view. Fully accessible by keyboard and screen reader (ARIA Authoring
 * Practices: grid). Narrow containers show cards instead of columns.
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

interface GridBodyProps<Row> extends Pick<
  VirtualGridProps<Row>,
  'rows' | 'columns' | 'selection' | 'selectLabelOf'
> {
  readonly keys: readonly string[];
  readonly view: GridRows;
  readonly active: CellPosition;
  readonly onToggle: (index: number, withRange: boolean) => void;
}

/** The rows in view. */
function GridBody<Row>(props: GridBodyProps<Row>): ReactNode {
  const { rows, columns, selection, selectLabelOf, keys, view, active, onToggle } = props;
  const styles = useVirtualGridStyles();
  const { virtualizer } = view;
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

/** Selection of rows in a grid. */
interface GridSelectionApi {
  readonly state: 'all' | 'some' | 'none';
  /** Toggles the row at `index`; `withRange` includes all rows since the last toggled one. */
  readonly toggle: (index: number, withRange: boolean) => void;
  /** Selects all loaded rows, or none if all are selected. */
  readonly toggleAll: () => void;
}

/** Selects rows of a grid. `toggle` is the same function between renders, so that rows don't render again. */
function useGridSelection(keys: readonly string[], selection: GridSelection | undefined): GridSelectionApi {
  const anchor = useRef<string | undefined>(undefined);
  const latest = useRef({ keys, selection });
  useEffect(() => {
    latest.current = { keys, selection };
  });

  const toggle = useCallback((index: number, withRange: boolean) => {
    const { keys: all, selection: chosen } = latest.current;
    const key = all[index];
    if (key === undefined || !chosen) return;
    const turn = toggleRange(all, chosen.selected, key, withRange ? anchor.current : undefined);
    chosen.onChange(turn.keys, turn.isOn);
    anchor.current = key;
  }, []);

  const { selected, count } = selection ?? {};
  const chosenCount = useMemo(
    () => count ?? (selected?.size ? keys.filter((key) => selected.has(key)).length : 0),
    [keys, selected, count],
  );
  const state = chosenCount === 0 ? 'none' : chosenCount === keys.length ? 'all' : 'some';

  return {
    state,
    toggle,
    toggleAll: () => selection?.onChange('all', state !== 'all'),
  };
}
