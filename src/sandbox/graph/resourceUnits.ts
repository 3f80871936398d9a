import type { QueryOptions } from './odata/queryOptions';
import type { Charge } from './quota/quotaMeter';

/** Properties of a route that decide its cost. */
interface MeteredRoute {
  readonly method: string;
  readonly path: string;
  readonly cost: number;
  readonly isRead?: true;
}

/** Paths whose cost with `$select` is published apart. */
const costWithSelect: Readonly<Record<string, number>> = { '/directoryObjects/getByIds': 2 };

/** Returns the cost of a request in resource units, at least one (Graph: throttling limits, identity and access). */
export function resourceUnits({ path, cost }: MeteredRoute, query: QueryOptions): number {
  const fixed = query.select ? costWithSelect[path] : undefined;
  const selected = query.select ? -1 : 0;
  const expanded = query.expand ? 1 : 0;
  const few = query.top !== undefined && query.top < 20 ? -1 : 0;
  return Math.max(1, (fixed ?? cost + selected) + expanded + few);
}

/** Returns the kind of the request, which decides the limits that count it. */
export function chargeKind({ method, path, isRead }: MeteredRoute): Charge['kind'] {
  if (path.startsWith('/auditLogs/')) return 'report';
  if (/\/photos?(\/|$)/i.test(path)) return 'photo';
  return method === 'GET' || isRead ? 'read' : 'write';
}
