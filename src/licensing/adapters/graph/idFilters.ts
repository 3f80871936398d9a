import { isGuid } from '../../../base/ids';

/** Most ids that one `id in (…)` filter carries; Graph: "Query parameters" allows 15 expressions a clause by default. */
const idsPerCall = 15;

/** Filters that together name each id once, such as `id in ('a','b')`; what is no GUID names nobody and is left out. */
export function idFilters(ids: Iterable<string>): string[] {
  const distinct = [...new Set(ids)].filter(isGuid);
  const filters: string[] = [];
  for (let start = 0; start < distinct.length; start += idsPerCall) {
    const chunk = distinct.slice(start, start + idsPerCall);
    filters.push(`id in (${chunk.map((id) => `'${id}'`).join(',')})`);
  }
  return filters;
}
