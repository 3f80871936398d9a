import type { GraphQuery } from './types';

/** Encodes OData options as a query string with its `?`; empty when there are none. */
export function buildQuery(query: GraphQuery | undefined): string {
  if (!query) return '';
  const options: Readonly<Record<string, string | undefined>> = {
    $select: query.select?.join(','),
    $filter: query.filter,
    $search: query.search,
    $orderby: query.orderBy,
    $expand: query.expand,
    $top: query.top?.toString(),
    $count: query.count ? 'true' : undefined,
  };
  const encoded = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return encoded.length > 0 ? `?${encoded.join('&')}` : '';
}
