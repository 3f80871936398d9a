import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { GraphRequest as ClientRequest } from '@microsoft/microsoft-graph-client';
import { toAppError } from '../base/appError';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { errorFields, silentLogger } from '../base/logger';
import type { Logger } from '../base/logger';
import type { Random } from '../base/random';
import { systemRandom } from '../base/random';
import type { HttpResponse, Send } from '../http/types';
import { createDispatcher } from './batch/createDispatcher';
import { buildQuery } from './buildQuery';
import type { Trouble } from '../base/createTrouble';
import { createThrottleController } from './throttling/throttleController';
import type { QuotaStore } from './throttling/quotaStore';
import type { WriteQuota } from './throttling/writeQuota';
import { mapGraphError } from './mapGraphError';
import { nextPath } from './nextPath';
import { parseAnswer } from './parseAnswer';
import { priorityHeader, priorityValue } from './priority';
import { readAllPages } from './readAllPages';
import { readPage } from './readPage';
import { Exchange, SendMiddleware } from './SendMiddleware';
import type { Graph, GraphRequest } from './types';

/** What a Graph needs. */
interface GraphOptions {
  /** Origin of the service without a version, such as `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  /** Puts one request on the wire; owner of tokens and time limits. */
  readonly send: Send;
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Chance for the jitter of waits; default is the machine's. */
  readonly random?: Random;
  /** Tells other tabs of this browser, and the next start, how full the quota is; default nobody. */
  readonly share?: QuotaStore;
  /** What the service takes of this app in the tenant; default is what Graph publishes. */
  readonly quota?: WriteQuota;
  /** Returns whether the browser has a connection, as far as it knows; default always. */
  readonly isOnline?: () => boolean;
  /** Called after each batch with the reason for which calls of it wait; undefined where none does. Optional. */
  readonly onTrouble?: (trouble: Trouble | undefined) => void;
  /** Told of batches, throttling and failed calls. Default writes nothing. */
  readonly logger?: Logger;
}

/** Makes the app's Graph over the Microsoft Graph client: one for each tenant, since it keeps that tenant's quota. */
export function createGraph(options: GraphOptions): Graph {
  const { graphUrl, clock = systemClock, random = systemRandom, share, quota, isOnline, onTrouble } = options;
  const log = (options.logger ?? silentLogger).child('graph');
  const throttle = createThrottleController({ clock, store: share, quota });
  const root = `${graphUrl}/v1.0`;
  const dispatcher = createDispatcher({
    root,
    send: options.send,
    throttle,
    clock,
    random,
    isOnline,
    onTrouble,
    logger: log,
  });
  const client = Client.initWithMiddleware({
    baseUrl: graphUrl,
    defaultVersion: 'v1.0',
    middleware: new SendMiddleware(dispatcher.send),
  });

  const call = async (
    request: GraphRequest,
    path = request.path + buildQuery(request.query),
  ): Promise<HttpResponse> => {
    const exchange = new Exchange(request);
    const prepared = client.api(path).middlewareOptions([exchange]).responseType(ResponseType.RAW);
    prepared.header(priorityHeader, priorityValue(request.priority ?? 'interactive'));
    if (request.isEventual) prepared.header('ConsistencyLevel', 'eventual');
    await dispatch(prepared, request);
    if (!exchange.answer) throw toAppError(exchange.failure);
    const { status } = exchange.answer;
    if (status < 200 || status > 299) {
      const error = mapGraphError(exchange.answer, clock.now());
      // Failed calls of jobs are counted by batch, as there may be many thousands.
      if (request.priority !== 'bulk')
        log.warn('call-failed', { ...callFields(request), ...errorFields(error) });
      throw error;
    }
    return exchange.answer;
  };

  const graph: Graph = {
    send: async (request, schema) => parseAnswer(await call(request), schema),
    async sendForBytes(request) {
      const { body, headers } = await call(request);
      const [mediaType] = (headers['content-type'] ?? '').split(';');
      return { bytes: body, mediaType: mediaType?.trim() || 'application/octet-stream' };
    },
    firstPage: async (request, schema) => readPage(await call(request), request, schema),
    async nextPage(cursor, schema, signal) {
      const path = nextPath(cursor.nextLink, graphUrl);
      return readPage(await call({ ...cursor, path, signal }, path), cursor, schema);
    },
    allPages: async (request, schema) => (await readAllPages(graph, request, schema)).items,
    countedPages: (request, schema) => readAllPages(graph, request, schema),
    timeForWrites: (count) =>
      Math.max(throttle.timeForWrites(count), count > 0 ? dispatcher.bulkWaitInMs() : 0),
    // Who was refused may be refused again.
    timeLeftError: (count) =>
      dispatcher.bulkWaitInMs() > throttle.timeForWrites(count) ? Infinity : throttle.timeLeftError(),
  };
  return graph;
}

function callFields({ method = 'GET', path }: GraphRequest) {
  return { method, path };
}

function dispatch(prepared: ClientRequest, { method = 'GET', body }: GraphRequest): Promise<unknown> {
  switch (method) {
    case 'GET':
      return prepared.get();
    case 'POST':
      return prepared.post(body);
    case 'PATCH':
      return prepared.patch(body);
    case 'PUT':
      return prepared.put(body);
    case 'DELETE':
      return prepared.delete();
  }
}
