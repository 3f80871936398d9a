/** Claims of a verified access token. */
export interface AccessClaims {
  /** Object id of the signed-in user. */
  oid: string;
  /** The tenant. */
  tid: string;
  /** The consented delegated scopes. */
  scp: readonly string[];
  /** The app that asks. */
  appid: string;
  /** Seconds since 1970 at which the token ends. */
  exp: number;
  /** Seconds since 1970 at which it was issued. */
  iat: number;
  /** Capabilities that the client declared, such as `cp1` for claims challenges. */
  xms_cc?: readonly string[];
}

/**
 * Resolves to the claims of a bearer token. Rejects with `TokenExpired` if it has expired, with another Error (the
 * message is the reason) if it is invalid.
 */
export type VerifyToken = (bearer: string) => Promise<AccessClaims>;

/** Thrown for a token that was valid and has expired. */
export class TokenExpired extends Error {
  override readonly name = 'TokenExpired';
}
