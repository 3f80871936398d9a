import type { AccessClaims } from './accessClaims';
import { authorize } from './authorize';
import type { Answer, Call } from './call';
import { callerOf } from './caller';
import type { FaultPlan } from './faults';
import { notFound } from './graphRefusal';
import { auditedAs } from './audited';
import { withMetadataLevel } from './metadataLevel';
import type { ReadConsistency } from './lag/replication';
import type { QueryOptions } from './odata/queryOptions';
import { readQueryOptions } from './odata/queryOptions';
import { pathSegments } from './pathSegments';
import type { Route } from './route';
import type { QuotaMeter } from './quota/quotaMeter';
import { withHeaders } from './quota/withHeaders';
import { chargeKind, resourceUnits } from './resourceUnits';
import { routeOfVersion, versionNamed } from './routeOfVersion';

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
type ResourceContext = Pick<
  Call,
  'tenant' | 'clock' | 'groupProcessingDelayInMs' | 'log' | 'root' | 'directory' | 'newId'
> & {
  readonly quota: QuotaMeter;
  readonly faults: Pick<FaultPlan, 'hasEndedRolesOf'>;
};

/** Serves one request. Throws GraphRefusal for whatever Graph would refuse. */
export function serveResource(
  request: ResourceRequest,
  claims: AccessClaims,
  context: ResourceContext,
): Answer {
  const [path = '', queryText = ''] = splitOnce(request.target, '?');
  const caller = callerOf(claims, context.tenant, !context.faults.hasEndedRolesOf(claims.oid));
  if (!caller) throw notFound(claims.oid);
  const written = pathSegments(path);
  const isMe = written[0]?.toLowerCase() === 'me';
  const segments = isMe ? ['users', caller.user.id, ...written.slice(1)] : written;
  const version = versionNamed(context.root.slice(context.root.lastIndexOf('/') + 1)) ?? 'v1.0';
  const match = routeOfVersion(version, request.method, segments, path);
  const query = readQueryOptions(queryText, match.route.query);
  const metered = context.quota.charge({
    caller: claims,
    kind: chargeKind(match.route),
    units: resourceUnits(match.route, query),
    mailbox: match.parameters['user'],
    priority: request.headers['x-ms-throttle-priority'],
  });
  return withHeaders(metered, () => {
    authorize(match, caller);
    const isEventual = request.headers['consistencylevel']?.toLowerCase() === 'eventual';
    const userId = context.tenant.user(match.parameters['user'] ?? '')?.id;
    if (match.route.writesUser && userId !== undefined) context.directory.beginWrite(userId);
    const call: Call = {
      ...context,
      tenant: context.directory.tenantFor(consistencyOf(match.route, path, query, isEventual)),
      caller,
      parameters: match.parameters,
      path,
      query,
      isEventual,
      headers: request.headers,
      body: request.body,
    };
    const answer = auditedAs(caller, context, () => match.route.handle(call));
    return withMetadataLevel(answer, request.headers['accept']);
  });
}

/** Writes see the truth; plain reads and the index of advanced queries may be late, each in its own way. */
function consistencyOf(
  route: Route,
  path: string,
  query: QueryOptions,
  isEventual: boolean,
): ReadConsistency {
  if (route.method !== 'GET' && !route.isRead) return 'latest';
  const isAdvanced = query.count || query.search !== undefined || path.endsWith('/$count');
  return isEventual && isAdvanced ? 'index' : 'reads';
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
