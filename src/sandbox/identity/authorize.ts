import { isRedirectUri } from './appRegistration';
import { graphScopesOf, mayConsentForAll } from './consent';
import type { EntraError } from './entraError';
import { personaOf } from './identityProvider';
import type { IdentityProvider } from './identityProvider';
import type { LoginSessions } from './loginSessions';

/** Next step of the sign-in page. */
export type AuthorizeStep =
  /** The redirect address is not allowed; the page shows the error. */
  | { readonly kind: 'stop'; readonly error: EntraError }
  /** Back to the app with an error in the fragment. */
  | { readonly kind: 'refuse'; readonly error: EntraError }
  /** Asks for an account. */
  | { readonly kind: 'choose' }
  /** May the app do this? */
  | { readonly kind: 'consent'; readonly scopes: readonly string[]; readonly mayConsent: boolean }
  /** Back to the app with a code. */
  | { readonly kind: 'code'; readonly code: string };

const refuse = (error: string, number: number, sentence: string): AuthorizeStep => ({
  kind: 'refuse',
  error: { error, number, sentence },
});

const stop = (number: number, sentence: string): AuthorizeStep => ({
  kind: 'stop',
  error: { error: 'invalid_request', number, sentence },
});

function faultOf(query: URLSearchParams, provider: IdentityProvider): AuthorizeStep | undefined {
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  if (clientId !== provider.app.clientId)
    return stop(700016, `Application '${clientId}' was not found in the directory.`);
  if (!isRedirectUri(provider.app, redirectUri)) {
    return stop(
      50011,
      `The redirect URI '${redirectUri}' does not match the redirect URIs configured for the application.`,
    );
  }
  if (query.get('response_type') !== 'code')
    return refuse('unsupported_response_type', 700054, "response_type 'code' is needed.");
  if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge')) {
    return refuse(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  }
  if (query.get('prompt') === 'none') {
    // The sandbox keeps no session at the sign-in site, so silent sign-in always fails there.
    return refuse('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.');
  }
  return undefined;
}

/**
 * Decides the next step of the authorization-code flow from the query alone.
 * Beside Entra's own parameters the sandbox's pages add `person`, `consent=accept` and `cancel`.
 */
export function authorize(
  provider: IdentityProvider,
  sessions: LoginSessions,
  query: URLSearchParams,
): AuthorizeStep {
  const fault = faultOf(query, provider);
  if (fault) return fault;
  if (query.has('cancel'))
    return refuse('access_denied', 65004, 'User declined to consent to access the app.');
  const persona = personaOf(provider, query.get('person') ?? '');
  if (!persona) return { kind: 'choose' };

  const missing = provider.consent.missing(graphScopesOf(query.get('scope') ?? ''));
  if (missing.length > 0) {
    const mayConsent = mayConsentForAll(persona);
    if (query.get('consent') !== 'accept' || !mayConsent)
      return { kind: 'consent', scopes: missing, mayConsent };
    provider.consent.grant(missing);
  }
  const nonce = query.get('nonce');
  const code = sessions.issueCode({
    person: persona.key,
    clientId: provider.app.clientId,
    redirectUri: query.get('redirect_uri') ?? '',
    codeChallenge: query.get('code_challenge') ?? '',
    ...(nonce === null ? {} : { nonce }),
  });
  return { kind: 'code', code };
}
