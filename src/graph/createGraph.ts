import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { GraphRequest as ClientRequest } from '@microsoft/microsoft-graph-client';
import { AppError, toAppError } from '../base/appError';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import type { HttpResponse, Send } from '../http/types';
import { buildQuery } from './buildQuery';
import { mapGraphError } from './mapGraphError';
import { nextPath } from './nextPath';
import { parseAnswer } from './parseAnswer';
import { readPage } from './readPage';
import { Exchange, SendMiddleware } from './SendMiddleware';
import type { Graph, GraphCursor, GraphRequest } from './types';

/** What a Graph needs. */
export interface GraphOptions {
  /** Origin of the service without a version, such as `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  /** Sends one request; owner of tokens, retries and time limits. */
  readonly send: Send;
  /** Reads dates in `Retry-After`; default is the machine's clock. */
  readonly clock?: Clock;
}

/** Makes the app's Graph over the Microsoft Graph client. */
export function createGraph({ graphUrl, send, clock = systemClock }: GraphOptions): Graph {
  const client = Client.initWithMiddleware({
    baseUrl: graphUrl,
    defaultVersion: 'v1.0',
    middleware: new SendMiddleware(send),
  });

  const call = async (
    request: GraphRequest,
    path = request.path + buildQuery(request.query),
  ): Promise<HttpResponse> => {
    const exchange = new Exchange(request.scopes, request.signal);
    const prepared = client.api(path).middlewareOptions([exchange]).responseType(ResponseType.RAW);
    if (request.isEventual) prepared.header('ConsistencyLevel', 'eventual');
    await dispatch(prepared, request);
    if (!exchange.answer) throw toAppError(exchange.failure);
    const { status } = exchange.answer;
    if (status < 200 || status > 299) throw mapGraphError(exchange.answer, clock.now());
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
    async allPages(request, schema) {
      let page = await graph.firstPage(request, schema);
      const items = [...page.items];
      const followed = new Set<string>();
      while (page.next) {
        stopAtLoop(followed, page.next);
        page = await graph.nextPage(page.next, schema, request.signal);
        items.push(...page.items);
      }
      return items;
    },
  };
  return graph;
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

function stopAtLoop(followed: Set<string>, { nextLink }: GraphCursor): void {
  if (followed.has(nextLink)) {
    throw new AppError('unexpected-answer', { cause: new Error('next links lead in a circle') });
  }
  followed.add(nextLink);
}
