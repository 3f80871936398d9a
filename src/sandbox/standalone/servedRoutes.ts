import type { Route } from '../graph/route';
import { routes } from '../graph/routes';

/** One kind of request as the page lists it. */
export interface ServedRoute {
  readonly method: Route['method'];
  /** Without the version. */
  readonly path: string;
  readonly isBeta: boolean;
  /** Resource units before the query options change them. */
  readonly cost: number;
  /** Permissions of which one is enough. */
  readonly scopes: readonly string[];
}

/** Everything that is served, in the order of paths. */
export function servedRoutes(): ServedRoute[] {
  return routes
    .map(({ method, path, isBeta, cost, scopes }) => ({
      method,
      path,
      isBeta: isBeta ?? false,
      cost,
      scopes: [...new Set([...scopes.any, ...(scopes.own ?? [])])],
    }))
    .sort((left, right) => left.path.localeCompare(right.path) || left.method.localeCompare(right.method));
}

/** Returns every permission of any request; a token with all of them is limited by the user's roles alone. */
export function everyScope(): string[] {
  return [...new Set(servedRoutes().flatMap(({ scopes }) => scopes))].sort();
}
