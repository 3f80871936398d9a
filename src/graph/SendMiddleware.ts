import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import { AppError } from '../base/appError';
import type { HttpMethod, HttpRequest, HttpResponse, Send } from '../http/types';

/** What one call hands past the client to the middleware, and gets back: the client itself only builds the URL. */
export class Exchange implements MiddlewareOptions {
  readonly asked: Pick<HttpRequest, 'scopes' | 'signal' | 'maxTries' | 'isOptional'>;
  /** The service's answer, whatever its status. */
  answer: HttpResponse | undefined;
  /** What `Send` rejected with; the client would wrap it beyond recognition. */
  failure: unknown;

  constructor(asked: Exchange['asked']) {
    this.asked = asked;
  }
}

/** The whole middleware chain of the Graph client: our own `Send`, so that retries and tokens have one owner. */
export class SendMiddleware implements Middleware {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Sends the client's request and leaves the end of it in the call's `Exchange`. */
  async execute(context: Context): Promise<void> {
    const exchange: unknown = context.middlewareControl?.getMiddlewareOptions(Exchange);
    if (!(exchange instanceof Exchange)) throw new AppError('internal');
    try {
      exchange.answer = await this.#send(toHttpRequest(context, exchange));
    } catch (thrown) {
      exchange.failure = thrown;
    }
  }
}

function toHttpRequest({ request, options }: Context, { asked }: Exchange): HttpRequest {
  const headers = Object.entries((options?.headers ?? {}) as Record<string, string>);
  return {
    method: (options?.method ?? 'GET') as HttpMethod,
    url: request as string,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: options?.body as string | undefined,
    scopes: asked.scopes,
    signal: asked.signal,
    maxTries: asked.maxTries,
    isOptional: asked.isOptional,
  };
}
