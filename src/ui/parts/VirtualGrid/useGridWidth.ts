import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import type { GridColumn } from './VirtualGrid.types';

/** Width of a grid up to which its rows are cards, in pixels. The styles have the same one. */
const maxCardsInPx = 600;

/** The columns that fit a grid's width. */
interface FittingColumns<Row, SortId extends string> {
  readonly columns: readonly GridColumn<Row, SortId>[];
  /** True if the rows are cards, so that the header has only the first column. */
  readonly isNarrow: boolean;
}

/** Returns the columns for the width of the grid. The result changes only when the width passes a limit. */
export function useFittingColumns<Row, SortId extends string>(
  grid: RefObject<HTMLElement | null>,
  all: readonly GridColumn<Row, SortId>[],
): FittingColumns<Row, SortId> {
  const limits = useMemo(
    () => [...new Set([maxCardsInPx + 1, ...all.flatMap(({ hiddenBelow }) => hiddenBelow ?? [])])],
    [all],
  );
  // The largest limit that the width reaches.
  const [reached, setReached] = useState(() => Math.max(...limits));
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return undefined;
    const measure = (): void => {
      // Without a border, as in the styles. Zero while the grid isn't shown.
      const width = element.clientWidth;
      if (width > 0) setReached(Math.max(0, ...limits.filter((limit) => limit <= width)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid, limits]);
  const columns = useMemo(() => {
    const fitting = all.filter(({ hiddenBelow = 0 }) => hiddenBelow <= reached);
    return fitting.length === all.length ? all : fitting;
  }, [all, reached]);
  return { columns, isNarrow: reached <= maxCardsInPx };
}
