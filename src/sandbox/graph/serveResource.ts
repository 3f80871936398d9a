import type { Tenant } from '../tenant/tenant';
import type { AccessClaims } from './accessClaims';
import type { Answer, Call } from './call';
import { callerOf, hasScope, isGuest } from './caller';
import type { Caller } from './caller';
import type { FaultPlan } from './faults';
import { accessDenied, GraphRefusal, notFound } from './graphRefusal';
import { auditedAs, auditedAsService } from './audited';
import { directoryView } from './directoryView';
import type { ReadConsistency } from './lag/replication';
import { readQueryOptions } from './odata/queryOptions';
import type { QueryOptions } from './odata/queryOptions';
import { pathSegments } from './pathSegments';
import type { Route } from './route';
import type { QuotaMeter } from './quota/quotaMeter';
import { chargeKind, resourceUnits } from './resourceUnits';
import { fillFromWaiting, settleCloudSeats } from './resources/beta/cloudSeats';
import { routeOfVersion, versionNamed } from './routeOfVersion';
import type { RouteMatch } from './matchRoute';

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

/** Parts of the emulator that serve a resource. */
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
  const closed = match.route.refusals?.whereClosed(context.directory.settings);
  if (closed) throw closed;
  const query = readQuery(queryText, match.route);
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
      tenant: tenantFor(match.route, context, consistencyOf(match.route, path, query, isEventual)),
      caller,
      parameters: match.parameters,
      path,
      query,
      isEventual,
      headers: request.headers,
      body: request.body,
    };
    if (match.route.refusals) settleSeats(context);
    const answer = auditedAs(caller, context, () => match.route.handle(call));
    if (match.route.method !== 'GET') settleSeats(context);
    return withMetadataLevel(answer, request.headers['accept']);
  });
}

/** The tenant as the API of the route sees it: the directory may not know all products. */
function tenantFor({ refusals }: Route, context: ResourceContext, consistency: ReadConsistency): Tenant {
  const { directory } = context;
  const tenant = directory.tenantFor(consistency);
  if (refusals || directory.settings.doors !== 'cloud-licensing') return tenant;
  return directoryView(tenant);
}

/** Hands out seats of cloud licensing, after members of groups may have come or gone. */
function settleSeats(context: ResourceContext): void {
  const { tenant, clock, directory } = context;
  settleCloudSeats(tenant, clock.now());
  if (directory.settings.doors !== 'cloud-licensing') return;
  auditedAsService(context, () => fillFromWaiting(tenant, clock.now()));
}

/** Reads the options of a query. Throws GraphRefusal in the words of the route. */
function readQuery(text: string, route: Route): QueryOptions {
  try {
    return readQueryOptions(text, route.query);
  } catch (thrown) {
    throw thrown instanceof GraphRefusal && route.refusals ? route.refusals.ofQuery(thrown) : thrown;
  }
}

/**
 * Returns the consistency of a request: writes see the latest state; plain reads and the index of advanced queries lag
 * behind.
 */
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

/**
 * Authorizes a request by scope, and keeps guests out of the directory (Entra: default user permissions). Resources
 * check roles. Throws GraphRefusal 403 `Authorization_RequestDenied`.
 */
function authorize({ route, parameters }: RouteMatch, caller: Caller): void {
  const key = parameters['user']?.toLowerCase();
  const isOwn = key === caller.user.id || key === caller.user.userPrincipalName.toLowerCase();
  const isScopeGiven =
    hasScope(caller, route.scopes.any) || (isOwn && hasScope(caller, route.scopes.own ?? []));
  if (!isScopeGiven) throw route.scopes.refuse?.(caller.claims.scp) ?? accessDenied();
  if (isGuest(caller) && !route.isForGuests) throw accessDenied();
}

const kept = /^@odata\.(nextLink|deltaLink|count)$/;

/**
 * Leaves the annotations out that a caller does not want (OData JSON format: `odata.metadata=none` in `Accept`); links
 * and counts stay.
 */
function withMetadataLevel(answer: Answer, accept: string | undefined): Answer {
  const isNone = /odata\.metadata=none/i.test(accept ?? '');
  if (!isNone || !answer.json) return answer;
  const contentType =
    'application/json;odata.metadata=none;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
  const json = bare(answer.json) as Readonly<Record<string, unknown>>;
  return { ...answer, json, headers: { 'Content-Type': contentType, ...answer.headers } };
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !name.includes('@odata.') || kept.test(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, bare(inner)]));
}

/** Adds headers to what `work` answers or refuses with; its own come first. Throws what `work` throws. */
function withHeaders(headers: Readonly<Record<string, string>>, work: () => Answer): Answer {
  try {
    const answer = work();
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (thrown) {
    if (!(thrown instanceof GraphRefusal)) throw thrown;
    const { status, code, message, extras } = thrown;
    throw new GraphRefusal(status, code, message, { ...extras, headers: { ...headers, ...extras.headers } });
  }
}
