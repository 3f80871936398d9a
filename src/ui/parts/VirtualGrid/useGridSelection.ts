import { useCallback, useEffect, useMemo, useRef } from 'react';
import { toggleRange } from './toggleRange';
import type { GridSelection } from './VirtualGrid.types';

/** What a grid needs for choosing rows. */
interface GridSelectionApi {
  readonly state: 'all' | 'some' | 'none';
  /** Turns the row at `index`; `withRange` takes along every row since the last one turned. */
  readonly toggle: (index: number, withRange: boolean) => void;
  /** Chooses all loaded rows, or none of them when all are chosen. */
  readonly toggleAll: () => void;
}

/** Turns rows of a grid on and off. `toggle` stays the same function, so that rows need not be drawn again. */
export function useGridSelection(
  keys: readonly string[],
  selection: GridSelection | undefined,
): GridSelectionApi {
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
