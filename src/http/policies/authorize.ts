import { AppError } from '../../base/appError';
import { readClaimsChallenge } from '../readClaimsChallenge';
import type { GetToken, HttpRequest, HttpResponse, Policy } from '../types';
import { createTokenCache } from './createTokenCache';

/**
 * Adds the token to each request with scopes. A refused token (401, or 403 that asks for more claims) is replaced once for
 * each request; concurrent requests share one replacement. A request with a `refusedToken` gets its one replacement at once.
 * A request that is cancelled while it waits for a token is not sent.
 */
export function authorize(getToken: GetToken): Policy {
  const tokens = createTokenCache(getToken);
  return {
    name: 'authorize',
    async send(request, next) {
      const { scopes, refusedToken, signal, unsentSignal } = request;
      if (scopes.length === 0) return next(request);
      const cancelled = AbortSignal.any([signal, unsentSignal].filter((each) => each !== undefined));
      const carry = async (wanted: Promise<string>): Promise<HttpResponse> => {
        const token = await untilAborted(wanted, cancelled);
        if (cancelled.aborted) throw new AppError('cancelled');
        return { ...(await next(withToken(request, token))), tokenId: tokens.idOf(token) };
      };
      if (refusedToken) return carry(tokens.replace(scopes, refusedToken));
      const answer = await carry(tokens.current(scopes));
      const claims = readClaimsChallenge(answer.headers['www-authenticate']);
      const { tokenId: id } = answer;
      if (id === undefined || !isTokenRefused(answer, claims)) return answer;
      return carry(tokens.replace(scopes, { id, claims }));
    },
  };
}

/** Settles as `work` does, or rejects with `cancelled` once `signal` is aborted. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(new AppError('cancelled'));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** True for 401, and for 403 with which conditional access asks for more claims (Graph: error responses). */
function isTokenRefused({ status }: HttpResponse, claims: string | undefined): boolean {
  return status === 401 || (status === 403 && claims !== undefined);
}

function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}
