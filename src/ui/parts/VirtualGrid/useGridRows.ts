import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';

/** Estimated height of a row, and of a card, in pixels. */
const usualRowInPx = { columns: 44, card: 64 };
/** Height of a section, in pixels. */
export const sectionInPx = 32;
/** Rows rendered outside of the view on each side. */
const overscan = 4;
/** Rows that Page Up and Page Down move by before the view is measured. */
const fallbackPageRows = 10;

/** Rendered rows and their positions. */
export interface GridRows {
  readonly virtualizer: Virtualizer<HTMLElement, Element>;
  /** Keeps the focused row mounted by its index, so that scrolling doesn't lose the focus. */
  readonly keepMounted: (row: number) => void;
  /** Scrolls a row into view and keeps it mounted. */
  readonly scrollToRow: (row: number) => void;
  /** Rows that Page Up and Page Down move by. */
  readonly pageRows: number;
  /** Index of the section at the top; undefined without sections. */
  readonly stuckRow: number | undefined;
}

/** Place and look of the rows, on which their positions depend. */
interface GridPlace {
  /** True if a surrounding element scrolls the rows. */
  readonly isScrolledOutside: boolean;
  /** Height of the sticky header, in pixels. */
  readonly headInPx: number;
  /** True if rows are cards. */
  readonly isNarrow: boolean;
  /** Indexes of the sections, ascending. */
  readonly sections: readonly number[];
}

/**
 * Virtualizes rows in the element that scrolls them: the grid's own, or with `isScrolledOutside` the surrounding
 * pane.
 */
export function useGridRows(
  own: RefObject<HTMLDivElement | null>,
  keys: readonly string[],
  { isScrolledOutside, headInPx, isNarrow, sections }: GridPlace,
): GridRows {
  const { startInPx, barsInPx } = useScroller(own, isScrolledOutside, headInPx);
  const focusedRow = useRef(0);
  const usualInPx = isNarrow ? usualRowInPx.card : usualRowInPx.columns;
  // A new function in each render would measure all rows again at each scroll.
  const getItemKey = useCallback((index: number) => keys[index] ?? index, [keys]);
  // eslint-disable-next-line react-hooks/incompatible-library -- it changes under the same reference, and nothing is memoised over it
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: keys.length,
    getScrollElement: () => scrollerOf(own.current, isScrolledOutside),
    estimateSize: () => usualInPx,
    getItemKey,
    overscan,
    scrollMargin: startInPx,
    scrollPaddingStart: barsInPx.top,
    scrollPaddingEnd: barsInPx.bottom,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const others = [focusedRow.current, lastAtMost(sections, range.startIndex) ?? -1].filter(
        (row) => row >= 0 && row < range.count,
      );
      const all = new Set([...drawn, ...others]);
      return all.size === drawn.length ? drawn : [...all].sort((a, b) => a - b);
    },
  });

  useLayoutEffect(() => {
    // A row as high as the estimate was isn't remembered, so another estimate would move the rows below it.
    virtualizer.measure();
    virtualizer.getTotalSize();
    for (const row of virtualizer.elementsCache.values()) virtualizer.measureElement(row);
  }, [virtualizer, usualInPx]);

  const fitting = Math.floor((virtualizer.scrollRect?.height ?? 0) / usualInPx);
  const pageRows = fitting > 1 ? fitting - 1 : fallbackPageRows;
  const keepMounted = useCallback((row: number) => {
    focusedRow.current = row;
  }, []);
  const scrollToRow = useCallback(
    (row: number) => {
      focusedRow.current = row;
      virtualizer.scrollToIndex(row, { align: 'auto' });
    },
    [virtualizer],
  );
  const stuckRow = lastAtMost(sections, virtualizer.range?.startIndex ?? 0);
  return { virtualizer, pageRows, stuckRow, keepMounted, scrollToRow };
}

/** Returns the last of ascending numbers that isn't above `most`. */
function lastAtMost(numbers: readonly number[], most: number): number | undefined {
  return numbers.findLast((each) => each <= most);
}

/** Finds the scrolling element, the offset of the rows in it, and the heights of the sticky bars of the page. */
function useScroller(own: RefObject<HTMLDivElement | null>, isOutside: boolean, headInPx: number) {
  const [startInPx, setStart] = useState(headInPx);
  const [top, setTop] = useState(headInPx);
  const [bottom, setBottom] = useState(0);
  useLayoutEffect(() => {
    const scroller = scrollerOf(own.current, isOutside);
    const measure = (): void => {
      const rows = own.current?.lastElementChild;
      if (!rows || !scroller) return;
      // The styles keep rows clear of the bars by these margins.
      const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(rows);
      setTop(Number.parseFloat(scrollMarginTop) || headInPx);
      setBottom(Number.parseFloat(scrollMarginBottom) || 0);
      if (scroller === own.current) return setStart(headInPx);
      const distance = rows.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setStart(Math.round(distance - scroller.clientTop + scroller.scrollTop));
    };
    measure();
    if (!scroller || scroller === own.current) return undefined;
    // Content above the rows changes the size of its container.
    const observer = new ResizeObserver(measure);
    for (const child of scroller.children) observer.observe(child);
    return () => observer.disconnect();
  }, [own, isOutside, headInPx]);
  const barsInPx = useMemo(() => ({ top, bottom }), [top, bottom]);
  return { startInPx, barsInPx };
}

/** Returns the element that scrolls the rows: the grid's own, or the one around it. */
function scrollerOf(own: HTMLElement | null, isOutside: boolean): HTMLElement | null {
  return (isOutside ? scrollerAround(own) : undefined) ?? own;
}

function scrollerAround(element: HTMLElement | null): HTMLElement | undefined {
  for (let around = element?.parentElement; around; around = around.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(around).overflowY)) return around;
  return undefined;
}
