import { AppError } from '../base/appError';
import type { HttpRequest, HttpResponse, Send } from './types';

/** Creates the sender that puts requests on the wire with the browser's `fetch`; the only place that calls it. */
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
    // The token identifies the caller; cookies and the page's address are not sent.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: new Uint8Array(await answer.arrayBuffer()),
  };
}

/** Maps a failure of `fetch`: a browser gives no reason, so a failure without an abort counts as no connection. */
function toFailure(thrown: unknown, signal: AbortSignal | undefined): AppError {
  if (!signal?.aborted) return new AppError('offline', { cause: thrown });
  return signal.reason instanceof AppError ? signal.reason : new AppError('cancelled', { cause: thrown });
}
