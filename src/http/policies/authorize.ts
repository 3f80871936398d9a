import { readClaimsChallenge } from '../readClaimsChallenge';
import type { GetToken, HttpRequest, HttpResponse, Policy } from '../types';

/**
 * Puts the token on each request that names scopes. A refused token (401, or 403 that asks for more claims) is replaced
 * once for each request, then the answer stands; callers who were refused together share one replacement.
 */
export function authorize(getToken: GetToken): Policy {
  const tokens = tokenDesk(getToken);
  return {
    name: 'authorize',
    async send(request, next) {
      if (request.scopes.length === 0) return next(request);
      const token = await tokens.current(request.scopes);
      const answer = await next(withToken(request, token));
      const claims = readClaimsChallenge(answer.headers['www-authenticate']);
      if (!isTokenRefused(answer, claims)) return answer;
      return next(withToken(request, await tokens.replace(request.scopes, token, claims)));
    },
  };
}

interface TokenDesk {
  current(scopes: readonly string[]): Promise<string>;
  replace(scopes: readonly string[], refused: string, claims: string | undefined): Promise<string>;
}

function tokenDesk(getToken: GetToken): TokenDesk {
  const pending = new Map<string, Promise<string>>();
  const replacements = new Map<string, { readonly cause: string; readonly token: Promise<string> }>();

  return {
    current(scopes) {
      const key = scopes.join(' ');
      const running = pending.get(key) ?? getToken(scopes).finally(() => pending.delete(key));
      pending.set(key, running);
      return running;
    },
    // Kept after it has come: who was refused for the same cause and hears of it later takes the same replacement.
    replace(scopes, refused, claims) {
      const key = scopes.join(' ');
      const cause = JSON.stringify([refused, claims]);
      const last = replacements.get(key);
      if (last?.cause === cause) return last.token;
      const token = getToken(scopes, claims, true);
      replacements.set(key, { cause, token });
      token.catch(() => replacements.delete(key));
      return token;
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
