import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import { AppError, toAppError } from '../../base/appError';
import type { HttpRequest, HttpResponse, Send } from '../../http/types';
import type { GraphVersion } from '../types';

/** Batch to be sent. */
interface Batch extends Pick<HttpRequest, 'scopes' | 'refusedToken' | 'unsentSignal'> {
  readonly body: object;
}

/** Sends one batch and resolves with its response, whatever the status. Rejects as `Send` does. */
type SendBatch = (batch: Batch) => Promise<HttpResponse>;

/** Creates the sender that posts batches of one version with the Microsoft Graph client; `send` adds tokens and time limits. */
export function createBatchSender(graphUrl: string, version: GraphVersion, send: Send): SendBatch {
  const middleware = new SendMiddleware(send);
  const client = Client.initWithMiddleware({ baseUrl: graphUrl, defaultVersion: version, middleware });
  return async (batch) => {
    const exchange = new BatchExchange(batch);
    const request = client.api('/$batch').middlewareOptions([exchange]).responseType(ResponseType.RAW);
    await request.header('Accept', 'application/json').post(batch.body);
    if (!exchange.response) throw toAppError(exchange.failure);
    return exchange.response;
  };
}

/** Carries to the middleware what the client has no option for, and back what the client would wrap in an error of its own. */
class BatchExchange implements MiddlewareOptions {
  readonly batch: Batch;
  response: HttpResponse | undefined;
  failure: unknown;

  constructor(batch: Batch) {
    this.batch = batch;
  }
}

/** The client's whole middleware chain: our own `send`, so that retries and tokens have one owner. */
class SendMiddleware implements Middleware {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  async execute({ request, options, middlewareControl }: Context): Promise<void> {
    const exchange: unknown = middlewareControl?.getMiddlewareOptions(BatchExchange);
    if (!(exchange instanceof BatchExchange)) throw new AppError('internal');
    const { scopes, refusedToken, unsentSignal } = exchange.batch;
    const headers = Object.entries((options?.headers ?? {}) as Record<string, string>);
    try {
      exchange.response = await this.#send({
        method: 'POST',
        url: request as string,
        headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
        body: options?.body as string,
        scopes,
        ...(refusedToken && { refusedToken }),
        unsentSignal,
      });
    } catch (thrown) {
      exchange.failure = thrown;
    }
  }
}
