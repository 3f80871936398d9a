import type { HttpMethod, HttpRequest, HttpResponse, Send } from '../../src/http/types';

interface Item {
  readonly id: string;
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Makes a Send that takes batches apart over one that answers single requests: each item reaches `send` as a request of
 * its own, with absolute address and the batch's scopes, and their answers travel back together.
 */
export function servingBatches(send: Send): Send {
  return async (request) => {
    if (request.method !== 'POST' || !request.url.endsWith('/$batch')) return send(request);
    const root = request.url.slice(0, -'/$batch'.length);
    const { requests } = JSON.parse(request.body ?? '{}') as { requests: readonly Item[] };
    const responses = await Promise.all(
      requests.map(async (item) => toItem(item.id, await send(toRequest(item, root, request)))),
    );
    return toAnswer({ responses });
  };
}

function toRequest(item: Item, root: string, { scopes }: HttpRequest): HttpRequest {
  return {
    method: item.method,
    url: root + item.url,
    headers: item.headers ?? {},
    ...(item.body === undefined ? {} : { body: JSON.stringify(item.body) }),
    scopes,
  };
}

/** Pictures are base64 (Graph: JSON batching), everything else is JSON or a text. */
function toItem(id: string, { status, headers, body }: HttpResponse): Readonly<Record<string, unknown>> {
  const isPicture = headers['content-type']?.startsWith('image/');
  return {
    id,
    status,
    headers,
    body: isPicture ? Buffer.from(body).toString('base64') : jsonOrText(new TextDecoder().decode(body)),
  };
}

function jsonOrText(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function toAnswer(json: unknown): HttpResponse {
  return { status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify(json)) };
}
