import type { GetToken, RefusedToken } from '../types';

/** Hands out tokens: who asks at the same time shares one question. */
interface TokenCache {
  /** The token of the moment. Rejects as `GetToken` does. */
  current(scopes: readonly string[]): Promise<string>;
  /** The token in place of a refused one; fetched once for everyone who was refused the same. Rejects as `GetToken` does. */
  replace(scopes: readonly string[], refused: RefusedToken): Promise<string>;
  /** A number that stands for a token, so that others can speak of it without having it. */
  idOf(token: string): number;
}

/** Tokens whose numbers are remembered: more than ever are on their way together. */
const tokensKnown = 50;

/** Makes a desk over `getToken`. */
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
    // Kept after it has come: who was refused for the same cause and hears of it later takes the same replacement.
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
      if (ids.size > tokensKnown && oldest !== undefined) ids.delete(oldest);
      return lastId;
    },
  };
}
