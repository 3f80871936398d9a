import * as v from 'valibot';
import { AppError } from '../base/appError';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import type { Trouble } from '../base/createTrouble';
import { errorFields, silentLogger } from '../base/logger';
import type { Logger } from '../base/logger';
import type { Random } from '../base/random';
import { systemRandom } from '../base/random';
import type { Send } from '../http/types';
import { createDispatcher } from './batch/createDispatcher';
import { parseBody, readBytes } from './graphResponse';
import type { GraphResponse } from './graphResponse';
import { mapGraphError } from './mapGraphError';
import { readAllPages } from './readAllPages';
import type { QuotaStore } from './throttling/quotaStore';
import { createThrottleController } from './throttling/throttleController';
import { publishedWriteQuota } from './throttling/writeQuota';
import type { WriteQuota } from './throttling/writeQuota';
import type { Graph, GraphPage, GraphRequest, GraphVersion } from './types';

/** Options of a Graph. */
interface GraphOptions {
  /** Origin of the service without a version, such as `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  /** Puts one request on the wire, with a token and a time limit. */
  readonly send: Send;
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Randomness for the jitter of waits; default is the machine's. */
  readonly random?: Random;
  /** Shares the quota of v1.0 with other tabs of this browser and with the next start; default is not shared. */
  readonly share?: QuotaStore;
  /** Write quota of this app in the tenant; default is what Graph publishes for v1.0. That of beta is learned. */
  readonly quota?: WriteQuota;
  /** Returns whether the browser has a connection, as far as it knows; default always. */
  readonly isOnline?: () => boolean;
  /** Called after each batch of a version with the reason for which calls of it wait; undefined where none does. Optional. */
  readonly onTrouble?: (trouble: Trouble | undefined, version: GraphVersion) => void;
  /** Logs batches, throttling and failed calls. Default writes nothing. */
  readonly logger?: Logger;
}

/** Creates the Graph of one tenant, whose quota it keeps. */
export function createGraph(options: GraphOptions): Graph {
  const {
    clock = systemClock,
    random = systemRandom,
    share,
    quota = publishedWriteQuota,
    onTrouble,
    ...others
  } = options;
  const log = (options.logger ?? silentLogger).child('graph');
  const open = (version: GraphVersion) => {
    const known = version === 'v1.0' ? { quota, store: share } : { quota: { ...quota, isUnknown: true } };
    const throttle = createThrottleController({ clock, ...known });
    return {
      throttle,
      dispatcher: createDispatcher({
        ...others,
        ...{ version, throttle, clock, random, logger: log },
        onTrouble: (trouble) => onTrouble?.(trouble, version),
      }),
    };
  };
  const opened = { 'v1.0': open('v1.0'), beta: undefined as ReturnType<typeof open> | undefined };
  const serviceOf = (version: GraphVersion = 'v1.0') => (opened[version] ??= open(version));

  const call = async (request: GraphRequest): Promise<GraphResponse> => {
    const response = await serviceOf(request.version).dispatcher.send(request);
    if (response.status >= 200 && response.status <= 299) return response;
    const error = mapGraphError(response, clock.now());
    const { method = 'GET', path, priority } = request;
    // Failed calls of jobs are counted by batch, as there may be many thousands.
    if (priority !== 'bulk') log.warn('call-failed', { method, path, ...errorFields(error) });
    throw error;
  };

  const graph: Graph = {
    send: async (request, schema) => parseBody(await call(request), schema),
    async sendForBytes(request) {
      const response = await call(request);
      const [mediaType] = (response.headers['content-type'] ?? '').split(';');
      return { bytes: readBytes(response), mediaType: mediaType?.trim() || 'application/octet-stream' };
    },
    firstPage: async (request, schema) => readPage(await call(request), request, schema),
    async nextPage({ nextLink, ...settings }, schema, signal) {
      const request = { ...settings, path: toPath(nextLink, options.graphUrl, settings.version), signal };
      return readPage(await call(request), request, schema);
    },
    allPages: async (request, schema) => (await readAllPages(graph, request, schema)).items,
    countedPages: (request, schema) => readAllPages(graph, request, schema),
    timeForWrites(count, version) {
      const { throttle, dispatcher } = serviceOf(version);
      return Math.max(throttle.timeForWrites(count), count > 0 ? dispatcher.bulkWaitInMs() : 0);
    },
    timeLeftError(count, version) {
      const { throttle, dispatcher } = serviceOf(version);
      // A write that was refused alone may be refused again.
      return dispatcher.bulkWaitInMs() > throttle.timeForWrites(count) ? Infinity : throttle.timeLeftError();
    },
  };
  return graph;
}

/**
 * Parses one page of a collection, each item with `schema`. An item that doesn't pass, such as one without an id, is left
 * out and counted; a page of which no item passes is not what Graph documents.
 */
function readPage<T>(
  response: GraphResponse,
  { version, isEventual = false, scopes, priority, isOptional }: GraphRequest,
  schema: v.GenericSchema<unknown, T>,
): GraphPage<T> {
  const page = parseBody(response, pageWire);
  const nextLink = page['@odata.nextLink'];
  const items = page.value.flatMap((item) => {
    const parsed = v.safeParse(schema, item);
    return parsed.success ? [parsed.output] : [];
  });
  const unread = page.value.length - items.length;
  // Throws an error that says what is wrong with the items.
  if (items.length === 0 && unread > 0) parseBody(response, v.object({ value: v.array(schema) }));
  return {
    items,
    ...(unread > 0 && { unread }),
    total: page['@odata.count'],
    next:
      nextLink === undefined ? undefined : { nextLink, version, isEventual, scopes, priority, isOptional },
  };
}

const pageWire = v.object({
  value: v.array(v.unknown()),
  '@odata.count': v.optional(v.number()),
  '@odata.nextLink': v.optional(v.string()),
});

const publicGraph = 'https://graph.microsoft.com';

/**
 * Returns the path and query of an `@odata.nextLink` below the version, to be requested from `graphUrl`. The link must be
 * of that version and belong to `graphUrl` or to the public Graph, or a token could be sent to an address out of a response.
 * Throws AppError `unexpected-answer`.
 */
function toPath(nextLink: string, graphUrl: string, version: GraphVersion = 'v1.0'): string {
  const link = URL.canParse(nextLink) ? new URL(nextLink) : undefined;
  const isOfGraph = link?.origin === new URL(graphUrl).origin || link?.origin === publicGraph;
  if (!link || !isOfGraph || !link.pathname.startsWith(`/${version}/`)) {
    throw new AppError('unexpected-answer', { cause: new Error('a next link leads elsewhere') });
  }
  return link.pathname.slice(version.length + 1) + link.search;
}
