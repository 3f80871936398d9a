import type { AccessClaims } from './accessClaims';
import { claimsChallenge } from './authenticate';
import { GraphRefusal } from './graphRefusal';

/**
 * Users whose tokens are challenged, with the time from which on. Tokens issued later pass. Kept in memory only. Times
 * have whole seconds, as tokens do: a token of the same second passes.
 */
export class Challenges {
  readonly #revokedAt = new Map<string, number>();
  readonly #stepUpAt = new Map<string, number>();

  /** Ends a person's sessions: older tokens are answered by a claims challenge, where the client can take one. */
  revoke(userId: string, nowInMs: number): void {
    this.#revokedAt.set(userId.toLowerCase(), Math.floor(nowInMs / 1000));
  }

  /** Requires a stronger sign-in of a user: older tokens are challenged. */
  demandStepUp(userId: string, nowInMs: number): void {
    this.#stepUpAt.set(userId.toLowerCase(), Math.floor(nowInMs / 1000));
  }

  /**
   * Throws GraphRefusal: 401 for a token from before a revocation if its client declared `cp1`, others stay good until
   * they expire (Entra: continuous access evaluation); 403 for one from before a policy.
   */
  check({ oid, iat, xms_cc }: AccessClaims): void {
    const [revokedAt, stepUpAt] = [this.#revokedAt.get(oid), this.#stepUpAt.get(oid)];
    const canTakeClaims = xms_cc?.some((capability) => capability.toLowerCase() === 'cp1') ?? false;
    if (revokedAt !== undefined && iat < revokedAt && canTakeClaims) throw claimsChallenge(revokedAt);
    if (stepUpAt !== undefined && iat < stepUpAt) throw stepUpChallenge();
  }
}

/**
 * 403 that asks for a stronger sign-in (Graph: error responses; Entra: claims challenges, authentication context).
 * Inferred: the sentence, and that the challenge is in the header as for 401.
 */
export function stepUpChallenge(): GraphRefusal {
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
  const header = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
  return new GraphRefusal(403, 'insufficient_claims', 'The token lacks claims that a policy asks for.', {
    headers: { 'WWW-Authenticate': header },
  });
}
