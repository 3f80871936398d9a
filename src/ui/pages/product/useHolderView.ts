import { useCallback, useMemo, useState } from 'react';
import { isGuid } from '../../../base/ids';
import { readNames, readSort, useAddressQuery, writeSort } from '../../addressQuery';
import {
  holderColumnIds,
  issuesIn,
  type HolderFilter,
  type HolderView,
  type ValueKind,
} from '../../parts/HolderGrid/HolderGrid.types';
import { parseValueFilter } from '../../parts/HolderGrid/holderValues';
import { holderFilters } from './HolderToolbar';

/**
 * Keeps filters and order of the holders in the address. The search stays out of it, since it can be a person's name; the
 * values of filters are departments, companies, countries, groups and states.
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
      change({ filter: writeFilters(next.filters), sort: next.sort ? writeSort(next.sort) : '' });
    },
    [change],
  );
  return [view, setView];
}

/** Most characters of a department or company (Graph: user). */
const maxValueLength = 64;

const dot = '~d';
const tilde = '~t';

/** Writes filters as names joined by dots, with the dots of values escaped. */
export function writeFilters(filters: readonly HolderFilter[]): string {
  return filters.map((filter) => filter.replaceAll('~', tilde).replaceAll('.', dot)).join('.');
}

/** Reads what {@link writeFilters} writes; what isn't a filter is left out. */
export function readFilters(text: string): readonly HolderFilter[] {
  const parts = text.split('.').map((part) => part.replaceAll(dot, '.').replaceAll(tilde, '~'));
  const others = parts.flatMap((name): HolderFilter[] => {
    if (name.startsWith(issuesIn)) {
      const id = name.slice(issuesIn.length);
      return isGuid(id) ? [`${issuesIn}${id}`] : [];
    }
    const filter = parseValueFilter(name);
    return filter && isValueOf(filter.kind, filter.value) ? [`${filter.kind}:${filter.value}`] : [];
  });
  return [...readNames(text, holderFilters), ...new Set(others)];
}

function isValueOf(kind: ValueKind, value: string): boolean {
  switch (kind) {
    case 'group':
      return isGuid(value);
    case 'account':
      return value === 'allowed' || value === 'blocked';
    case 'userType':
      return value === 'member' || value === 'guest';
    default:
      return value.length <= maxValueLength;
  }
}
