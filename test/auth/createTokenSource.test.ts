/** @jest-environment jest-fixed-jsdom */
import { webcrypto } from 'node:crypto';
import { BroadcastChannel as NodeBroadcastChannel } from 'node:worker_threads';
import { createTokenSource } from '../../src/auth/createTokenSource';
import { manualClock } from '../base/manualClock';

const tenantId = '11111111-1111-4111-8111-111111111111';
const personId = '44444444-4444-4444-8444-444444444444';
const options = {
  clientId: '22222222-2222-4222-8222-222222222222',
  authority: `https://login.microsoftonline.com/${tenantId}`,
  redirectUri: 'http://localhost/redirect.html',
  canNest: true,
};

interface BridgeRequest {
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: Readonly<Record<string, unknown>>;
}

const jwt = (claims: object): string =>
  ['{"alg":"none"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

const context = {
  homeAccountId: `${personId}.${tenantId}`,
  environment: 'login.microsoftonline.com',
  tenantId,
};

const hello = {
  initContext: {
    sdkName: 'test',
    sdkVersion: '1.0.0',
    capabilities: { queryAccount: true },
    accountContext: context,
  },
};

const token = ({ tokenParams }: BridgeRequest) => ({
  token: {
    access_token: 'access',
    id_token: jwt({
      oid: personId,
      tid: tenantId,
      preferred_username: 'ada@tenant.example',
      name: 'Ada',
      wids: ['role'],
    }),
    expires_in: 3600,
    scope: tokenParams?.['scope'],
  },
  account: { ...context, username: 'ada@tenant.example', localAccountId: personId, name: 'Ada' },
});

/** A bridge as teams-js makes one; `respond` may leave a request without an answer. */
function bridge(respond: (request: BridgeRequest) => object | undefined) {
  const listeners = new Set<(event: { data: string }) => void>();
  const requests: BridgeRequest[] = [];
  const say = (requestId: string, content: object): void => {
    const data = JSON.stringify({
      messageType: 'NestedAppAuthResponse',
      requestId,
      success: true,
      ...content,
    });
    listeners.forEach((listener) => listener({ data }));
  };
  Object.assign(window, {
    nestedAppAuthBridge: {
      addEventListener: (_name: string, listener: (event: { data: string }) => void) =>
        listeners.add(listener),
      removeEventListener: () => undefined,
      postMessage: (message: string) => {
        const request = JSON.parse(message) as BridgeRequest;
        requests.push(request);
        const content = respond(request);
        if (content) queueMicrotask(() => say(request.requestId, content));
      },
    },
  });
  return { requests, say };
}

/** MSAL keeps its channel to other tabs open for the life of a page, which must not be that of the test's process. */
class LooseChannel extends NodeBroadcastChannel {
  constructor(name: string) {
    super(name);
    this.unref();
  }
}

beforeAll(() => {
  Object.defineProperty(window, 'crypto', { value: webcrypto });
  Object.assign(window, { BroadcastChannel: LooseChannel });
});

afterEach(() => {
  Reflect.deleteProperty(window, 'nestedAppAuthBridge');
  sessionStorage.clear();
});

test('in a host the unmodified MSAL takes its tokens over the bridge, and keeps them', async () => {
  const { requests } = bridge((request) => (request.method === 'GetInitContext' ? hello : token(request)));
  const source = await createTokenSource({ ...options, clock: manualClock() });
  expect(source.kind).toBe('nested');
  await expect(source.getToken(['User.Read'])).resolves.toBe('access');
  await expect(source.getToken(['User.Read'])).resolves.toBe('access');
  expect(requests.map(({ method }) => method)).toEqual(['GetInitContext', 'GetToken']);
  expect(requests[1]?.tokenParams).toMatchObject({
    clientId: options.clientId,
    scope: 'User.Read',
  });
  expect(requests[1]?.tokenParams?.['claims']).toContain('CP1');
  expect(source.account()).toMatchObject({ objectId: personId, tenantId, roleTemplateIds: ['role'] });
});

test('a refused token is not served from the cache again', async () => {
  const { requests } = bridge((request) => (request.method === 'GetInitContext' ? hello : token(request)));
  const source = await createTokenSource({ ...options, clock: manualClock() });
  await source.getToken(['User.Read']);
  await source.getToken(['User.Read'], undefined, true);
  await source.getToken(['User.Read'], '{"access_token":{"acrs":{"value":"c1"}}}');
  expect(requests).toHaveLength(4);
  expect(requests[2]?.tokenParams).toMatchObject({ forceRefresh: true });
  expect(requests[3]?.tokenParams?.['claims']).toContain('acrs');
});

test('a host that wants the person is told apart from one that lacks consent', async () => {
  const refusal = (code: string) => ({
    success: false,
    error: { status: 'USER_INTERACTION_REQUIRED', code },
  });
  let code = 'interaction_required';
  bridge((request) => (request.method === 'GetInitContext' ? hello : refusal(code)));
  const source = await createTokenSource({ ...options, clock: manualClock() });
  await expect(source.getToken(['User.Read'])).rejects.toMatchObject({ code: 'sign-in-needed' });
  code = 'invalid_grant';
  await expect(source.getToken(['User.Read'])).rejects.toMatchObject({ code: 'consent-needed' });
});

test('a bridge that answers late still serves', async () => {
  const { requests, say } = bridge((request) =>
    request.method === 'GetInitContext' ? undefined : token(request),
  );
  const clock = manualClock();
  const creating = createTokenSource({ ...options, clock });
  await clock.advance(50_000);
  say(requests[0]?.requestId ?? '', hello);
  await expect((await creating).getToken(['User.Read'])).resolves.toBe('access');
});

test('without a bridge the sign-in window serves, and nobody is signed in yet', async () => {
  const source = await createTokenSource({ ...options, canNest: false, clock: manualClock() });
  expect(source.kind).toBe('popup');
  await expect(source.getToken(['User.Read'])).rejects.toMatchObject({ code: 'sign-in-needed' });
});
