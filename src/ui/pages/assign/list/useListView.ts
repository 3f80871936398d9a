import { useDeferredValue, useMemo, useState } from 'react';
import type { PreflightLine } from '../../../../licensing/preflight/preflight';
import { countFilters, selectLines, type LineFilter } from './lineFilters';

/** The part of the list that is shown. */
export interface ListView {
  readonly rows: readonly PreflightLine[];
  /** How many lines of the whole list each filter leaves. */
  readonly counts: Readonly<Record<LineFilter, number>>;
  readonly filter: LineFilter | undefined;
  readonly setFilter: (filter: LineFilter | undefined) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
}

/** Narrows the list down; a filter that no line fits any more is given up. */
export function useListView(lines: readonly PreflightLine[]): ListView {
  const [chosen, setFilter] = useState<LineFilter>();
  const [search, setSearch] = useState('');
  // Typing goes ahead of searching 100,000 lines.
  const sought = useDeferredValue(search);
  const counts = useMemo(() => countFilters(lines), [lines]);
  const filter = chosen && counts[chosen] > 0 ? chosen : undefined;
  const rows = useMemo(() => selectLines(lines, filter, sought), [lines, filter, sought]);
  return { rows, counts, filter, setFilter, search, setSearch };
}
