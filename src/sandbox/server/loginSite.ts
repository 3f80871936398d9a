import type { Clock } from '../../base/clock';
import type { NewId } from '../../base/ids';
import { scriptClient } from '../identity/appRegistration';
import { authorize } from '../identity/authorize';
import { createConsent } from '../identity/consent';
import { describeError, errorJson } from '../identity/entraError';
import type { ErrorTrace } from '../identity/entraError';
import type { IdentityProvider } from '../identity/identityProvider';
import { loginPage, loginStyles, signedOutPage } from '../identity/loginPages';
import type { LoginSessions } from '../identity/loginSessions';
import { redeem } from '../identity/tokenEndpoint';
import { htmlResponse, jsonResponse, redirectResponse, textResponse } from './responses';
import { loginPolicy } from './securityPolicy';
import type { Site, SiteRequest, SiteResponse } from './siteTypes';

/** Options of the sign-in site. The provider is asked for on each request, since the tenant can be replaced. */
interface LoginSiteOptions {
  readonly provider: () => IdentityProvider;
  readonly sessions: LoginSessions;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** The endpoints of one authority as its metadata names them; `origin` is that of the sign-in site. */
export function authorityMetadata(
  origin: string,
  tenantId: string,
  issuer: string,
): Readonly<Record<string, string>> {
  const base = `${origin}/${tenantId}`;
  return {
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    issuer,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
  };
}

/** Token requests come from the app's pages alone, so only their origins may read the answers. */
function corsOf(request: SiteRequest, provider: IdentityProvider): Readonly<Record<string, string>> {
  const origin = request.headers['origin'];
  if (origin === undefined || !provider.app.frameOrigins.includes(origin)) return {};
  return { 'access-control-allow-origin': origin, 'access-control-allow-headers': '*', vary: 'Origin' };
}

function page(html: string, status = 200): SiteResponse {
  const answer = htmlResponse(html, status);
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': loginPolicy } };
}

/** Makes the sign-in site: authorization code with PKCE, tokens, keys and sign-out for a plain browser tab. */
export function createLoginSite({ provider: current, sessions, clock, newId }: LoginSiteOptions): Site {
  const traceOf = (parameters: URLSearchParams): ErrorTrace => ({
    atInMs: clock.now(),
    traceId: newId(),
    correlationId: parameters.get('client-request-id') ?? newId(),
  });

  const scripts = { app: scriptClient, consent: createConsent([]) };
  const providerFor = (provider: IdentityProvider, clientId: string | null): IdentityProvider =>
    clientId === scriptClient.clientId ? { ...provider, ...scripts } : provider;

  const showAuthorize = (query: URLSearchParams, provider: IdentityProvider): SiteResponse => {
    const step = authorize(provider, sessions, query);
    if (step.kind !== 'code' && step.kind !== 'refuse') {
      return page(loginPage(step, provider, query), step.kind === 'stop' ? 400 : 200);
    }
    const answer = new URLSearchParams();
    if (step.kind === 'code') answer.set('code', step.code);
    else {
      answer.set('error', step.error.error);
      answer.set('error_description', describeError(step.error, traceOf(query)));
    }
    const state = query.get('state');
    if (state !== null) answer.set('state', state);
    // The default of the code flow is the query (Microsoft identity platform: response_mode).
    const mark = query.get('response_mode') === 'fragment' ? '#' : '?';
    return redirectResponse(`${query.get('redirect_uri') ?? ''}${mark}${answer.toString()}`);
  };

  const giveToken = async (request: SiteRequest, main: IdentityProvider): Promise<SiteResponse> => {
    const cors = corsOf(request, main);
    if (request.method === 'OPTIONS') return { status: 204, headers: cors };
    const form = new URLSearchParams(request.body ?? '');
    const provider = providerFor(main, form.get('client_id'));
    const outcome = await redeem(provider, sessions, form, request.headers['origin']);
    const answer = 'error' in outcome ? errorJson(outcome, traceOf(form)) : jsonResponse(outcome);
    return { ...answer, headers: { ...answer.headers, ...cors } };
  };

  const signOut = (query: URLSearchParams, provider: IdentityProvider): SiteResponse => {
    const target = query.get('post_logout_redirect_uri') ?? '';
    const isOurs = provider.app.frameOrigins.some(
      (origin) => target === origin || target.startsWith(`${origin}/`),
    );
    return isOurs ? redirectResponse(target) : page(signedOutPage());
  };

  return async (request) => {
    const provider = current();
    const url = new URL(request.url);
    const base = `/${provider.tenantId}`;
    switch (url.pathname) {
      case '/login.css':
        return textResponse(loginStyles, 'text/css');
      case `${base}/oauth2/v2.0/authorize`:
        return showAuthorize(url.searchParams, providerFor(provider, url.searchParams.get('client_id')));
      case `${base}/oauth2/v2.0/token`:
        return giveToken(request, provider);
      case `${base}/oauth2/v2.0/logout`:
        return signOut(url.searchParams, provider);
      case `${base}/discovery/v2.0/keys`:
        return jsonResponse(provider.issuer.keySet());
      case `${base}/v2.0/.well-known/openid-configuration`:
        return jsonResponse(authorityMetadata(url.origin, provider.tenantId, provider.issuer.name));
      default:
        return textResponse(`The sign-in site has no ${url.pathname}`, 'text/plain', 404);
    }
  };
}
