import { unserved } from './graphRefusal';
import type { Route } from './route';

/** Route of a request, with the named segments. */
export interface RouteMatch {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route of a request. Path segments that are names of the service match in any case.
 * `writtenPath` is for the refusal. Throws GraphRefusal 400 `BadRequest` for a path that is not served, 405 for a method that the path does not take.
 */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  segments: readonly string[],
  writtenPath: string,
): RouteMatch {
  let known: Route | undefined;
  const names = segments.map(namesOf);
  for (const route of routes) {
    const parameters = matchPath(patternOf(route), segments, names);
    if (!parameters) continue;
    // An operation's name is no id, whichever method it is asked with.
    if (known && !endsInParameter(known) && endsInParameter(route)) continue;
    if (route.method === method) return { route, parameters };
    known = route;
  }
  if (known?.refusals) throw known.refusals.ofMethod(method, segments);
  // Observed for unknown paths under v1.0 with POST; inferred for other methods that a known path does not take.
  if (known || method !== 'GET')
    throw unserved(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  const unknown = segments.find((segment) => !isServiceWord(routes, segment)) ?? segments.at(-1) ?? '';
  throw unserved(
    400,
    'BadRequest',
    `Resource not found for the segment '${unknown}'. (The sandbox does not serve ${writtenPath}.)`,
  );
}

const patterns = new WeakMap<Route, readonly string[]>();

function patternOf(route: Route): readonly string[] {
  let pattern = patterns.get(route);
  if (!pattern) {
    pattern = route.path.split('/').slice(1);
    patterns.set(route, pattern);
  }
  return pattern;
}

const endsInParameter = (route: Route): boolean => patternOf(route).at(-1)?.includes('{') ?? false;

/**
 * The names by which a segment may be known, in lower case: as written, with the alias of the namespace written out, and as an
 * operation by its short name (OData: `graph.group`, `microsoft.graph.assignLicense`, `delta()`).
 */
function namesOf(segment: string): readonly string[] {
  const lower = segment.toLowerCase().replace(/\(\)$/, '');
  const full = lower.replace(/^graph\./, 'microsoft.graph.');
  return [lower, full, full.replace(/^microsoft\.graph\.(?:cloud\w+\.)?/, '')];
}

function matchPath(
  pattern: readonly string[],
  segments: readonly string[],
  names: readonly (readonly string[])[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [place, expected] of pattern.entries()) {
    const segment = segments[place] ?? '';
    const [, head = '', name, tail = ''] = /^([^{]*)\{(\w+)\}(.*)$/.exec(expected) ?? [];
    if (name !== undefined) {
      // A segment of the service's own, such as $count, is never an id.
      if (segment.startsWith('$')) return undefined;
      const [start, end] = [segment.slice(0, head.length), segment.slice(segment.length - tail.length)];
      if (start.toLowerCase() !== head.toLowerCase() || end !== tail) return undefined;
      parameters[name] = segment.slice(head.length, segment.length - tail.length);
    } else if (!names[place]?.includes(expected.toLowerCase())) return undefined;
  }
  return parameters;
}

function isServiceWord(routes: readonly Route[], segment: string): boolean {
  const lower = segment.toLowerCase();
  if (/^[0-9a-f-]{36}$|@/.test(lower)) return true;
  return routes.some(({ path }) => path.toLowerCase().split('/').includes(lower));
}
