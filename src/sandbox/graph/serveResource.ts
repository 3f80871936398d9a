import type { AccessClaims } from './accessClaims';
import { authorize } from './authorize';
import type { Answer, Call } from './call';
import { callerOf } from './caller';
import { malformedQuery, notFound } from './graphRefusal';
import { matchRoute } from './matchRoute';
import { readQueryOptions } from './odata/queryOptions';
import { resourceUnits } from './resourceUnits';
import { routes } from './routes';

/** One request for one resource, from a connection of its own or out of a batch. */
export interface ResourceRequest {
  /** In upper case. */
  readonly method: string;
  /** Path and query below the version, beginning with a slash. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body. */
  readonly body: unknown;
}

/** What a resource needs of the emulator. */
export type ResourceWorld = Pick<Call, 'tenant' | 'clock' | 'groupProcessingDelayInMs' | 'log' | 'root'>;

/** Serves one request. Throws GraphRefusal for whatever Graph would refuse. */
export function serveResource(request: ResourceRequest, claims: AccessClaims, world: ResourceWorld): Answer {
  const [path = '', queryText = ''] = splitOnce(request.target, '?');
  const caller = callerOf(claims, world.tenant);
  if (!caller) throw notFound(claims.oid);
  const written = path.split('/').slice(1).map(decodeSegment);
  const isMe = written[0]?.toLowerCase() === 'me';
  const segments = isMe ? ['users', caller.user.id, ...written.slice(1)] : written;
  const match = matchRoute(routes, request.method, segments, path);
  authorize(match, caller);
  const query = readQueryOptions(queryText);
  const answer = match.route.handle({
    ...world,
    caller,
    parameters: match.parameters,
    path,
    query,
    isEventual: request.headers['consistencylevel']?.toLowerCase() === 'eventual',
    body: request.body,
  });
  return {
    ...answer,
    headers: { ...answer.headers, 'x-ms-resource-unit': String(resourceUnits(match.route.cost, query)) },
  };
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw malformedQuery('The request path is not encoded correctly.');
  }
}
