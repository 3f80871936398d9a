import type { GetToken, RefusedToken } from '../types';

/** Shares tokens between requests: concurrent requests for a token share one call. */
interface TokenCache {
  /** Returns the current token. Rejects as `GetToken` does. */
  current(scopes: readonly string[]): Promise<string>;
  /** Returns the token that replaces a refused one, fetched once for all requests that were refused it. Rejects as `GetToken` does. */
  replace(scopes: readonly string[], refused: RefusedToken): Promise<string>;
  /** Returns a number that stands for a token, so that others can name it without having it. */
  idOf(token: string): number;
}

/** Number of tokens whose ids are remembered; more than are ever in use at the same time. */
const maxKnownTokens = 50;

/** Creates a cache over `getToken`. */
export function createTokenCache(getToken: GetToken): TokenCache {
  const pending = new Map<string, Promise<string>>();
  const replacements = new Map<string, { readonly cause: string; readonly token: Promise<string> }>();
  const ids = new Map<string, number>();
  let lastId = 0;

  return {
    current(scopes) {
      const key = scopes.join(' ');
      const running = pending.get(key) ?? getToken(scopes).finally(() => pending.delete(key));
      pending.set(key, running);
      return running;
    },
    // Kept after it has arrived, for requests that are refused for the same cause later.
    replace(scopes, { id, claims }) {
      const key = scopes.join(' ');
      const cause = JSON.stringify([id, claims]);
      const last = replacements.get(key);
      if (last?.cause === cause) return last.token;
      const token = getToken(scopes, claims, true);
      replacements.set(key, { cause, token });
      token.catch(() => replacements.delete(key));
      return token;
    },
    idOf(token) {
      const known = ids.get(token);
      if (known !== undefined) return known;
      ids.set(token, (lastId += 1));
      const [oldest] = ids.keys();
      if (ids.size > maxKnownTokens && oldest !== undefined) ids.delete(oldest);
      return lastId;
    },
  };
}
