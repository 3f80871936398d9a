import type { ReactNode } from 'react';
import { GridRow } from './GridRow';
import type { GridRows } from './useGridRows';
import type { CellPosition, VirtualGridProps } from './VirtualGrid.types';
import { useVirtualGridStyles } from './VirtualGrid.styles';

/** Options of the rows of a grid. */
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
export function GridBody<Row>(props: GridBodyProps<Row>): ReactNode {
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
