import { readClaimsChallenge } from '../readClaimsChallenge';
import type { GetToken, HttpRequest, HttpResponse, Policy } from '../types';
import { createTokenDesk } from './createTokenDesk';

/**
 * Puts the token on each request that names scopes. A refused token (401, or 403 that asks for more claims) is replaced
 * once for each request, then the answer stands; callers who were refused together share one replacement. A request that
 * names a `refusedToken` has had its one replacement with it.
 */
export function authorize(getToken: GetToken): Policy {
  const tokens = createTokenDesk(getToken);
  return {
    name: 'authorize',
    async send(request, next) {
      const { scopes, refusedToken } = request;
      if (scopes.length === 0) return next(request);
      const carry = async (token: string): Promise<HttpResponse> => ({
        ...(await next(withToken(request, token))),
        tokenId: tokens.idOf(token),
      });
      if (refusedToken) return carry(await tokens.replace(scopes, refusedToken));
      const token = await tokens.current(scopes);
      const answer = await carry(token);
      const claims = readClaimsChallenge(answer.headers['www-authenticate']);
      if (!isTokenRefused(answer, claims)) return answer;
      return carry(await tokens.replace(scopes, { id: tokens.idOf(token), claims }));
    },
  };
}

/** Conditional access may ask for more claims with a 403 (Graph: error responses). */
function isTokenRefused({ status }: HttpResponse, claims: string | undefined): boolean {
  return status === 401 || (status === 403 && claims !== undefined);
}

function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}
