import type { AccessClaims, VerifyToken } from './accessClaims';
import { TokenExpired } from './accessClaims';
import { GraphRefusal } from './graphRefusal';

const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

/**
 * Returns the claims of the request's bearer token, which must be of this tenant. Throws GraphRefusal 401
 * `InvalidAuthenticationToken`. Inferred: the sentences for a missing or an invalid token.
 */
export async function authenticate(
  authorization: string | undefined,
  verify: VerifyToken,
  tenantId: string,
): Promise<AccessClaims> {
  const bearer = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (bearer === undefined) throw unauthorized('Access token is empty.');
  const claims = await verify(bearer).catch((reason: unknown) => {
    if (reason instanceof TokenExpired) throw tokenExpired();
    throw unauthorized(
      `Access token validation failure. ${reason instanceof Error ? reason.message : String(reason)}`,
    );
  });
  if (claims.tid !== tenantId) throw unauthorized('Access token validation failure. Invalid tenant.');
  return claims;
}

/** 401 for an expired token; the sentence is observed. */
export function tokenExpired(): GraphRefusal {
  return unauthorized('Lifetime validation failed, the token is expired.');
}

/**
 * 401 that asks for a new token with claims (Entra: continuous access evaluation).
 * @param notBefore Seconds since 1970 before which tokens are no longer good.
 */
export function claimsChallenge(notBefore: number): GraphRefusal {
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: String(notBefore) } } });
  const header = `${challenge}, errorDescription="Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
  return new GraphRefusal(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    { headers: { 'WWW-Authenticate': header } },
  );
}

function unauthorized(message: string): GraphRefusal {
  return new GraphRefusal(401, 'InvalidAuthenticationToken', message, {
    headers: { 'WWW-Authenticate': challenge },
  });
}
