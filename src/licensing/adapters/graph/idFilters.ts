import { isGuid } from '../../../base/ids';
import { idsPerRequest } from '../../holdingRequests';

/** Filters that together name each id once, such as `id in ('a','b')`; what is no GUID names nobody and is left out. */
export function idFilters(ids: Iterable<string>): string[] {
  const distinct = [...new Set(ids)].filter(isGuid);
  const filters: string[] = [];
  for (let start = 0; start < distinct.length; start += idsPerRequest) {
    const chunk = distinct.slice(start, start + idsPerRequest);
    filters.push(`id in (${chunk.map((id) => `'${id}'`).join(',')})`);
  }
  return filters;
}
