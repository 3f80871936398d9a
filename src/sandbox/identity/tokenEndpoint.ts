import { createHash } from 'node:crypto';
import { graphScopesOf } from './consent';
import type { EntraError } from './entraError';
import { personaOf } from './identityProvider';
import type { IdentityProvider } from './identityProvider';
import type { LoginSessions } from './loginSessions';

/** The token endpoint's success, ready to be written as JSON. */
interface TokenGrant {
  readonly token_type: 'Bearer';
  readonly scope: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly refresh_token_expires_in: number;
  readonly id_token: string;
  /** Base64url JSON of object id and tenant id, from which MSAL makes its account id. */
  readonly client_info: string;
}

interface Accepted {
  readonly person: string;
  readonly nonce?: string;
}

const badRequest = (number: number, sentence: string): EntraError => ({
  error: 'invalid_request',
  number,
  sentence,
});
const badGrant = (number: number, sentence: string): EntraError => ({
  error: 'invalid_grant',
  number,
  sentence,
});

function meetsChallenge(verifier: string, challenge: string): boolean {
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}

function acceptCode(form: URLSearchParams, sessions: LoginSessions): Accepted | EntraError {
  const pending = sessions.redeemCode(form.get('code') ?? '');
  if (!pending) return badGrant(70008, 'The provided authorization code has expired or was already used.');
  if (pending.clientId !== form.get('client_id') || pending.redirectUri !== form.get('redirect_uri')) {
    return badGrant(500112, 'The reply address or client does not match that of the authorization request.');
  }
  if (!meetsChallenge(form.get('code_verifier') ?? '', pending.codeChallenge)) {
    return badGrant(
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  }
  return pending;
}

function acceptRefresh(form: URLSearchParams, sessions: LoginSessions): Accepted | EntraError {
  const grant = sessions.findRefreshToken(form.get('refresh_token') ?? '');
  if (!grant || grant.clientId !== form.get('client_id')) {
    return badGrant(700084, 'The refresh token was issued to a single page app and is no longer valid.');
  }
  return grant;
}

function accept(form: URLSearchParams, sessions: LoginSessions): Accepted | EntraError {
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return acceptCode(form, sessions);
    case 'refresh_token':
      return acceptRefresh(form, sessions);
    default:
      return {
        error: 'unsupported_grant_type',
        number: 70003,
        sentence: 'The app requested an unsupported grant type.',
      };
  }
}

/** True for a JSON object (OpenID Connect Core, 5.5). Inferred: Entra's number for another value. */
function isClaimsRequest(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

/**
 * Redeems a code or a refresh token, the latter for any resource and scope as Entra does.
 * `origin` is the page's `Origin` header, which a single-page application always sends, and a program never.
 */
export async function redeem(
  provider: IdentityProvider,
  sessions: LoginSessions,
  form: URLSearchParams,
  origin: string | undefined,
): Promise<TokenGrant | EntraError> {
  const clientId = form.get('client_id') ?? '';
  if (clientId !== provider.app.clientId)
    return badRequest(700016, `Application '${clientId}' was not found in the directory.`);
  if (provider.app.isPublicClient && origin !== undefined) {
    return badRequest(
      9002326,
      "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
    );
  }
  if (origin === undefined && !provider.app.isPublicClient) {
    return badRequest(
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  const claims = form.get('claims');
  if (claims && !isClaimsRequest(claims))
    return badRequest(9002313, 'Invalid request. Request is malformed or invalid.');
  const accepted = accept(form, sessions);
  if ('error' in accepted) return accepted;
  const persona = personaOf(provider, accepted.person);
  if (!persona) return badGrant(50034, 'The user account does not exist in the directory.');
  const missing = provider.consent.missing(graphScopesOf(form.get('scope') ?? ''));
  if (missing.length > 0) {
    const sentence = `The user or administrator has not consented to use ${missing.join(' ')} for this application.`;
    return { ...badGrant(65001, sentence), suberror: 'consent_required' };
  }
  const scopes = provider.consent.granted();
  const nonce = accepted.nonce === undefined ? {} : { nonce: accepted.nonce };
  const minted = await provider.issuer.mint({
    persona,
    clientId,
    scopes,
    ...nonce,
    ...(claims ? { claims } : {}),
  });
  return {
    token_type: 'Bearer',
    scope: [...scopes, 'openid', 'profile'].join(' '),
    expires_in: minted.expiresInS,
    ext_expires_in: minted.expiresInS,
    access_token: minted.accessToken,
    refresh_token: sessions.issueRefreshToken({ person: accepted.person, clientId }),
    refresh_token_expires_in: 86_400,
    id_token: minted.idToken,
    client_info: Buffer.from(JSON.stringify({ uid: persona.userId, utid: provider.tenantId })).toString(
      'base64url',
    ),
  };
}
