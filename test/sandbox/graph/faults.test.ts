import { FaultPlan } from '../../../src/sandbox/graph/faults';
import { openEmulator } from './openEmulator';

const assign = (skuId = '5ace5b58-6a68-416c-8775-124d5d88d23e') => ({
  addLicenses: [{ skuId }],
  removeLicenses: [],
});

test.each([
  ['throttle', 429, '10'],
  ['throttle-without-retry-after', 429, undefined],
  ['unavailable', 503, '5'],
  ['unavailable-without-retry-after', 503, undefined],
  ['server-error', 500, undefined],
  ['token-expired', 401, undefined],
  ['forbidden', 403, undefined],
  ['concurrency', 409, undefined],
] as const)('%s answers %i and does nothing', async (kind, status, retryAfter) => {
  const { ask, emulator, tenant } = openEmulator();
  const [user] = tenant.users;
  const before = user?.licenses;
  emulator.faults.set([{ kind, rate: 1 }]);
  const reply = await ask(`POST /users/${user?.id}/assignLicense`, { body: assign() });
  expect(reply.status).toBe(status);
  expect(reply.headers['Retry-After']).toBe(retryAfter);
  expect(reply.body.error?.code).toBeTruthy();
  expect(tenant.users[0]?.licenses).toBe(before);
});

test.each([
  ['bad-gateway-html', 502],
  ['gateway-timeout-html', 504],
] as const)('%s answers a page', async (kind, status) => {
  const { ask, emulator } = openEmulator();
  emulator.faults.set([{ kind, rate: 1 }]);
  const reply = await ask('/me');
  expect(reply.status).toBe(status);
  expect(reply.headers['Content-Type']).toBe('text/html');
  expect(reply.raw).toContain('<html>');
});

test('a lost request does nothing, a lost answer does everything', async () => {
  const { ask, emulator, tenant } = openEmulator();
  const member = tenant.personas.find(({ key }) => key === 'member');
  const holds = () =>
    tenant
      .user(member?.userId ?? '')
      ?.licenses.some(({ skuId, groupId }) => skuId === productId && groupId === null);
  const productId = '380a1ac4-6023-4ee4-aace-600fcbad50c4';
  const target = `POST /users/${member?.userId}/assignLicense`;
  await ask(target, { body: { addLicenses: [], removeLicenses: [productId] } });
  emulator.faults.set([{ kind: 'lost-request', rate: 1 }]);
  expect((await ask(target, { body: assign(productId) })).status).toBe(0);
  expect(holds()).toBe(false);
  emulator.faults.set([{ kind: 'lost-answer', rate: 1 }]);
  expect((await ask(target, { body: assign(productId) })).status).toBe(0);
  expect(holds()).toBe(true);
});

test('slow answers come right, and late', async () => {
  const { ask, emulator, clock } = openEmulator();
  emulator.faults.set([{ kind: 'slow', rate: 1 }]);
  expect((await ask('/me')).status).toBe(200);
  expect(clock.waits).toEqual([3_000]);
});

test('a claims challenge is for clients that can take one', async () => {
  const { ask, emulator } = openEmulator();
  emulator.faults.set([{ kind: 'claims-challenge', rate: 1 }]);
  expect((await ask('/me')).status).toBe(200);
  const reply = await ask('/me', { cp1: true });
  expect(reply.status).toBe(401);
  const claims = /claims="([^"]+)"/.exec(reply.headers['WWW-Authenticate'] ?? '')?.[1] ?? '';
  expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toMatchObject({
    access_token: { nbf: { essential: true } },
  });
});

test('faults strike the items of a batch one by one, by path, and are recorded', async () => {
  const { ask, emulator, clock } = openEmulator();
  emulator.faults.set([{ kind: 'throttle', rate: 1, pathPattern: '/me/licenseDetails' }]);
  const reply = await ask('POST /$batch', {
    body: {
      requests: [
        { id: 'a', method: 'GET', url: '/me' },
        { id: 'b', method: 'GET', url: '/me/licenseDetails' },
      ],
    },
  });
  const responses = reply.body['responses'] as {
    id: string;
    status: number;
    headers: Record<string, string>;
  }[];
  expect(Object.fromEntries(responses.map(({ id, status }) => [id, status]))).toEqual({ a: 200, b: 429 });
  expect(responses.find(({ id }) => id === 'b')?.headers['Retry-After']).toBe('10');
  expect(emulator.faults.injected()).toEqual([
    { kind: 'throttle', method: 'GET', path: '/me/licenseDetails', at: clock.time },
  ]);
});

test('the same seed strikes the same requests, and the rate is kept', () => {
  const strikes = (seed: number): boolean[] => {
    const plan = new FaultPlan();
    plan.set([{ kind: 'slow', rate: 0.3, seed }]);
    return Array.from({ length: 2_000 }, () => plan.strike('GET', '/me', 0) !== undefined);
  };
  expect(strikes(4)).toEqual(strikes(4));
  expect(strikes(4)).not.toEqual(strikes(5));
  expect(strikes(4).filter(Boolean).length / 2_000).toBeCloseTo(0.3, 1);
});

test('a pattern names a method, stars and any case', () => {
  const plan = new FaultPlan();
  plan.set([{ kind: 'slow', rate: 1, pathPattern: 'POST /users/*/assignlicense' }]);
  expect(plan.strike('POST', '/users/x/assignLicense', 0)).toBe('slow');
  expect(plan.strike('GET', '/users/x/assignLicense', 0)).toBeUndefined();
  expect(plan.strike('POST', '/groups/x/assignLicense', 0)).toBeUndefined();
});
