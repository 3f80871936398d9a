import { AppError } from '../base/appError';
import type { HttpRequest, HttpResponse, Send } from './types';

/** Makes the sender that puts requests on the wire with the browser's `fetch`; the only place that calls it. */
export function createFetchSender(fetchOnWire: typeof fetch = (...args) => fetch(...args)): Send {
  return async (request) => {
    try {
      return await exchange(fetchOnWire, request);
    } catch (thrown) {
      throw toFailure(thrown, request.signal);
    }
  };
}

async function exchange(fetchOnWire: typeof fetch, request: HttpRequest): Promise<HttpResponse> {
  const { method, url, headers, body, signal } = request;
  const answer = await fetchOnWire(url, {
    method,
    headers: { ...headers },
    body,
    signal,
    // Tokens say who asks; cookies and the page's own address are nobody's business.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: new Uint8Array(await answer.arrayBuffer()),
  };
}

/** A browser tells nothing of why a request failed, so whatever was not stopped by us counts as no connection. */
function toFailure(thrown: unknown, signal: AbortSignal | undefined): AppError {
  if (!signal?.aborted) return new AppError('offline', { cause: thrown });
  return signal.reason instanceof AppError ? signal.reason : new AppError('cancelled', { cause: thrown });
}
