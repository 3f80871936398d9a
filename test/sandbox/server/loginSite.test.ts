import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { createLoginSessions } from '../../../src/sandbox/identity/loginSessions';
import { createLoginSite } from '../../../src/sandbox/server/loginSite';
import type { SiteResponse } from '../../../src/sandbox/server/siteTypes';
import { setupProvider, tabOrigin, tenantId } from '../identity/setupProvider';

const base = `http://login.localhost:5303/${tenantId}`;
const verifier = 'a-verifier-that-is-long-enough-to-be-one-0123456789';
const redirectUri = `${tabOrigin}/redirect.html`;

async function setup() {
  const { provider, clock } = await setupProvider();
  let count = 0;
  const newId = (): string => `id-${(count += 1)}`;
  const site = createLoginSite({
    provider: () => provider,
    sessions: createLoginSessions(clock, newId),
    clock,
    newId,
  });
  const authorizeQuery = (change: Record<string, string> = {}): string =>
    new URLSearchParams({
      client_id: provider.app.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      response_mode: 'fragment',
      scope: 'https://graph.microsoft.com/User.Read openid profile offline_access',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'a-state',
      nonce: 'a-nonce',
      ...change,
    }).toString();
  const authorize = (change?: Record<string, string>): Promise<SiteResponse> =>
    site({ method: 'GET', url: `${base}/oauth2/v2.0/authorize?${authorizeQuery(change)}`, headers: {} });
  const token = async (
    form: Record<string, string>,
    headers: Record<string, string> = { origin: tabOrigin },
  ) => {
    const body = new URLSearchParams({ client_id: provider.app.clientId, ...form }).toString();
    const answer = await site({ method: 'POST', url: `${base}/oauth2/v2.0/token`, headers, body });
    return { ...answer, json: JSON.parse(String(answer.body)) as Record<string, string> };
  };
  const codeFor = async (person: string): Promise<string> =>
    fragmentOf(await authorize({ person })).get('code') ?? '';
  const redeem = async (code: string, change: Record<string, string> = {}) =>
    token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...change,
    });
  return { provider, clock, site, authorize, token, codeFor, redeem };
}

const fragmentOf = (answer: SiteResponse): URLSearchParams =>
  new URLSearchParams(new URL(answer.headers['location'] ?? 'http://none/').hash.slice(1));

test('the chooser lists every account by role and name, with markup made harmless', async () => {
  const { authorize } = await setup();
  const { status, body } = await authorize();
  expect(status).toBe(200);
  expect(body).toContain('Global Administrator');
  expect(body).toContain('Ada &lt;Admin&gt;');
  expect(body).not.toContain('<Admin>');
});

test('choosing an account leads back with a code and the state in the fragment', async () => {
  const { authorize } = await setup();
  const answer = await authorize({ person: 'member' });
  expect(answer.status).toBe(302);
  expect(answer.headers['location']).toMatch(`${redirectUri}#`);
  expect(fragmentOf(answer).get('state')).toBe('a-state');
  expect(fragmentOf(answer).get('code')).not.toBeNull();
});

test('a code and its verifier give tokens that Graph accepts, with the nonce and client_info', async () => {
  const { codeFor, redeem, provider } = await setup();
  const { status, json, headers } = await redeem(await codeFor('member'));
  expect(status).toBe(200);
  expect(headers['access-control-allow-origin']).toBe(tabOrigin);
  const userId = provider.personas[1]?.userId;
  await expect(provider.issuer.verify(json['access_token'] ?? '')).resolves.toMatchObject({ oid: userId });
  expect(decodeJwt(json['id_token'] ?? '')['nonce']).toBe('a-nonce');
  const clientInfo: unknown = JSON.parse(Buffer.from(json['client_info'] ?? '', 'base64url').toString());
  expect(clientInfo).toEqual({ uid: userId, utid: tenantId });
});

test('a code with a wrong verifier is refused with AADSTS501481 in the form of Entra', async () => {
  const { codeFor, redeem } = await setup();
  const { status, json } = await redeem(await codeFor('member'), { code_verifier: 'wrong' });
  expect(status).toBe(400);
  expect(json).toMatchObject({
    error: 'invalid_grant',
    error_codes: [501481],
    timestamp: '2026-11-22 08:00:00Z',
  });
  expect(json['error_description']).toMatch(/^AADSTS501481: .+ Trace ID: .+ Correlation ID: .+ Timestamp: /);
});

test('a code is good once', async () => {
  const { codeFor, redeem } = await setup();
  const code = await codeFor('member');
  await redeem(code);
  expect((await redeem(code)).json).toMatchObject({ error: 'invalid_grant', error_codes: [70008] });
});

test('a code is good for ten minutes', async () => {
  const { codeFor, redeem, clock } = await setup();
  const code = await codeFor('member');
  clock.advance(600_001);
  expect((await redeem(code)).json).toMatchObject({ error_codes: [70008] });
});

test('a refresh token gives tokens for scopes that were not asked for at sign-in', async () => {
  const { codeFor, redeem, token } = await setup();
  const first = await redeem(await codeFor('global-admin'));
  const form = {
    grant_type: 'refresh_token',
    refresh_token: first.json['refresh_token'] ?? '',
    scope: 'User.Read.All',
  };
  const { status, json } = await token(form);
  expect(status).toBe(200);
  expect(json['scope']?.split(' ')).toContain('User.Read.All');
});

test('a refresh for a scope without consent says which error MSAL must ask about', async () => {
  const { codeFor, redeem, token, provider } = await setup();
  const first = await redeem(await codeFor('member'));
  provider.consent.withdraw('LicenseAssignment.ReadWrite.All');
  const refresh = { grant_type: 'refresh_token', refresh_token: first.json['refresh_token'] ?? '' };
  const { json } = await token({ ...refresh, scope: 'LicenseAssignment.ReadWrite.All' });
  expect(json).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001] });
});

test('a redemption that no page made is refused', async () => {
  const { token } = await setup();
  const { json } = await token({ grant_type: 'authorization_code' }, {});
  expect(json).toMatchObject({ error_codes: [9002327] });
});

test.each(['{', 'null', '"text"', '[]'])(
  'claims that are no JSON object, %s, are refused with 400',
  async (claims) => {
    const { codeFor, redeem } = await setup();
    const { status, json } = await redeem(await codeFor('member'), { claims });
    expect(status).toBe(400);
    expect(json).toMatchObject({ error: 'invalid_request', error_codes: [9002313] });
  },
);

test.each(['{}', '{"access_token":null}', '{"access_token":{"xms_cc":{"values":[null,{"toString":1}]}}}'])(
  'odd claims in a JSON object, %s, take nothing from the token',
  async (claims) => {
    const { codeFor, redeem } = await setup();
    expect((await redeem(await codeFor('member'), { claims })).status).toBe(200);
  },
);

test('tokens are not readable for other origins', async () => {
  const { token } = await setup();
  const { headers } = await token({ grant_type: 'refresh_token' }, { origin: 'http://evil.localhost:1' });
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test.each([
  ['an unknown client', { client_id: 'x' }, 'AADSTS700016'],
  ['an unregistered redirect address', { redirect_uri: 'http://evil.localhost/' }, 'AADSTS50011'],
])('%s is told on a page and never sent anywhere', async (_name, change, code) => {
  const { authorize } = await setup();
  const { status, headers, body } = await authorize(change);
  expect(status).toBe(400);
  expect(headers).not.toHaveProperty('location');
  expect(body).toContain(code);
});

test.each([
  ['no S256 challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['a silent request', { prompt: 'none' }, 'login_required'],
  ['cancelling', { cancel: '1' }, 'access_denied'],
])('%s leads back with an error', async (_name, change, error) => {
  const { authorize } = await setup();
  const fragment = fragmentOf(await authorize(change));
  expect(fragment.get('error')).toBe(error);
  expect(fragment.get('state')).toBe('a-state');
});

test('only an administrator sees a way to accept missing permissions', async () => {
  const { authorize, provider } = await setup();
  provider.consent.withdraw('User.Read');
  expect((await authorize({ person: 'member' })).body).not.toContain('consent=accept');
  expect((await authorize({ person: 'global-admin' })).body).toContain('consent=accept');
  expect((await authorize({ person: 'member', consent: 'accept' })).status).toBe(200);
  expect((await authorize({ person: 'global-admin', consent: 'accept' })).status).toBe(302);
});

test('signing out returns to the app alone', async () => {
  const { site } = await setup();
  const signOut = (to: string): Promise<SiteResponse> =>
    site({
      method: 'GET',
      url: `${base}/oauth2/v2.0/logout?post_logout_redirect_uri=${encodeURIComponent(to)}`,
      headers: {},
    });
  expect((await signOut(`${tabOrigin}/index.html`)).headers['location']).toBe(`${tabOrigin}/index.html`);
  expect((await signOut(`${tabOrigin}.evil.example/`)).status).toBe(200);
});
