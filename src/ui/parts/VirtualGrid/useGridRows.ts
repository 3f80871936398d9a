import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef, type RefObject } from 'react';
import { useIsNarrow } from '../useIsNarrow';

/** Height of a row before it is measured, in pixels: of columns, and of a card on a phone. */
const usualRowInPx = { columns: 53, card: 92 };
/** Height of the heading, which stays on top of the rows, in pixels. */
const headInPx = 41;
/** Rows drawn outside of the view on either side. */
const overscan = 4;
/** Rows of a page of the keyboard before the view is measured. */
const fallbackPageRows = 10;

/** Which rows are drawn, and where. */
export interface GridRows {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** Names the row with the focus, from 0; it stays drawn, so that the focus does not fall to the page. */
  readonly keep: (row: number) => void;
  /** Scrolls a row into view, and keeps it. */
  readonly reveal: (row: number) => void;
  /** Rows that one page of the keyboard moves over. */
  readonly pageRows: number;
}

/** Draws only rows in view. */
export function useGridRows(scroller: RefObject<HTMLDivElement | null>, keys: readonly string[]): GridRows {
  const focusedRow = useRef(0);
  const usualInPx = useIsNarrow() ? usualRowInPx.card : usualRowInPx.columns;
  // Another function each time would have every row laid out again at each scroll.
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys]);
  // eslint-disable-next-line react-hooks/incompatible-library -- it changes under the same reference, and nothing is memoised over it
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualInPx,
    getItemKey,
    overscan,
    scrollMargin: headInPx,
    scrollPaddingStart: headInPx,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const kept = focusedRow.current;
      const isDrawn = kept < 0 || kept >= range.count || drawn.includes(kept);
      return isDrawn ? drawn : [...drawn, kept].sort((a, b) => a - b);
    },
  });

  const fitting = Math.floor((virtualizer.scrollRect?.height ?? 0) / usualInPx);
  const pageRows = fitting > 1 ? fitting - 1 : fallbackPageRows;
  const keep = useCallback((row: number) => {
    focusedRow.current = row;
  }, []);
  const reveal = useCallback(
    (row: number) => {
      focusedRow.current = row;
      virtualizer.scrollToIndex(row, { align: 'auto' });
    },
    [virtualizer],
  );
  return { virtualizer, pageRows, keep, reveal };
}
