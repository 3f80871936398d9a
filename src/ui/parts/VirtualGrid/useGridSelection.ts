import { useCallback, useEffect, useMemo, useRef } from 'react';
import { rowsLeft, toggleRange } from './toggleRange';
import type { GridSelection } from './VirtualGrid.types';

/** Selection of rows in a grid. */
export interface GridSelectionApi {
  readonly state: 'all' | 'some' | 'none';
  /** Toggles the row at `index`; `withRange` includes all rows since the last toggled one. */
  readonly toggle: (index: number, withRange: boolean) => void;
  /** Selects the rows from where a range began, or else from `from`, to `to`; clears those that it left. */
  readonly extend: (from: number, to: number) => void;
  /** Ends a range, so that the next one begins at another row. */
  readonly endRange: () => void;
  /** Selects all loaded rows, or none if all are selected. */
  readonly toggleAll: () => void;
}

/** Keys of the rows where a range begins and ends. */
interface Range {
  readonly start: string | undefined;
  readonly end: string | undefined;
}

/** Selects rows of a grid. `toggle` is the same function between renders, so that rows don't render again. */
export function useGridSelection(
  keys: readonly string[],
  selection: GridSelection | undefined,
): GridSelectionApi {
  const anchor = useRef<string | undefined>(undefined);
  const range = useRef<Range | undefined>(undefined);
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
    range.current = undefined;
  }, []);

  const extend = useCallback((from: number, to: number) => {
    const { keys: all, selection: chosen } = latest.current;
    if (!chosen) return;
    const { start, end } = range.current ?? {};
    const known = start === undefined ? -1 : all.indexOf(start);
    const begin = known < 0 ? from : known;
    const before = end === undefined || known < 0 ? -1 : all.indexOf(end);
    const left = before < 0 ? undefined : rowsLeft(begin, before, to);
    if (left) chosen.onChange(all.slice(...left), false);
    // A range that only got shorter has all its rows already.
    if (!left || before >= begin !== to >= begin) {
      chosen.onChange(all.slice(Math.min(begin, to), Math.max(begin, to) + 1), true);
    }
    range.current = { start: all[begin], end: all[to] };
    anchor.current = all[begin];
  }, []);

  const endRange = useCallback(() => {
    range.current = undefined;
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
    extend,
    endRange,
    toggleAll: () => selection?.onChange('all', state !== 'all'),
  };
}
