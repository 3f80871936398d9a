import { BrowserAuthError, InteractionRequiredAuthError } from '@azure/msal-browser';
import type { MsalAccount, MsalApplication } from '../../src/auth/msalApplication';
import { msalTokenSource } from '../../src/auth/msalTokenSource';
import type { MsalTokenSourceOptions } from '../../src/auth/msalTokenSource';
import type { TokenSource } from '../../src/auth/tokenSource';
import { manualClock } from '../base/manualClock';
import { recordLog } from '../base/recordLog';

const account = (id: string, claims: object = {}): MsalAccount => ({
  homeAccountId: `${id}.tenant`,
  localAccountId: id,
  tenantId: 'tenant',
  username: `${id}@tenant.example`,
  name: id.toUpperCase(),
  idTokenClaims: { oid: id, tid: 'tenant', ...claims },
});

function setup(
  changes: Partial<MsalApplication> = {},
  kind: TokenSource['kind'] = 'nested',
  options: MsalTokenSourceOptions = {},
) {
  const silent: Parameters<MsalApplication['acquireTokenSilent']>[0][] = [];
  const popups: Parameters<MsalApplication['acquireTokenPopup']>[0][] = [];
  const answered = (token: string) => Promise.resolve({ accessToken: token, account: account('ada') });
  const application: MsalApplication = {
    getAllAccounts: () => [],
    acquireTokenSilent: (request) => {
      silent.push(request);
      return (changes.acquireTokenSilent ?? (() => answered('silent')))(request);
    },
    acquireTokenPopup: (request) => {
      popups.push(request);
      return (changes.acquireTokenPopup ?? (() => answered('popup')))(request);
    },
    ...(changes.getAllAccounts ? { getAllAccounts: changes.getAllAccounts } : {}),
  };
  return { source: msalTokenSource(application, kind, options), silent, popups };
}

test('a host gives a token without an account known before', async () => {
  const { source, silent } = setup();
  expect(source.account()).toBeUndefined();
  await expect(source.getToken(['User.Read', 'User.Read.All'])).resolves.toBe('silent');
  expect(silent[0]).toMatchObject({
    scopes: ['User.Read', 'User.Read.All'],
    account: undefined,
    forceRefresh: false,
  });
  expect(source.account()).toEqual({
    objectId: 'ada',
    tenantId: 'tenant',
    userName: 'ada@tenant.example',
    displayName: 'ADA',
  });
});

test('claims and the wish for a fresh token are passed on', async () => {
  const { source, silent } = setup();
  await source.getToken(['User.Read'], '{"access_token":{}}', true);
  expect(silent[0]).toMatchObject({ claims: '{"access_token":{}}', forceRefresh: true });
});

test('the next token is asked for the same account', async () => {
  const { source, silent } = setup();
  await source.getToken(['User.Read']);
  await source.getToken(['User.Read']);
  expect(silent[1]?.account?.homeAccountId).toBe('ada.tenant');
});

test('nobody is asked anything before a person clicks', async () => {
  const { source, popups } = setup({
    acquireTokenSilent: () => Promise.reject(new InteractionRequiredAuthError('interaction_required', 'c1')),
  });
  const asked = source.getToken(['User.Read'], '{"a":1}');
  await expect(asked).rejects.toMatchObject({ code: 'sign-in-needed', claims: '{"a":1}' });
  expect(popups).toEqual([]);
});

test('a plain browser without an account needs a sign-in, and MSAL is not asked', async () => {
  const { source, silent } = setup({}, 'popup');
  await expect(source.getToken(['User.Read'])).rejects.toMatchObject({ code: 'sign-in-needed' });
  expect(silent).toEqual([]);
});

test('a plain browser goes on with the account of before a reload', async () => {
  const { source, silent } = setup({ getAllAccounts: () => [account('ada')] }, 'popup');
  await source.getToken(['User.Read']);
  expect(silent[0]).toMatchObject({ account: { localAccountId: 'ada' }, cacheLookupPolicy: 2 });
});

test('a sign-in asks which account, unless one is proposed', async () => {
  const open = setup({}, 'popup');
  await expect(open.source.signIn(['User.Read'])).resolves.toMatchObject({ objectId: 'ada' });
  expect(open.popups[0]).toMatchObject({ prompt: 'select_account', overrideInteractionInProgress: true });
  const hinted = setup({}, 'popup', { loginHint: 'eve@tenant.example' });
  await hinted.source.signIn(['User.Read'], '{"a":1}');
  expect(hinted.popups[0]).toMatchObject({
    loginHint: 'eve@tenant.example',
    prompt: undefined,
    claims: '{"a":1}',
  });
});

test('a sign-in that is not finished is told by its code', async () => {
  const { source } = setup({
    acquireTokenPopup: () => Promise.reject(new BrowserAuthError('popup_window_error', 'c1')),
  });
  await expect(source.signIn(['User.Read'])).rejects.toMatchObject({ code: 'popup-blocked' });
  expect(source.account()).toBeUndefined();
});

test("another account's token is never handed out", async () => {
  let id = 'ada';
  const next = () => Promise.resolve({ accessToken: id, account: account(id) });
  const { source } = setup({ acquireTokenSilent: next, acquireTokenPopup: next });
  await source.getToken(['User.Read']);
  id = 'eve';
  await expect(source.getToken(['User.Read'])).rejects.toMatchObject({ code: 'account-changed' });
  await expect(source.signIn(['User.Read'])).rejects.toMatchObject({ code: 'account-changed' });
  expect(source.account()?.objectId).toBe('ada');
});

test('roles that the id token names are kept', async () => {
  const answer = { accessToken: 't', account: account('ada', { wids: ['role-1'] }) };
  const { source } = setup({ acquireTokenSilent: () => Promise.resolve(answer) });
  await source.getToken(['User.Read']);
  expect(source.account()?.roleTemplateIds).toEqual(['role-1']);
});

test('a token of another tenant than the one in the host is never handed out', async () => {
  const same = setup({}, 'nested', { tenantIds: ['TENANT'] });
  await expect(same.source.getToken(['User.Read'])).resolves.toBe('silent');
  const other = setup({}, 'nested', { tenantIds: ['tenant', 'elsewhere'] });
  await expect(other.source.getToken(['User.Read'])).rejects.toMatchObject({ code: 'account-changed' });
  await expect(other.source.signIn(['User.Read'])).rejects.toMatchObject({ code: 'account-changed' });
  expect(other.source.account()).toBeUndefined();
});

test('an account of another tenant that is still there from before is passed over', async () => {
  const left = { ...account('eve'), idTokenClaims: { oid: 'eve', tid: 'elsewhere' } };
  const both = setup({ getAllAccounts: () => [left, account('ada')] }, 'popup', { tenantIds: ['tenant'] });
  await both.source.getToken(['User.Read']);
  expect(both.silent[0]).toMatchObject({ account: { localAccountId: 'ada' } });
  const alone = setup({ getAllAccounts: () => [left] }, 'popup', { tenantIds: ['tenant'] });
  await expect(alone.source.getToken(['User.Read'])).rejects.toMatchObject({ code: 'sign-in-needed' });
});

test('a host that falls silent is given up, and the next token is asked for anew', async () => {
  const clock = manualClock();
  let isSilent = true;
  const answer = { accessToken: 'late', account: account('ada') };
  const { source } = setup(
    { acquireTokenSilent: () => (isSilent ? new Promise(() => undefined) : Promise.resolve(answer)) },
    'nested',
    { clock },
  );
  const asking = source.getToken(['User.Read']);
  asking.catch(() => undefined);
  await clock.advance(60_000);
  await expect(asking).rejects.toMatchObject({ code: 'sign-in-failed', serviceCode: 'token_silent' });
  isSilent = false;
  await expect(source.getToken(['User.Read'])).resolves.toBe('late');
});

test('tokens and sign-ins are logged by permission and code, without token and person', async () => {
  const { logger, entries } = recordLog();
  const acquireTokenSilent = () =>
    Promise.reject(new InteractionRequiredAuthError('login_required', 'correlation'));
  const { source } = setup({ acquireTokenSilent }, 'nested', { logger });
  await expect(source.getToken(['User.Read', 'User.Read.All'])).rejects.toMatchObject({
    code: 'sign-in-needed',
  });
  await source.signIn(['User.Read']);
  expect(entries.map(({ level, area, event }) => [level, area, event])).toEqual([
    ['warn', 'auth', 'token-failed'],
    ['info', 'auth', 'sign-in-asked'],
    ['info', 'auth', 'signed-in'],
  ]);
  expect(entries[0]?.fields).toMatchObject({
    kind: 'silent',
    scopes: 'User.Read User.Read.All',
    code: 'sign-in-needed',
    serviceCode: 'login_required',
  });
  expect(JSON.stringify(entries)).not.toMatch(/ada/i);
});

test('a sign-in that was refused is logged with its code', async () => {
  const { logger, entries } = recordLog();
  const acquireTokenPopup = () => Promise.reject(new BrowserAuthError('user_cancelled', 'correlation'));
  const { source } = setup({ acquireTokenPopup }, 'popup', { logger });
  await expect(source.signIn(['User.Read'])).rejects.toMatchObject({ code: 'sign-in-cancelled' });
  expect(entries.at(-1)).toMatchObject({
    level: 'warn',
    event: 'sign-in-failed',
    fields: { kind: 'popup', code: 'sign-in-cancelled', serviceCode: 'user_cancelled' },
  });
});
