import { useCallback, useMemo, useState } from 'react';
import { isGuid } from '../../../base/ids';
import { readNames, readSort, useAddressQuery, writeSort } from '../../addressQuery';
import {
  holderColumnIds,
  issuesIn,
  type HolderFilter,
  type HolderView,
} from '../../parts/HolderGrid/HolderGrid.types';
import { holderFilters } from './HolderToolbar';

/**
 * Keeps filters and order of the holders in the address. The search stays out of it, since it can be a person's name.
 */
export function useHolderView(): readonly [HolderView, (view: HolderView) => void] {
  const [search, setSearch] = useState('');
  const { query, change } = useAddressQuery();
  const { filter = '', sort } = query;
  const view = useMemo(
    () => ({ filters: readFilters(filter), search, sort: readSort(sort, holderColumnIds) }),
    [filter, search, sort],
  );
  const setView = useCallback(
    (next: HolderView) => {
      setSearch(next.search);
      change({ filter: next.filters.join('.'), sort: next.sort ? writeSort(next.sort) : '' });
    },
    [change],
  );
  return [view, setView];
}

function readFilters(text: string): readonly HolderFilter[] {
  const ofGroups = text.split('.').flatMap((name) => {
    const id = name.startsWith(issuesIn) ? name.slice(issuesIn.length) : '';
    return isGuid(id) ? [`${issuesIn}${id}` as const] : [];
  });
  return [...readNames(text, holderFilters), ...ofGroups];
}
