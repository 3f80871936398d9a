import { request as httpRequest } from 'node:http';
import { startStandalone } from '../../../src/sandbox/standalone/startStandalone';
import type { Standalone } from '../../../src/sandbox/standalone/startStandalone';

let standalone: Standalone;
beforeAll(async () => {
  standalone = await startStandalone({ port: 0, users: 200 });
});
afterAll(() => standalone.close());

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** Asks over a real connection; rejects as the connection does. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise<Answer>((resolve, reject) => {
    const sent = httpRequest(`${standalone.address}${path}`, { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = ({ text }: Answer): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const post = (path: string, body: object): Promise<Answer> =>
  ask(`/sandbox/api/${path}`, {
    method: 'POST',
    headers: { 'x-sandbox': '1' },
    body: JSON.stringify(body),
  });
const bearer = async (person: string): Promise<Record<string, string>> => ({
  authorization: `Bearer ${(await ask(`/sandbox/token/${person}`)).text}`,
});

test('a token of the page opens Graph, as far as the role of its person goes', async () => {
  const me = await ask('/v1.0/me', { headers: await bearer('license-admin') });
  expect([me.status, json(me)['displayName']]).toEqual([200, 'Linus Hägg']);
  const [id] = standalone.environment.tenant.users.slice(20).map((user) => user.id);
  const assign = async (person: string): Promise<number> => {
    const headers = { ...(await bearer(person)), 'content-type': 'application/json' };
    const body = JSON.stringify({ addLicenses: [], removeLicenses: [] });
    return (await ask(`/v1.0/users/${id}/assignLicense`, { method: 'POST', headers, body })).status;
  };
  expect([await assign('member'), await assign('global-admin')]).toEqual([403, 200]);
  expect((await ask('/sandbox/token/nobody')).status).toBe(404);
});

test('sign-in is on the same port', async () => {
  const { tenant } = standalone.environment;
  const keys = json(await ask(`/${tenant.id}/discovery/v2.0/keys`));
  expect(keys['keys']).toHaveLength(1);
});

test('links lead back to where the caller came from', async () => {
  const page = json(await ask('/v1.0/users?$top=1', { headers: await bearer('global-admin') }));
  expect(page['@odata.nextLink']).toMatch(new RegExp(`^${standalone.address}/v1.0/users`));
});

test('the page lists what is served, from the routes themselves', async () => {
  const served = JSON.parse((await ask('/sandbox/api/served')).text) as { method: string; path: string }[];
  expect(served).toContainEqual(expect.objectContaining({ method: 'GET', path: '/users', cost: 2 }));
  expect(served.length).toBeGreaterThan(30);
});

test('the page and its modules come with a policy, and no other source does', async () => {
  const page = await ask('/sandbox');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.text).toContain('<script type="module"');
  const module = await ask('/sandbox/source/sandbox/standalone/page/main');
  expect(module.headers['content-type']).toContain('text/javascript');
  expect(module.text).not.toContain('import type');
  for (const path of ['sandbox/world', 'sandbox/standalone/page/../main', 'auth/x', '../package.json'])
    expect((await ask(`/sandbox/source/${path}`)).status).toBe(404);
});

test('requests are logged with their cost, batches with their items', async () => {
  const headers = await bearer('global-admin');
  const requests = [
    { id: 'a', method: 'GET', url: '/subscribedSkus' },
    { id: 'b', method: 'GET', url: '/users/nobody@vantholm.example' },
  ];
  await ask('/v1.0/$batch', { method: 'POST', headers, body: JSON.stringify({ requests }) });
  const log = JSON.parse((await ask('/sandbox/api/requests')).text) as { number: number }[];
  const last = log.at(-1);
  expect(last).toMatchObject({ path: '/v1.0/$batch', status: 200, cost: 4, items: { 200: 1, 404: 1 } });
  expect(JSON.parse((await ask(`/sandbox/api/requests?after=${last?.number}`)).text)).toEqual([]);
});

test('quotas, delays and behavior are switched while it runs', async () => {
  const changed = json(
    await post('switches', {
      quota: { share: 0.5, chargesRefused: false },
      lag: { indexInMs: 250 },
      directory: { hasEmptyPages: true, doors: 'cloud-licensing' },
    }),
  );
  expect(changed).toMatchObject({
    quota: { isOn: true, share: 0.5, chargesRefused: false },
    lag: { indexInMs: 250, readsInMs: 0 },
    directory: { hasEmptyPages: true, doors: 'cloud-licensing' },
  });
  for (const wrong of [
    { quota: { share: 0 } },
    { lag: { indexInMs: -1 } },
    { lag: { made: 1 } },
    { directory: { doors: 'windows' } },
  ])
    expect((await post('switches', wrong)).status).toBe(400);
  await post('switches', {
    quota: { share: 1, chargesRefused: true },
    lag: { indexInMs: 0 },
    directory: { hasEmptyPages: false, doors: 'both' },
  });
});

test('what is read of the switches can be sent back, and a change with a wrong part changes nothing', async () => {
  const { quota, lag, directory, audits } = json(await ask('/sandbox/api/switches'));
  expect(directory).toMatchObject({ linksLiveInMs: null });
  expect((await post('switches', { quota, lag, directory, audits })).status).toBe(200);
  const wrong = { lag: { indexInMs: 7 }, directory: { hasEmptyPages: null } };
  expect((await post('switches', wrong)).status).toBe(400);
  expect(json(await ask('/sandbox/api/switches'))['lag']).toMatchObject({ indexInMs: 0 });
});

test('the delay and the retention of the audit log are switched while it runs', async () => {
  expect(json(await ask('/sandbox/api/switches'))['audits']).toEqual({
    arrivalDelayInMs: 120_000,
    retentionInDays: 30,
  });
  const entries = async (): Promise<unknown[]> => {
    const headers = await bearer('global-admin');
    return json(await ask('/v1.0/auditLogs/directoryAudits?$top=5', { headers }))['value'] as unknown[];
  };
  const headers = { ...(await bearer('global-admin')), 'content-type': 'application/json' };
  const body = JSON.stringify({ usageLocation: 'NZ' });
  const person = standalone.environment.tenant.users[30]?.id;
  expect((await ask(`/v1.0/users/${person}`, { method: 'PATCH', headers, body })).status).toBe(204);
  expect(await entries()).toEqual([]);
  await post('switches', { audits: { arrivalDelayInMs: 0, retentionInDays: 7 } });
  expect(await entries()).toHaveLength(1);
  expect((await post('switches', { audits: { made: 1 } })).status).toBe(400);
  await post('switches', { audits: { arrivalDelayInMs: 120_000, retentionInDays: 30 } });
});

test('faults are given in full, are recorded, and wrong ones are named', async () => {
  const headers = await bearer('member');
  await post('faults', { graph: [{ kind: 'server-error', pathPattern: '/me', limit: 1, seed: 4 }] });
  expect((await ask('/v1.0/me', { headers })).status).toBe(500);
  expect((await ask('/v1.0/me', { headers })).status).toBe(200);
  const injected = JSON.parse((await ask('/sandbox/api/injected')).text) as unknown[];
  expect(injected.at(-1)).toMatchObject({ kind: 'server-error', path: '/me' });
  expect((await post('faults', { graph: [{ kind: 'made-up' }] })).text).toContain('made-up');
  expect((await post('faults', { graph: [{ kind: 'slow', rate: 2 }] })).text).toContain('rate');
  await post('faults', { faults: [] });
});

test('named faults can be aimed', async () => {
  await post('faults', { faults: ['graph-throttles'], aim: { rate: 1, person: 'someone' } });
  expect(json(await ask('/sandbox/api/switches'))['graph']).toEqual([
    { kind: 'throttle', rate: 1, person: 'someone' },
  ]);
  await post('faults', { faults: [], aim: {} });
});

test('a connection breaks, and one is silent until the caller gives up', async () => {
  const headers = await bearer('member');
  await post('faults', { graph: [{ kind: 'lost-request', limit: 1 }] });
  await expect(ask('/v1.0/me', { headers })).rejects.toThrow('socket hang up');
  await post('faults', { graph: [{ kind: 'hang', limit: 1 }] });
  const silent = httpRequest(`${standalone.address}/v1.0/me`, { headers });
  const ended = new Promise<string>((resolve) => {
    silent.on('response', () => resolve('answered'));
    silent.on('error', () => resolve('given up'));
  });
  silent.end();
  // The next request is answered, so that the silent one was looked at before.
  for (;;) {
    const injected = JSON.parse((await ask('/sandbox/api/injected')).text) as { kind: string }[];
    if (injected.at(-1)?.kind === 'hang') break;
  }
  expect((await ask('/v1.0/me', { headers })).status).toBe(200);
  silent.destroy();
  expect(await ended).toBe('given up');
});

test('what was really written can be read, and another admin can act', async () => {
  const { tenant } = standalone.environment;
  const [sku] = tenant.skus;
  await post('other-admin', { action: 'sku-suspended', skuIds: [sku?.skuId] });
  expect(tenant.sku(sku?.skuId ?? '')?.capabilityStatus).toBe('Suspended');
  await post('other-admin', { action: 'sku-resumed', skuIds: [sku?.skuId] });
  const [id] = tenant.users.slice(30).map((user) => user.id);
  await post('other-admin', { action: 'user-deleted', person: id });
  const writes = JSON.parse((await ask('/sandbox/api/writes')).text) as unknown[];
  expect(writes.at(-1)).toMatchObject({ kind: 'user', id, cause: { userId: 'another-admin' } });
  expect(json(await ask('/sandbox/api/checks'))).toMatchObject({ doubleEffects: [], seatViolations: [] });
  expect((await post('other-admin', { action: 'dance' })).status).toBe(400);
  // The names that scripts for earlier versions use.
  expect((await post('rival', { action: 'dance' })).status).toBe(400);
  expect((await ask('/sandbox/api/truth')).text).toBe((await ask('/sandbox/api/ground-truth')).text);
});

test('a person can be made to sign in again', async () => {
  const challenged = await post('challenge', { person: standalone.environment.tenant.personas[6]?.userId });
  expect(challenged.status).toBe(200);
  expect((await post('challenge', { person: 'nobody' })).status).toBe(400);
});

test('a change needs the header that other sites cannot send', async () => {
  const { status } = await ask('/sandbox/api/faults', { method: 'POST', body: '{"faults":[]}' });
  expect(status).toBe(403);
});

test('a port that is taken is said', async () => {
  const { port } = new URL(standalone.address);
  await expect(startStandalone({ port: Number(port), users: 200 })).rejects.toThrow(`Port ${port} is in use`);
});

test('another seed makes other people', async () => {
  const other = await startStandalone({ port: 0, users: 200, seed: 9, hasQuota: false });
  expect(other.environment.tenant.users[50]?.id).not.toBe(standalone.environment.tenant.users[50]?.id);
  expect(other.environment.emulator.quota.settings.isOn).toBe(false);
  await other.close();
});
