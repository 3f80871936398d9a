import { AppError } from '../../base/appError';
import { readClaimsChallenge } from '../readClaimsChallenge';
import type { GetToken, HttpRequest, HttpResponse, Policy } from '../types';
import { createTokenCache } from './createTokenCache';

/**
 * Puts the token on each request that names scopes. A refused token (401, or 403 that asks for more claims) is replaced
 * once for each request, then the answer stands; callers who were refused together share one replacement. A request that
 * names a `refusedToken` has had its one replacement with it. A request that is called off while it waits for a token never
 * leaves, also not for a second time.
 */
export function authorize(getToken: GetToken): Policy {
  const tokens = createTokenCache(getToken);
  return {
    name: 'authorize',
    async send(request, next) {
      const { scopes, refusedToken, signal, unsentSignal } = request;
      if (scopes.length === 0) return next(request);
      const calledOff = AbortSignal.any([signal, unsentSignal].filter((each) => each !== undefined));
      const carry = async (wanted: Promise<string>): Promise<HttpResponse> => {
        const token = await untilAborted(wanted, calledOff);
        if (calledOff.aborted) throw new AppError('cancelled');
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

/** Waits for `work` until `signal` is aborted; rejects with `cancelled` then. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new AppError('cancelled'));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/** Conditional access may ask for more claims with a 403 (Graph: error responses). */
function isTokenRefused({ status }: HttpResponse, claims: string | undefined): boolean {
  return status === 401 || (status === 403 && claims !== undefined);
}

function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}
