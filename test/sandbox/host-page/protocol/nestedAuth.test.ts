import { bridgeReply, executeNestedAuth } from '../../../../src/sandbox/host-page/protocol/nestedAuth';
import { setupView } from '../setupView';

const requestId = '01a201e9-b7f5-7424-9a07-d86c1d382256';

/** A request as MSAL 5.29 sends it through the bridge. */
function bridge(method: string, more: object = {}): string {
  const library = { sendTime: 1, clientLibrary: 'msal.js.browser', clientLibraryVersion: '5.29.0' };
  return JSON.stringify({ messageType: 'NestedAppAuthRequest', method, requestId, ...library, ...more });
}

const replyOf = (reply: readonly unknown[] | undefined): Record<string, unknown> =>
  JSON.parse(String(reply?.[1])) as Record<string, unknown>;

test('the answer stands in JSON at the second place, under the inner request id', () => {
  const { reply } = executeNestedAuth(bridge('GetInitContext'), setupView());
  expect(reply?.[0]).toBe(false);
  expect(replyOf(reply)).toMatchObject({ messageType: 'NestedAppAuthResponse', requestId, success: true });
});

test('the account in the first answer lets MSAL use its cache', () => {
  const { reply } = executeNestedAuth(bridge('GetInitContext'), setupView());
  expect(replyOf(reply)['initContext']).toMatchObject({
    accountContext: {
      homeAccountId: '10000000-0000-4000-8000-000000000001.20000000-0000-4000-8000-000000000000',
      environment: 'login.microsoftonline.com',
    },
  });
});

test.each(['sign-in-cancelled', 'no-write-consent'])(
  '%s keeps tokens of before from hiding the fault',
  (fault) => {
    const { reply } = executeNestedAuth(bridge('GetInitContext'), setupView(`?faults=${fault}`));
    expect(replyOf(reply)['initContext']).not.toHaveProperty('accountContext');
  },
);

test.each([
  ['GetToken', false],
  ['GetTokenPopup', true],
])('%s asks for a token', (method, isInteractive) => {
  const tokenParams = { clientId: 'c', scope: 'User.Read', claims: '{}', extraParameters: {} };
  expect(executeNestedAuth(bridge(method, { tokenParams }), setupView())).toEqual({
    effect: {
      kind: 'token',
      request: { requestId, isInteractive, clientId: 'c', scope: 'User.Read', claims: '{}' },
    },
  });
});

test.each([bridge('GetActiveAccount'), 'not json', undefined])(
  '%s is answered too, for MSAL would wait for ever',
  (data) => {
    const { reply, effect } = executeNestedAuth(data, setupView());
    expect(replyOf(reply)).toMatchObject({ success: false, error: { code: 'unsupported_method' } });
    expect(effect?.kind).toBe('unknown');
  },
);

test('an error carries status, code and description', () => {
  const error = { status: 'USER_CANCEL', code: 'access_denied', description: 'closed' };
  expect(replyOf(bridgeReply(requestId, { success: false, error }))).toMatchObject({ success: false, error });
});
