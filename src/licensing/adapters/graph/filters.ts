import { isGuid } from '../../../base/ids';
import { idsPerRequest } from '../../holdingRequests';

/**
 * Returns the filter for all users to whom the SKU is assigned (Graph: `assignedLicenses` takes the GUID without quotes). The id is
 * one that `skuKeys` read from a key, and so a GUID.
 */
export function holdsSku(skuId: string): string {
  return `assignedLicenses/any(x:x/skuId eq ${skuId})`;
}

/** Filters that together name each id once, such as `id in ('a','b')`; an id that is no GUID is left out. */
export function idFilters(ids: Iterable<string>): string[] {
  const distinct = [...new Set(ids)].filter(isGuid);
  const filters: string[] = [];
  for (let start = 0; start < distinct.length; start += idsPerRequest) {
    const chunk = distinct.slice(start, start + idsPerRequest);
    filters.push(`id in (${chunk.map((id) => `'${id}'`).join(',')})`);
  }
  return filters;
}
