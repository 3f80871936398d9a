import { GraphRefusal } from './graphRefusal';
import type { RouteMatch } from './matchRoute';
import { matchRoute } from './matchRoute';
import { routes } from './routes';

/** The versions of the service. */
type ServiceVersion = 'v1.0' | 'beta';

const stable = routes.filter(({ isBeta }) => !isBeta);
const betaOnly = routes.filter(({ isBeta }) => isBeta);

/** The version that a path segment names, case ignored; undefined for any other. */
export function versionNamed(segment: string): ServiceVersion | undefined {
  const lower = segment.toLowerCase();
  return lower === 'v1.0' || lower === 'beta' ? lower : undefined;
}

/**
 * Finds the route of a request in one version. Beta has all routes of v1.0. Throws GraphRefusal as {@link matchRoute}
 * does; for a route of beta alone under v1.0 with Graph's own answers, which don't name the sandbox (Graph: JSON
 * batching shows the one to a POST).
 */
export function routeOfVersion(
  version: ServiceVersion,
  method: string,
  segments: readonly string[],
  writtenPath: string,
): RouteMatch {
  if (version === 'beta') return matchRoute(routes, method, segments, writtenPath);
  try {
    return matchRoute(stable, method, segments, writtenPath);
  } catch (thrown) {
    if (isBetaOnly(method, segments, writtenPath)) throw notInThisVersion(method, segments);
    throw thrown;
  }
}

function isBetaOnly(method: string, segments: readonly string[], writtenPath: string): boolean {
  try {
    matchRoute(betaOnly, method, segments, writtenPath);
    return true;
  } catch {
    return false;
  }
}

function notInThisVersion(method: string, segments: readonly string[]): GraphRefusal {
  if (method !== 'GET')
    return new GraphRefusal(
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
    );
  const isKnown = (segment: string): boolean =>
    stable.some(({ path }) => path.toLowerCase().split('/').includes(segment.toLowerCase()));
  const unknown =
    segments.find((segment) => !/[-@]/.test(segment) && !isKnown(segment)) ?? segments.at(-1) ?? '';
  return new GraphRefusal(400, 'BadRequest', `Resource not found for the segment '${unknown}'.`);
}
