import { graphScopesOf, mayConsentForAll } from './consent';
import { personaOf } from './identityProvider';
import type { IdentityProvider } from './identityProvider';

/** Request of the host page for the token of a frame (nested app authentication). */
export interface NaaTokenRequest {
  /** Key of the account that is signed in to the host. */
  readonly person: string;
  /** Origin of the frame that asks, as the browser reported it to the host page. */
  readonly frameOrigin: string;
  readonly clientId: string;
  /** Scopes separated by spaces. */
  readonly scope: string;
  /** The claims parameter in JSON, as MSAL sent it. */
  readonly claims?: string;
  /** True if the user may be asked something. */
  readonly isInteractive: boolean;
  /** True if the user saw the missing permissions and consented. */
  readonly isConsentGiven?: boolean;
}

/** An error in the words of the bridge; MSAL maps `status` and keeps `code` and `description`. */
export interface NaaError {
  readonly status: string;
  readonly code: string;
  readonly description: string;
}

/** Answer to a token request: the tokens, a question to put to the person, or an error. */
export type NaaTokenAnswer =
  | { readonly kind: 'token'; readonly token: NaaToken; readonly account: NaaAccount }
  | { readonly kind: 'consent'; readonly scopes: readonly string[]; readonly mayConsent: boolean }
  | { readonly kind: 'error'; readonly error: NaaError };

/** The `token` part of the bridge's answer. */
export interface NaaToken {
  readonly access_token: string;
  readonly id_token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
  readonly properties: null;
}

/** The `account` part of the bridge's answer. */
export interface NaaAccount {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly tenantId: string;
  readonly username: string;
  readonly localAccountId: string;
  readonly name: string;
  readonly loginHint: string;
}

const refuse = (status: string, code: string, description: string): NaaTokenAnswer => ({
  kind: 'error',
  error: { status, code, description },
});

/** Issues tokens for a frame inside the host, or returns the reason why it can't. */
export async function naaToken(
  provider: IdentityProvider,
  request: NaaTokenRequest,
): Promise<NaaTokenAnswer> {
  const { app, consent, issuer, tenantId } = provider;
  const isKnownPair = request.clientId === app.clientId && app.frameOrigins.includes(request.frameOrigin);
  if (!isKnownPair) {
    const pair = `application '${request.clientId}' from '${request.frameOrigin}'`;
    return refuse(
      'PERSISTENT_ERROR',
      'unauthorized_client',
      `AADSTS700016: No registration was found for ${pair}.`,
    );
  }
  const persona = personaOf(provider, request.person);
  if (!persona)
    return refuse('ACCOUNT_UNAVAILABLE', 'no_account_found', `No account '${request.person}' in the host.`);

  const missing = consent.missing(graphScopesOf(request.scope));
  if (missing.length > 0) {
    const mayConsent = mayConsentForAll(persona);
    if (!request.isInteractive) {
      const sentence = `AADSTS65001: Nobody has consented to use ${missing.join(' ')} for this application.`;
      return refuse('USER_INTERACTION_REQUIRED', 'consent_required', sentence);
    }
    if (!request.isConsentGiven || !mayConsent) return { kind: 'consent', scopes: missing, mayConsent };
    consent.grant(missing);
  }
  const { accessToken, idToken, expiresInS } = await issuer.mint({
    persona,
    clientId: app.clientId,
    scopes: consent.granted(),
    ...(request.claims === undefined ? {} : { claims: request.claims }),
  });
  return {
    kind: 'token',
    token: {
      access_token: accessToken,
      id_token: idToken,
      expires_in: expiresInS,
      scope: [...consent.granted(), 'openid', 'profile'].join(' '),
      properties: null,
    },
    account: {
      homeAccountId: `${persona.userId}.${tenantId}`,
      environment: 'login.microsoftonline.com',
      tenantId,
      username: persona.userPrincipalName,
      localAccountId: persona.userId,
      name: persona.displayName,
      loginHint: persona.userPrincipalName,
    },
  };
}
