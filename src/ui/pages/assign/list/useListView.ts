import { useDeferredValue, useMemo, useState } from 'react';
import type { UnresolvedRow } from '../../../parts/list-import/unresolvedRows';
import type { Assignees } from '../useAssignees';
import { countFilters, selectFromList, toListRows, type ListFilter, type ListRow } from './listRows';

/** Filter and search of the list. */
export interface ListView {
  readonly rows: readonly ListRow[];
  /** Number of lines that match each filter, in the whole list. */
  readonly counts: Readonly<Record<ListFilter, number>>;
  readonly filter: ListFilter;
  readonly setFilter: (filter: ListFilter) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
}

/** Keeps filter and search of the list. Goes back to all lines when none matches the filter anymore. */
export function useListView(list: Assignees, unresolved: readonly UnresolvedRow[]): ListView {
  const { preflight, checks } = list;
  const [chosen, setFilter] = useState<ListFilter>('all');
  const [search, setSearch] = useState('');
  // Keeps typing responsive with 100,000 lines.
  const sought = useDeferredValue(search);
  const content = useMemo(
    () => ({ lines: preflight.lines, unresolved, pending: checks.pending }),
    [preflight.lines, unresolved, checks.pending],
  );
  const counts = useMemo(() => countFilters(content), [content]);
  const filter = counts[chosen] > 0 ? chosen : 'all';
  const rows = useMemo(
    () => toListRows(selectFromList(content, filter, sought), content.pending, filter === 'all'),
    [content, filter, sought],
  );
  return { rows, counts, filter, setFilter, search, setSearch };
}
