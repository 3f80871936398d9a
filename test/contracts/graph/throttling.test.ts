// Graph: throttling guidance and throttling limits (identity and access, identity reports, Outlook).
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import { openEmulator } from '../../sandbox/graph/openEmulator';

/** An emulator with the published quotas over a tenant of 400, and use of them by the app that asks. */
function setup() {
  const opened = openEmulator();
  opened.emulator.quota.settings.isOn = true;
  const use = (kind: 'read' | 'write', count: number): void => fill(opened.emulator, kind, count);
  return { ...opened, use };
}

function fill({ quota }: GraphEmulator, kind: 'read' | 'write', count: number): void {
  const caller = { appid: 'app', tid: 'tenant' };
  for (let sent = 0; sent < count; sent += 1)
    try {
      quota.charge({ caller, kind, units: kind === 'read' ? 100 : 1 });
    } catch {
      // A refused request counts as well.
    }
}

const change = { addLicenses: [], removeLicenses: [] };

test('Graph, throttling limits: every answer tells its cost, also one that refuses', async () => {
  const { ask } = setup();
  expect((await ask('/users')).headers['x-ms-resource-unit']).toBe('2');
  expect((await ask('/users?$select=id')).headers['x-ms-resource-unit']).toBe('1');
  expect((await ask('/subscribedSkus')).headers['x-ms-resource-unit']).toBe('3');
  const refused = await ask('/users/nobody@vantholm.example');
  expect([refused.status, refused.headers['x-ms-resource-unit']]).toEqual([404, '1']);
});

test('Graph, throttling limits: nothing is refused within the limit, and use is told from 0.8 on', async () => {
  const { ask, use } = setup();
  use('write', 2_300);
  const before = await ask('POST /me/assignLicense', { body: change });
  expect(before.headers['x-ms-throttle-limit-percentage']).toBeUndefined();
  use('write', 300);
  const after = await ask('POST /me/assignLicense', { body: change });
  expect([before.status, after.status]).toEqual([200, 200]);
  expect(Number(after.headers['x-ms-throttle-limit-percentage'])).toBeCloseTo(0.87, 2);
});

test('Graph, throttling guidance: a refused request answers 429 with the sample body and Retry-After', async () => {
  const { ask, use } = setup();
  use('write', 9_000);
  const reply = await ask('POST /me/assignLicense', { body: change });
  expect(reply.status).toBe(429);
  expect(reply.body.error).toMatchObject({
    code: 'TooManyRequests',
    message: 'Please retry again later.',
    innerError: { code: '429', message: 'Please retry after', status: '429' },
  });
  expect(Number(reply.headers['Retry-After'])).toBeGreaterThan(100);
  expect(reply.headers['x-ms-throttle-scope']).toMatch(/^Tenant_Application\/Write\/app\//);
  expect(reply.headers['x-ms-throttle-information']).toBe('WriteLimitExceeded');
  expect(reply.headers['x-ms-throttle-limit-percentage']).toBe('1.8');
});

test('Graph, throttling limits: reads go on while writes are refused', async () => {
  const { ask, use } = setup();
  use('write', 4_500);
  expect((await ask('/users')).status).toBe(200);
});

test('Graph, throttling limits: a tenant of 50 to 500 users has 5,000 resource units in ten seconds', async () => {
  const { ask, use, clock } = setup();
  use('read', 49);
  expect((await ask('/users')).status).toBe(200);
  use('read', 100);
  const refused = await ask('/users');
  expect(refused.status).toBe(429);
  expect(refused.headers['x-ms-throttle-information']).toBe('ResourceUnitLimitExceeded');
  clock.time += 10_000;
  expect((await ask('/users')).status).toBe(200);
});

test('Graph, throttling guidance: a client that waits as it was told gets through', async () => {
  const { ask, use, clock } = setup();
  use('write', 9_000);
  const refused = await ask('POST /me/assignLicense', { body: change });
  clock.time += Number(refused.headers['Retry-After']) * 1_000;
  expect((await ask('POST /me/assignLicense', { body: change })).status).toBe(200);
});

test('Graph, JSON batching: throttled items answer 429 with Retry-After inside a batch that answers 200', async () => {
  const { ask, use, clock } = setup();
  use('write', 9_000);
  // By then the resource units are free again, the writes are not.
  clock.time += 10_000;
  const item = { method: 'POST', url: '/me/assignLicense', body: change };
  const requests = [
    { id: 'read', method: 'GET', url: '/me' },
    { id: 'write', ...item, headers: { 'Content-Type': 'application/json' } },
  ];
  const reply = await ask('POST /$batch', { body: { requests } });
  const responses = reply.body['responses'] as {
    id: string;
    status: number;
    headers: Record<string, string>;
  }[];
  expect(reply.status).toBe(200);
  expect(Object.fromEntries(responses.map(({ id, status }) => [id, status]))).toEqual({
    read: 200,
    write: 429,
  });
  const waits = responses.map(({ id, headers }) => [id, headers['Retry-After'] !== undefined]);
  expect(Object.fromEntries(waits)).toEqual({ read: false, write: true });
});

test('Graph, throttling limits: audits take five requests in ten seconds', async () => {
  const { ask, clock } = setup();
  const options = { scopes: ['AuditLog.Read.All', 'Directory.Read.All'] };
  const statuses: number[] = [];
  for (let sent = 0; sent < 6; sent += 1)
    statuses.push((await ask('/auditLogs/directoryAudits', options)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  clock.time += 10_001;
  expect((await ask('/auditLogs/directoryAudits', options)).status).toBe(200);
});
