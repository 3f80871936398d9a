import { mergeClasses } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import { useTableStyles } from '../tableStyles';
import { GridCheckbox } from './GridCheckbox';
import type { GridColumn } from './VirtualGrid.types';
import { useVirtualGridStyles } from './VirtualGrid.styles';

/** Props of a row. All are cheap to compare, so that scrolling renders only new rows. */
interface GridRowProps<Row> {
  readonly row: Row;
  /** Index among the loaded rows. */
  readonly index: number;
  /** Distance from the top of the rows, in pixels. */
  readonly start: number;
  /** Number of rows above all rows for screen readers: 1 with a header. */
  readonly headRows: number;
  /** `stuck` for the section at the top, `loose` for the others; undefined for other rows. */
  readonly section: 'stuck' | 'loose' | undefined;
  readonly columns: readonly GridColumn<Row>[];
  /** Column of the cell in the tab order, if it's in this row. */
  readonly activeColumn: number | undefined;
  readonly isSelected: boolean;
  /** Undefined in a grid without selection. */
  readonly selectLabel: string | undefined;
  readonly onToggle: (index: number, withRange: boolean) => void;
  readonly measure: (element: Element | null) => void;
}

function GridRowInner<Row>(props: GridRowProps<Row>): ReactNode {
  const { row, index, start, headRows, section, columns, activeColumn, isSelected, selectLabel } = props;
  const { onToggle, measure } = props;
  const styles = useVirtualGridStyles();
  const table = useTableStyles();
  const hasSelect = selectLabel !== undefined;
  const cellProps = (column: number) => ({
    'data-cell': `${index + 1}:${column}`,
    tabIndex: activeColumn === column ? 0 : -1,
  });
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      aria-rowindex={index + headRows + 1}
      aria-selected={hasSelect ? isSelected : undefined}
      className={mergeClasses(
        table.row,
        styles.line,
        styles.row,
        isSelected && styles.selected,
        section && styles.section,
        section === 'stuck' && styles.stuck,
      )}
      style={section === 'stuck' ? undefined : { transform: `translateY(${start}px)` }}
    >
      {hasSelect && (
        <div role="gridcell" aria-colindex={1} className={styles.selectCell}>
          <GridCheckbox
            {...cellProps(0)}
            aria-label={selectLabel}
            checked={isSelected}
            onChange={(event) => onToggle(index, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </div>
      )}
      {columns.map((column, columnIndex) => (
        <div
          key={column.id}
          // The first of several columns names the row.
          role={columnIndex === 0 && columns.length > 1 ? 'rowheader' : 'gridcell'}
          aria-colindex={columnIndex + (hasSelect ? 2 : 1)}
          {...cellProps(columnIndex + (hasSelect ? 1 : 0))}
          data-label={column.isLabelledWhenNarrow ? column.header : undefined}
          className={mergeClasses(
            styles.cell,
            column.isWideWhenNarrow && styles.wideCell,
            column.isLabelledWhenNarrow && styles.labelledCell,
          )}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}

/** One row of a grid. */
export const GridRow = memo(GridRowInner) as typeof GridRowInner;
