import { seededRandom } from '../../../src/base/random';
import { GraphRefusal } from '../../../src/sandbox/graph/graphRefusal';
import { readQueryOptions } from '../../../src/sandbox/graph/odata/queryOptions';
import type { Charge } from '../../../src/sandbox/graph/quota/quotaMeter';
import { QuotaMeter } from '../../../src/sandbox/graph/quota/quotaMeter';
import { publishedQuota } from '../../../src/sandbox/graph/quota/quotaSettings';
import type { QuotaSettings } from '../../../src/sandbox/graph/quota/quotaSettings';
import { chargeKind, resourceUnits } from '../../../src/sandbox/graph/resourceUnits';
import { openEmulator, StillClock } from './openEmulator';

const caller = { appid: 'app', tid: 'tenant' };

/** A meter over a tenant of 1,000, and a way to send it many requests at once. */
function setup(settings: Partial<QuotaSettings> = {}, users = 1_000, seed = 3) {
  const clock = new StillClock();
  const meter = new QuotaMeter({
    clock,
    random: seededRandom(seed),
    users,
    settings: { ...publishedQuota, ...settings },
  });
  const send = (count: number, charge: Partial<Charge> = {}): GraphRefusal[] => {
    const refused: GraphRefusal[] = [];
    for (let sent = 0; sent < count; sent += 1)
      try {
        meter.charge({ caller, kind: 'write', units: 1, ...charge });
      } catch (thrown) {
        if (!(thrown instanceof GraphRefusal)) throw thrown;
        refused.push(thrown);
      }
    return refused;
  };
  return { clock, meter, send };
}

test.each([
  [49, 3_500],
  [50, 5_000],
  [500, 5_000],
  [501, 8_000],
])('a tenant of %i users has %i resource units in ten seconds', (users, amount) => {
  const { send } = setup({}, users);
  expect(send(amount, { kind: 'read' })).toEqual([]);
  expect(send(amount, { kind: 'read' }).length).toBeGreaterThan(amount / 3);
});

test('3,000 writes go at once, then 20 a second', () => {
  const { clock, send } = setup();
  expect(send(3_000)).toEqual([]);
  for (let second = 0; second < 100; second += 1) {
    clock.time += 1_000;
    expect(send(20)).toEqual([]);
  }
  expect(send(1_000).length).toBeGreaterThan(100);
});

test('the writes of all apps have a limit of their own', () => {
  const { clock, meter, send } = setup();
  for (let app = 0; app < 6; app += 1) send(3_000, { caller: { ...caller, appid: `app ${app}` } });
  clock.time += 1;
  const refused = send(3_000, { caller: { ...caller, appid: 'the seventh' } });
  expect(refused.length).toBeGreaterThan(100);
  expect(refused[0]?.extras.headers?.['x-ms-throttle-scope']).toBe('Tenant/Write/the seventh/tenant');
  expect(meter.readings().find(({ name }) => name === 'tenantWrites')?.level).toBeGreaterThan(1);
});

test('at 1.2 of the limit about a fifth is refused, at 1.8 about four fifths', () => {
  const shareRefusedAt = (level: number): number => {
    let refused = 0;
    for (let round = 0; round < 400; round += 1) {
      const { send } = setup({}, 1_000, round);
      // One charge that takes the level to where it is wanted; whether it is refused does not matter.
      send(1, { kind: 'read', units: 8_000 * level - 1 });
      refused += send(1, { kind: 'read' }).length;
    }
    return refused / 400;
  };
  expect(shareRefusedAt(1.2)).toBeCloseTo(0.2, 1);
  expect(shareRefusedAt(1.8)).toBeCloseTo(0.8, 1);
});

test('the percentage is told above 0.8, and a refusal says how long to wait and why', () => {
  const { clock, meter, send } = setup();
  const headers = () => meter.charge({ caller, kind: 'write', units: 1 });
  send(2_399);
  expect(headers()).toEqual({ 'x-ms-resource-unit': '1' });
  expect(headers()).toEqual({ 'x-ms-resource-unit': '1', 'x-ms-throttle-limit-percentage': '0.8' });
  const [refusal] = send(2_000);
  expect(refusal).toMatchObject({ status: 429, code: 'TooManyRequests' });
  expect(refusal?.extras.headers).toMatchObject({
    'x-ms-throttle-scope': 'Tenant_Application/Write/app/tenant',
    'x-ms-throttle-information': 'WriteLimitExceeded',
    'x-ms-throttle-limit-percentage': expect.stringMatching(/^1(\.\d+)?$/) as string,
  });
  const wait = Number(send(2_000).at(-1)?.extras.headers?.['Retry-After']);
  expect(wait).toBeGreaterThan(10);
  clock.time += wait * 1_000;
  expect(send(1)).toEqual([]);
});

test.each([true, false])('refused requests that are charged (%s) keep the quota full', (chargesRefused) => {
  const { meter, send } = setup({ chargesRefused });
  send(20_000);
  const level = meter.readings().find(({ name }) => name === 'appWrites')?.level ?? 0;
  if (chargesRefused) expect(level).toBeCloseTo(2, 3);
  else expect(level).toBeLessThan(2);
  expect(send(200).length).toBeGreaterThan(190);
});

test('another app takes half, and off is off', () => {
  const { meter, send } = setup({ share: 0.5 });
  expect(send(1_500)).toEqual([]);
  expect(send(1_500).length).toBeGreaterThan(300);
  meter.settings.isOn = false;
  expect(send(50_000)).toEqual([]);
});

test('each app has quotas of its own', () => {
  const { send } = setup();
  expect(send(3_000)).toEqual([]);
  expect(send(3_000, { caller: { ...caller, appid: 'other' } })).toEqual([]);
});

test('a low priority is refused before a normal one', () => {
  const refusedWith = (priority: string): number => {
    const { send } = setup();
    send(2_850);
    return send(100, { priority }).length;
  };
  expect(refusedWith('Normal')).toBe(0);
  expect(refusedWith('Low')).toBeGreaterThan(0);
});

test('five reports go in ten seconds, the sixth waits until the first is old', () => {
  const { clock, send } = setup();
  expect(send(5, { kind: 'report' })).toEqual([]);
  clock.time += 4_000;
  const [refusal] = send(1, { kind: 'report' });
  expect(refusal?.extras.headers?.['Retry-After']).toBe('6');
  clock.time += 6_000;
  expect(send(4, { kind: 'report' })).toEqual([]);
});

test.each([
  ['GET', '/users', 2, '', 2],
  ['GET', '/users', 2, '$select=id', 1],
  ['GET', '/users', 2, '$top=5', 1],
  ['GET', '/users', 2, '$top=5&$select=id', 1],
  ['GET', '/users', 2, '$top=20', 2],
  ['GET', '/groups/{group}/members', 3, '$expand=memberOf', 4],
  ['GET', '/groups/{group}/transitiveMembers', 5, '$select=id', 4],
  ['POST', '/directoryObjects/getByIds', 5, '', 5],
  ['POST', '/directoryObjects/getByIds', 5, '$select=id', 2],
])('%s %s of cost %i with "%s" costs %i', (method, path, cost, query, units) => {
  expect(resourceUnits({ method, path, cost }, readQueryOptions(query))).toBe(units);
});

test.each([
  ['GET', '/users', 'read'],
  ['POST', '/users/{user}/assignLicense', 'write'],
  ['PATCH', '/users/{user}', 'write'],
  ['GET', '/auditLogs/directoryAudits', 'report'],
  ['GET', '/users/{user}/photo/$value', 'photo'],
  ['GET', '/users/{user}/photos/{size}/$value', 'photo'],
])('%s %s counts as a %s', (method, path, kind) => {
  expect(chargeKind({ method, path, cost: 1 })).toBe(kind);
});

test('a POST that only reads is no write', () => {
  const route = { method: 'POST', path: '/directoryObjects/getByIds', cost: 5 };
  expect(chargeKind({ ...route, isRead: true })).toBe('read');
});

test('quotas are off in an emulator unless they are asked for', async () => {
  const { ask, emulator } = openEmulator();
  emulator.quota.charge({ caller: { appid: 'app', tid: 't' }, kind: 'read', units: 1e6 });
  expect((await ask('/me')).headers['x-ms-throttle-limit-percentage']).toBeUndefined();
});

test('items of a batch are metered one by one', async () => {
  const { ask, emulator, tenant } = openEmulator();
  emulator.quota.settings.isOn = true;
  // Takes the quota of writes to a level at which some are refused.
  for (let write = 0; write < 4_000; write += 1)
    try {
      emulator.quota.charge({ caller: { appid: 'app', tid: tenant.id }, kind: 'write', units: 0 });
    } catch {
      // Refused ones count too.
    }
  const body = {
    requests: tenant.users.slice(10, 30).map(({ id }, place) => ({
      id: String(place),
      method: 'POST',
      url: `/users/${id}/assignLicense`,
      headers: { 'Content-Type': 'application/json' },
      body: { addLicenses: [], removeLicenses: [] },
    })),
  };
  const reply = await ask('POST /$batch', { body });
  const responses = reply.body['responses'] as { status: number; headers: Record<string, string> }[];
  const refused = responses.filter(({ status }) => status === 429);
  expect(reply.status).toBe(200);
  expect([refused.length > 0, refused.length < 20]).toEqual([true, true]);
  expect(Number(refused[0]?.headers['Retry-After'])).toBeGreaterThan(0);
  for (const { headers } of responses)
    expect(Number(headers['x-ms-throttle-limit-percentage'])).toBeGreaterThan(1);
});

test('refusals of other kinds are metered too', async () => {
  const { ask, emulator } = openEmulator();
  emulator.quota.settings.isOn = true;
  const units = () => emulator.quota.readings().find(({ name }) => name === 'units')?.level ?? 0;
  await ask('/users', { scopes: ['User.Read'] });
  const before = units();
  expect(before).toBeGreaterThan(0);
  expect((await ask('/users/nobody@vantholm.example')).status).toBe(404);
  expect(units()).toBeGreaterThan(before);
});

test('a mailbox takes four requests for its photo at a time', async () => {
  const { ask, emulator, tenant } = openEmulator();
  emulator.quota.settings.isOn = true;
  const [one, other] = tenant.users.filter(({ hasPhoto }) => hasPhoto);
  const photos = await Promise.all(
    Array.from({ length: 6 }, (_, place) =>
      ask(place % 2 ? `/users/${one?.id}/photo/$value` : `/users('${one?.id}')/photo/$value`),
    ).concat(ask(`/users/${other?.id}/photo/$value`)),
  );
  expect(photos.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429]);
  expect((await ask(`/users/${one?.id}/photo/$value`)).status).toBe(200);
});
