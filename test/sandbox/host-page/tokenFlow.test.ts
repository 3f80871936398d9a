import { tokenFlow } from '../../../src/sandbox/host-page/tokenFlow';
import type { TokenSurroundings } from '../../../src/sandbox/host-page/tokenFlow';
import type { NaaTokenAnswer, NaaTokenRequest } from '../../../src/sandbox/identity/naaToken';
import { setupView } from './setupView';

const given = {
  kind: 'token',
  token: { access_token: 'a' },
  account: { username: 'u' },
} as unknown as NaaTokenAnswer;
const consent = (mayConsent: boolean): NaaTokenAnswer => ({ kind: 'consent', scopes: ['Write'], mayConsent });

function setup(search: string, answers: readonly NaaTokenAnswer[], person: Partial<TokenSurroundings> = {}) {
  const sent: NaaTokenRequest[] = [];
  const around: TokenSurroundings = {
    view: setupView(search),
    frameOrigin: 'http://app.localhost:5301',
    session: { hasSignedIn: false },
    request: (body) => {
      sent.push(body);
      const answer = answers[sent.length - 1];
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('the server is gone'));
    },
    askToSignIn: () => Promise.resolve(true),
    askToConsent: () => Promise.resolve(true),
    ...person,
  };
  const fetchToken = (isInteractive: boolean) =>
    tokenFlow({ requestId: 'r', isInteractive, clientId: 'c', scope: 'Write', claims: '{}' }, around);
  return { sent, fetchToken };
}

test('a token is fetched for the person and the frame that asks', async () => {
  const { sent, fetchToken } = setup('', [given]);
  expect(await fetchToken(false)).toMatchObject({ success: true, token: { access_token: 'a' } });
  expect(sent).toMatchObject([
    { person: 'global-admin', frameOrigin: 'http://app.localhost:5301', isInteractive: false },
  ]);
});

test('agreeing asks the server again with the consent', async () => {
  const { sent, fetchToken } = setup('', [consent(true), given]);
  expect(await fetchToken(true)).toMatchObject({ success: true });
  expect(sent[1]).toMatchObject({ isConsentGiven: true });
});

test('closing the consent question cancels', async () => {
  const { sent, fetchToken } = setup('', [consent(true)], { askToConsent: () => Promise.resolve(false) });
  expect(await fetchToken(true)).toMatchObject({ error: { status: 'USER_CANCEL' } });
  expect(sent).toHaveLength(1);
});

test('who may not consent is told that an administrator must, whatever was pressed', async () => {
  const { sent, fetchToken } = setup('', [consent(false), given]);
  expect(await fetchToken(true)).toMatchObject({ error: { code: 'consent_required' } });
  expect(sent).toHaveLength(1);
});

test('a sign-in that is closed unanswered is needed first and then cancelled', async () => {
  const { sent, fetchToken } = setup('?faults=sign-in-cancelled', [given]);
  expect(await fetchToken(false)).toMatchObject({ error: { status: 'USER_INTERACTION_REQUIRED' } });
  expect(await fetchToken(true)).toMatchObject({ error: { status: 'USER_CANCEL' } });
  expect(sent).toHaveLength(0);
});

test('a sign-in that was answered is not asked for again', async () => {
  const { fetchToken } = setup('?faults=sign-in-needed', [given, given]);
  expect(await fetchToken(true)).toMatchObject({ success: true });
  expect(await fetchToken(false)).toMatchObject({ success: true });
});

test('without network the bridge says so', async () => {
  const { fetchToken } = setup('?faults=no-network-for-tokens', [given]);
  expect(await fetchToken(true)).toMatchObject({ error: { status: 'NO_NETWORK' } });
});

test('a server that does not answer is a passing error, not silence', async () => {
  const { fetchToken } = setup('', []);
  expect(await fetchToken(false)).toMatchObject({ error: { status: 'TRANSIENT_ERROR' } });
});
