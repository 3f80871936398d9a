import type { QueryOptions } from './odata/queryOptions';

/** What a request costs (Graph: throttling limits, identity and access): never less than one unit. */
export function resourceUnits(cost: number, query: QueryOptions): number {
  const selected = query.select ? -1 : 0;
  const expanded = query.expand ? 1 : 0;
  const few = query.top !== undefined && query.top < 20 ? -1 : 0;
  return Math.max(1, cost + selected + expanded + few);
}
