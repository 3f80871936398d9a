import { naaToken } from '../../../src/sandbox/identity/naaToken';
import type { NaaTokenRequest } from '../../../src/sandbox/identity/naaToken';
import { setupProvider, tabOrigin, tenantId } from './setupProvider';

async function setup(more: Partial<NaaTokenRequest> = {}) {
  const { provider } = await setupProvider();
  const request: NaaTokenRequest = {
    person: 'global-admin',
    frameOrigin: tabOrigin,
    clientId: provider.app.clientId,
    scope: 'User.Read openid profile',
    isInteractive: false,
    ...more,
  };
  return {
    provider,
    request,
    ask: (again: Partial<NaaTokenRequest> = {}) => naaToken(provider, { ...request, ...again }),
  };
}

const writeScope = 'https://graph.microsoft.com/LicenseAssignment.ReadWrite.All';

test('a token carries every permission that was consented, whichever were asked for', async () => {
  const { ask, provider } = await setup();
  const answer = await ask();
  if (answer.kind !== 'token') throw new Error(answer.kind);
  const claims = await provider.issuer.verify(answer.token.access_token);
  expect(claims.scp).toEqual(provider.consent.granted());
  expect(answer.token.scope.split(' ')).toEqual(expect.arrayContaining(['User.Read', 'openid', 'profile']));
});

test('the account is one that MSAL can cache under the public authority', async () => {
  const { ask, provider } = await setup();
  const answer = await ask();
  const userId = provider.personas[0]?.userId;
  expect(answer).toMatchObject({
    account: { homeAccountId: `${userId}.${tenantId}`, environment: 'login.microsoftonline.com', tenantId },
  });
});

test.each([
  ['another client', { clientId: '40000000-0000-4000-8000-000000000000' }],
  ['another origin', { frameOrigin: 'http://evil.localhost:5301' }],
])('%s than the registered pair gets no token', async (_name, change) => {
  const { ask } = await setup();
  expect(await ask(change)).toMatchObject({ kind: 'error', error: { code: 'unauthorized_client' } });
});

test('an account that the host does not have is unavailable', async () => {
  const { ask } = await setup();
  expect(await ask({ person: 'nobody' })).toMatchObject({ error: { status: 'ACCOUNT_UNAVAILABLE' } });
});

test('a permission without consent needs interaction and says so with AADSTS65001', async () => {
  const { ask, provider } = await setup({ scope: writeScope });
  provider.consent.withdraw('LicenseAssignment.ReadWrite.All');
  const answer = await ask();
  expect(answer).toMatchObject({ error: { status: 'USER_INTERACTION_REQUIRED', code: 'consent_required' } });
  expect(answer.kind === 'error' && answer.error.description).toContain('AADSTS65001');
});

test('an administrator is asked, and agreeing holds for everybody from then on', async () => {
  const { ask, provider } = await setup({ scope: writeScope, isInteractive: true });
  provider.consent.withdraw('LicenseAssignment.ReadWrite.All');
  expect(await ask()).toEqual({
    kind: 'consent',
    scopes: ['LicenseAssignment.ReadWrite.All'],
    mayConsent: true,
  });
  expect((await ask({ isConsentGiven: true })).kind).toBe('token');
  expect((await ask({ person: 'member', isInteractive: false })).kind).toBe('token');
});

test('a member cannot consent by claiming that consent was given', async () => {
  const { ask, provider } = await setup({ scope: writeScope, isInteractive: true, person: 'member' });
  provider.consent.withdraw('LicenseAssignment.ReadWrite.All');
  expect(await ask({ isConsentGiven: true })).toMatchObject({ kind: 'consent', mayConsent: false });
});
