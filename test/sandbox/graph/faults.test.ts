// cspell:ignore assignlicense
import { FaultPlan } from '../../../src/sandbox/graph/faults';
import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';
import { openEmulator } from './openEmulator';

const productId = '380a1ac4-6023-4ee4-aace-600fcbad50c4';
const assign = (skuId = productId) => ({ addLicenses: [{ skuId }], removeLicenses: [] });

interface Item {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** An emulator with one fault on, and the member who does not have the product. */
function setup(kind?: FaultKind) {
  const opened = openEmulator();
  const member = opened.tenant.personas.find(({ key }) => key === 'member')?.userId ?? '';
  const user = opened.tenant.user(member);
  if (!user) throw new Error('no member');
  opened.tenant.save({
    users: [{ ...user, licenses: user.licenses.filter(({ skuId }) => skuId !== productId) }],
  });
  if (kind) opened.emulator.faults.set([{ kind, rate: 1 }]);
  const isGiven = (): boolean =>
    opened.tenant.user(member)?.licenses.some(({ skuId }) => skuId === productId) === true;
  const give = (options: { cp1?: boolean } = {}) =>
    opened.ask(`POST /users/${member}/assignLicense`, { body: assign(), ...options });
  const batch = (urls: readonly string[]) =>
    opened.ask('POST /$batch', {
      body: { requests: urls.map((url, place) => ({ id: String(place), method: 'GET', url })) },
    });
  return { ...opened, member, isGiven, give, batch };
}

test.each([
  ['throttle', 429, '10'],
  ['throttle-without-retry-after', 429, undefined],
  ['throttle-date', 429, 'Mon, 11 May 2026 09:30:10 GMT'],
  ['throttle-zero', 429, '0'],
  ['throttle-day', 429, '86400'],
  ['throttle-garbage', 429, 'a while'],
  ['unavailable', 503, '5'],
  ['unavailable-without-retry-after', 503, undefined],
  ['server-error', 500, undefined],
  ['bad-gateway', 502, undefined],
  ['gateway-timeout', 504, undefined],
  ['insufficient-storage', 507, undefined],
  ['token-expired', 401, undefined],
  ['forbidden', 403, undefined],
  ['insufficient-claims', 403, undefined],
  ['concurrency', 409, undefined],
  ['concurrency-400', 400, undefined],
  ['precondition-failed', 412, undefined],
] as const)('%s answers %i and does nothing', async (kind, status, retryAfter) => {
  const { give, isGiven } = setup(kind);
  const reply = await give();
  expect(reply.status).toBe(status);
  expect(reply.headers['Retry-After']).toBe(retryAfter);
  expect(reply.body.error?.code).toBeTruthy();
  expect(isGiven()).toBe(false);
});

test.each([
  ['server-error-html', 500],
  ['bad-gateway-html', 502],
  ['gateway-timeout-html', 504],
] as const)('%s answers a page', async (kind, status) => {
  const { ask } = setup(kind);
  const reply = await ask('/me');
  expect(reply.status).toBe(status);
  expect(reply.headers['Content-Type']).toBe('text/html');
  expect(reply.raw).toContain('<html>');
});

test.each([
  ['lost-request', 0, false],
  ['cut-off', 0, false],
  ['lost-answer', 0, true],
  ['hang', -1, false],
  ['hang-after-effect', -1, true],
] as const)('%s has no answer, status %i, and done is %s', async (kind, status, isDone) => {
  const { give, isGiven } = setup(kind);
  expect((await give()).status).toBe(status);
  expect(isGiven()).toBe(isDone);
});

test('slow answers come right, and late', async () => {
  const { ask, clock } = setup('slow');
  expect((await ask('/me')).status).toBe(200);
  expect(clock.waits).toEqual([3_000]);
});

test('a slow answer is of what was done at once', async () => {
  const { give, isGiven, clock } = setup('slow-answer');
  expect((await give()).status).toBe(200);
  expect(isGiven()).toBe(true);
  expect(clock.waits).toEqual([3_000]);
});

test('a claims challenge is for clients that can take one', async () => {
  const { ask } = setup('claims-challenge');
  expect((await ask('/me')).status).toBe(200);
  const reply = await ask('/me', { cp1: true });
  expect(reply.status).toBe(401);
  const claims = /claims="([^"]+)"/.exec(reply.headers['WWW-Authenticate'] ?? '')?.[1] ?? '';
  expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toMatchObject({
    access_token: { nbf: { essential: true } },
  });
});

test.each(['error-in-ok', 'html-in-ok', 'cut-json'] as const)(
  '%s spoils the answer, though everything was done',
  async (kind) => {
    const { give, isGiven } = setup(kind);
    const reply = await give();
    expect(reply.status).toBe(200);
    expect(isGiven()).toBe(true);
    if (kind === 'error-in-ok') expect(reply.body.error?.code).toBe('UnknownError');
    else expect(() => JSON.parse(String(reply.raw)) as unknown).toThrow(SyntaxError);
  },
);

test('the same faults spoil a batch as a whole, never its items', async () => {
  const { batch, emulator } = setup('error-in-ok');
  const reply = await batch(['/me', '/me']);
  expect([reply.status, reply.body['responses'], reply.body.error?.code]).toEqual([
    200,
    undefined,
    'UnknownError',
  ]);
  expect(emulator.faults.injected()).toHaveLength(1);
});

test.each([
  ['batch-without-responses', undefined],
  ['batch-one-missing', 2],
  ['batch-one-twice', 4],
  ['batch-unknown-id', 3],
] as const)('%s spoils the answer of a batch and nothing else', async (kind, count) => {
  const { ask, batch } = setup(kind);
  expect((await ask('/me')).body['id']).toBeTruthy();
  const responses = (await batch(['/me', '/me', '/me'])).body['responses'] as Item[] | undefined;
  expect(responses?.length).toBe(count);
  const ids = new Set(responses?.map(({ id }) => id));
  expect(ids.has('nobody-asked')).toBe(kind === 'batch-unknown-id');
  if (kind === 'batch-one-twice') expect(ids.size).toBe(3);
});

test('faults strike the items of a batch one by one, by path, and are recorded', async () => {
  const { batch, emulator, clock } = setup();
  emulator.faults.set([{ kind: 'throttle', rate: 1, pathPattern: '/me/licenseDetails' }]);
  const reply = await batch(['/me', '/me/licenseDetails']);
  const responses = reply.body['responses'] as Item[];
  expect(Object.fromEntries(responses.map(({ id, status }) => [id, status]))).toEqual({ 0: 200, 1: 429 });
  expect(responses.find(({ id }) => id === '1')?.headers['Retry-After']).toBe('10');
  expect(emulator.faults.injected()).toEqual([
    {
      kind: 'throttle',
      method: 'GET',
      path: '/me/licenseDetails',
      item: '1',
      requestId: reply.headers['request-id'],
      at: clock.time,
    },
  ]);
});

test('a whole batch can be throttled', async () => {
  const { batch, emulator } = setup();
  emulator.faults.set([{ kind: 'throttle', rate: 1, pathPattern: 'POST /$batch' }]);
  expect((await batch(['/me'])).status).toBe(429);
});

test('a fault can be aimed at one item of a batch', async () => {
  const { batch, emulator } = setup();
  emulator.faults.set([{ kind: 'throttle', rate: 1, item: '2' }]);
  const responses = (await batch(['/me', '/me', '/me'])).body['responses'] as Item[];
  expect(responses.filter(({ status }) => status === 429).map(({ id }) => id)).toEqual(['2']);
});

test('an expired link and a repeated item are for further pages alone', async () => {
  const { ask, emulator } = setup('page-repeats');
  const first = await ask('/users?$top=3&$select=id');
  const next = String(first.body['@odata.nextLink']).replace(/^.*v1\.0/, '');
  const second = await ask(next);
  expect(first.body.value).toHaveLength(3);
  expect(second.body.value?.[0]).toEqual(first.body.value?.at(-1));
  expect(second.body.value).toHaveLength(4);
  emulator.faults.set([{ kind: 'link-expired', rate: 1 }]);
  expect((await ask('/users?$top=3')).status).toBe(200);
  expect((await ask(next)).body.error?.code).toBe('Directory_ExpiredPageToken');
});

test('one further page of many can fail', async () => {
  const { ask, emulator } = setup();
  const statuses: number[] = [];
  emulator.faults.set([
    { kind: 'server-error', rate: 1, pathPattern: 'GET /users?*skiptoken=*', after: 2, limit: 1 },
  ]);
  let next = '/users?$top=20&$select=id';
  for (let page = 0; page < 6; page += 1) {
    const reply = await ask(next);
    statuses.push(reply.status);
    const link = reply.body['@odata.nextLink'] as string | undefined;
    next = link?.replace(/^.*v1\.0/, '') ?? next;
  }
  expect(statuses).toEqual([200, 200, 200, 500, 200, 200]);
});

test('a role can expire after some changes', async () => {
  const { give, emulator } = setup();
  emulator.faults.set([{ kind: 'forbidden', rate: 1, pathPattern: 'POST *assignLicense', after: 2 }]);
  expect([await give(), await give(), await give(), await give()].map(({ status }) => status)).toEqual([
    200, 200, 403, 403,
  ]);
});

test.each(['seats-taken', 'sku-suspended'] as const)('%s leaves no seat to give', async (kind) => {
  const { give, ask, tenant, isGiven } = setup(kind);
  const before = tenant.sku(productId);
  const reply = await give();
  expect(reply.body.error?.message).toMatch(/does not have any available licenses/);
  expect(isGiven()).toBe(false);
  const skus = (await ask('/subscribedSkus')).body.value ?? [];
  const status = skus.find((sku) => sku['skuId'] === productId)?.['capabilityStatus'];
  expect(status).toBe(kind === 'sku-suspended' ? 'Suspended' : 'Enabled');
  if (before) tenant.replaceSku(before);
});

test('no seat is free of any product after they were taken', () => {
  const { emulator, tenant } = setup();
  const before = [...tenant.skus];
  emulator.actAsOtherAdmin('seats-taken', { skuIds: before.map(({ skuId }) => skuId) });
  expect(tenant.skus.filter(({ skuId }) => tenant.freeSeats(skuId) > 0)).toEqual([]);
  for (const sku of before) tenant.replaceSku(sku);
});

test('another admin can free seats and resume a product', () => {
  const { emulator, tenant } = setup();
  const before = tenant.sku(productId);
  const free = tenant.freeSeats(productId);
  emulator.actAsOtherAdmin('seats-freed', { skuIds: [productId] });
  expect(tenant.freeSeats(productId)).toBe(free + 10);
  emulator.actAsOtherAdmin('sku-suspended', { skuIds: [productId] });
  expect(tenant.freeSeats(productId)).toBeLessThanOrEqual(0);
  emulator.actAsOtherAdmin('sku-resumed', { skuIds: [productId] });
  expect(tenant.freeSeats(productId)).toBe(free + 10);
  if (before) tenant.replaceSku(before);
});

test('a person can be deleted just before the change', async () => {
  const { give, ask, member, tenant } = setup('user-deleted');
  const row = tenant.user(member);
  expect((await give()).status).toBe(404);
  expect((await ask(`/users/${member}`)).status).toBe(404);
  if (row) tenant.save({ users: [row] });
});

const target = (line: string) => {
  const [method = '', path = ''] = line.split(' ');
  return { method, target: path, callerId: 'me-id', requestId: 'r' };
};

test('the same seed strikes the same requests, and the rate is kept', () => {
  const strikes = (seed: number): boolean[] => {
    const plan = new FaultPlan();
    plan.set([{ kind: 'slow', rate: 0.3, seed }]);
    return Array.from({ length: 2_000 }, () => plan.strike(target('GET /me'), 0) !== undefined);
  };
  expect(strikes(4)).toEqual(strikes(4));
  expect(strikes(4)).not.toEqual(strikes(5));
  expect(strikes(4).filter(Boolean).length / 2_000).toBeCloseTo(0.3, 1);
});

test('a pattern names a method, stars and any case', () => {
  const plan = new FaultPlan();
  plan.set([{ kind: 'slow', rate: 1, pathPattern: 'POST /users/*/assignlicense' }]);
  expect(plan.strike(target('POST /users/x/assignLicense?a=b'), 0)).toBe('slow');
  expect(plan.strike(target('GET /users/x/assignLicense'), 0)).toBeUndefined();
  expect(plan.strike(target('POST /groups/x/assignLicense'), 0)).toBeUndefined();
});

test('a fault can be aimed at one person, who may be the caller', () => {
  const plan = new FaultPlan();
  plan.set([{ kind: 'slow', rate: 1, person: 'ME-id' }]);
  expect(plan.strike(target('GET /me/licenseDetails'), 0)).toBe('slow');
  expect(plan.strike(target('GET /users/me-id'), 0)).toBe('slow');
  expect(plan.strike(target("GET /users('me%2Did')"), 0)).toBe('slow');
  expect(plan.strike(target('GET /users/someone'), 0)).toBeUndefined();
});

test('a fault begins after so many requests and ends after so many strikes', () => {
  const plan = new FaultPlan();
  plan.set([{ kind: 'slow', rate: 1, after: 2, limit: 2 }]);
  const struck = Array.from({ length: 6 }, () => plan.strike(target('GET /me'), 0) !== undefined);
  expect(struck).toEqual([false, false, true, true, false, false]);
});
