import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { startSandbox } from '../../../src/sandbox/startSandbox';
import type { Sandbox } from '../../../src/sandbox/startSandbox';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ users: 200 });
});
afterAll(() => sandbox.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Call {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Calls a site on loopback, whatever name the address has. */
function call(address: string, { method = 'GET', headers = {}, body }: Call = {}): Promise<Answer> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: url.port,
      path: url.pathname + url.search,
      method,
      headers: { host: url.host, ...headers },
    };
    const sent = httpRequest(options, (incoming) => {
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

const plain = (origin: string): string => `http://localhost:${new URL(origin).port}`;
const json = (answer: Answer): Record<string, unknown> => JSON.parse(answer.text) as Record<string, unknown>;

test('one address is for people, under plain localhost', () => {
  expect(sandbox.address).toBe(`${plain(sandbox.origins.host)}/`);
});

test('the sites are cross-origin and, by their names, cross-site', () => {
  const hosts = Object.values(sandbox.origins).map((origin) => new URL(origin).hostname);
  expect(hosts).toEqual(['teams.localhost', 'app.localhost', 'graph.localhost', 'login.localhost']);
  expect(new Set(Object.values(sandbox.origins)).size).toBe(4);
});

test.each(['host', 'tab', 'graph', 'login'] as const)(
  'the %s site answers to its two names alone',
  async (site) => {
    const { port } = new URL(sandbox.origins[site]);
    for (const host of [`evil.example:${port}`, `127.0.0.1:${port}`, 'localhost', `x.localhost:${port}`]) {
      const { status, text } = await call(sandbox.origins[site], { headers: { host } });
      expect([status, text]).toEqual([421, expect.stringContaining(host)]);
    }
    expect((await call(plain(sandbox.origins[site]))).status).not.toBe(421);
    expect((await call(sandbox.origins[site])).status).not.toBe(421);
  },
);

test.each(['host', 'tab', 'graph', 'login'] as const)(
  'every answer of the %s site carries a policy',
  async (site) => {
    for (const path of ['/', '/nowhere', '/v1.0/me', '/config.json']) {
      const { headers } = await call(`${sandbox.origins[site]}${path}`);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  },
);

test('config.json leads to the sites of the set that the caller uses', async () => {
  const { origins } = sandbox;
  const named = json(await call(`${origins.tab}/config.json`));
  expect(named).toMatchObject({
    graphUrl: origins.graph,
    hostOrigins: [origins.host],
    catalogueUrl: 'local-catalogue.json',
  });
  const unnamed = json(await call(`${plain(origins.tab)}/config.json`));
  expect(unnamed).toMatchObject({ graphUrl: plain(origins.graph), hostOrigins: [plain(origins.host)] });
});

test('the catalogue that config.json names is there and knows the local vendors', async () => {
  const config = json(await call(`${sandbox.origins.tab}/config.json`));
  const catalogue = json(await call(`${sandbox.origins.tab}/${String(config['catalogueUrl'])}`));
  expect((catalogue['entries'] as { owner: string }[]).some(({ owner }) => owner === 'isv')).toBe(true);
});

test('an install dialog learns the name of an app from the catalogue', async () => {
  const config = json(await call(`${sandbox.origins.tab}/local-catalogue.json`));
  const entries = config['entries'] as { name: string; installTarget?: { teamsAppId?: string } }[];
  const app = entries.find(({ installTarget }) => installTarget?.teamsAppId !== undefined);
  const found = await call(`${sandbox.origins.host}/sandbox/api/app?id=${app?.installTarget?.teamsAppId}`);
  expect(json(found)).toEqual({ name: app?.name });
  expect(json(await call(`${sandbox.origins.host}/sandbox/api/app?id=nobody`))).toEqual({});
});

test('config.json names a public authority whose endpoints are here', async () => {
  const tenantId = sandbox.tenant.id;
  const config = json(await call(`${sandbox.origins.tab}/config.json`));
  expect(config).toMatchObject({
    tenant: { mode: 'single', id: tenantId },
    signIn: {
      authority: `https://login.microsoftonline.com/${tenantId}`,
      authorityMetadata: { token_endpoint: `${sandbox.origins.login}/${tenantId}/oauth2/v2.0/token` },
    },
  });
});

test("the tab's policy lets in the local host, Graph and sign-in of the same set, and nothing else local", async () => {
  const { origins } = sandbox;
  const policy = String((await call(`${origins.tab}/config.json`)).headers['content-security-policy']);
  const local = [...policy.matchAll(/http:\/\/[^\s;]+/g)].map(([origin]) => origin);
  expect(new Set(local)).toEqual(new Set([origins.graph, origins.login, origins.host]));
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("worker-src 'self';");
  expect(policy).not.toContain('unsafe');
});

test('nobody may frame the host page', async () => {
  const { headers } = await call(`${sandbox.origins.host}/`);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('a token from the host is one that Graph lets in', async () => {
  const config = json(await call(`${sandbox.origins.tab}/config.json`));
  const body = JSON.stringify({
    person: 'global-admin',
    frameOrigin: sandbox.origins.tab,
    clientId: config['clientId'],
    scope: 'User.Read',
    isInteractive: false,
  });
  const answer = await call(`${sandbox.origins.host}/naa/token`, {
    method: 'POST',
    headers: { 'x-sandbox': '1' },
    body,
  });
  const { token } = json(answer) as { token: { access_token: string } };
  const me = `${sandbox.origins.graph}/v1.0/me`;
  const accepted = await call(me, { headers: { authorization: `Bearer ${token.access_token}` } });
  expect(accepted.status).toBe(200);
  expect((await call(me)).status).toBe(401);
});

test('a POST that does not come from the host page is refused', async () => {
  for (const path of ['/naa/token', '/sandbox/api/faults', '/sandbox/api/tenant', '/sandbox/api/settle']) {
    const { status } = await call(`${sandbox.origins.host}${path}`, { method: 'POST', body: '{}' });
    expect([path, status]).toEqual([path, 403]);
  }
});

const post = (path: string, body: object): Promise<Answer> =>
  call(`${sandbox.origins.host}/sandbox/api/${path}`, {
    method: 'POST',
    headers: { 'x-sandbox': '1' },
    body: JSON.stringify(body),
  });

test('the state tells people, sizes and faults', async () => {
  const state = json(await call(`${sandbox.origins.host}/sandbox/api/state`));
  expect(state).toMatchObject({ users: 200, faults: [], tabOrigin: sandbox.origins.tab });
  expect((state['people'] as { key: string }[]).map(({ key }) => key)).toContain('license-admin');
});

test('faults that are switched on reach Graph, and unknown ones are refused', async () => {
  expect((await post('faults', { faults: ['graph-unavailable'] })).status).toBe(200);
  expect(sandbox.emulator.faults.list()).toMatchObject([{ kind: 'unavailable' }]);
  expect((await post('faults', { faults: ['made-up'] })).status).toBe(400);
  await post('faults', { faults: [] });
  expect(sandbox.emulator.faults.list()).toEqual([]);
});

test('withdrawn consent comes back when its fault is switched off', async () => {
  const scopesOf = async (): Promise<string> => {
    const config = json(await call(`${sandbox.origins.tab}/config.json`));
    const body = JSON.stringify({
      person: 'member',
      frameOrigin: sandbox.origins.tab,
      clientId: config['clientId'],
      scope: 'User.Read',
    });
    const answer = await call(`${sandbox.origins.host}/naa/token`, {
      method: 'POST',
      headers: { 'x-sandbox': '1' },
      body,
    });
    return (json(answer) as { token: { scope: string } }).token.scope;
  };
  await post('faults', { faults: ['no-write-consent'] });
  expect(await scopesOf()).not.toContain('LicenseAssignment.ReadWrite.All');
  await post('faults', { faults: [] });
  expect(await scopesOf()).toContain('LicenseAssignment.ReadWrite.All');
});

test('another size of tenant is opened in place, with the same accounts', async () => {
  const before = sandbox.tenant;
  expect((await post('tenant', { users: 300 })).status).toBe(200);
  expect(sandbox.tenant).not.toBe(before);
  expect(sandbox.tenant.personas).toEqual(before.personas);
  expect(json(await call(`${sandbox.origins.host}/sandbox/api/state`))).toMatchObject({ users: 300 });
  expect((await post('tenant', { users: 3 })).status).toBe(400);
});

test('what Graph answered is remembered', async () => {
  await call(`${sandbox.origins.graph}/v1.0/me?x=1`);
  const requests = JSON.parse((await call(`${sandbox.origins.host}/sandbox/api/requests`)).text) as unknown[];
  expect(requests.at(-1)).toMatchObject({ method: 'GET', path: '/v1.0/me?x=1', status: 401 });
});
