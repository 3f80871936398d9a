import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { sandboxClientId } from '../../../src/sandbox/identity/appRegistration';
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

/** A token for Graph with every permission that changes people and groups, as the host's broker gives it. */
async function tokenOf(person: string): Promise<string> {
  const scope = 'User.ReadWrite.All Group.ReadWrite.All Directory.ReadWrite.All Directory.Read.All';
  const answer = await call(`${sandbox.origins.host}/naa/token`, {
    method: 'POST',
    headers: { 'x-sandbox': '1' },
    body: JSON.stringify({
      person,
      frameOrigin: sandbox.origins.tab,
      clientId: sandboxClientId,
      scope,
      isInteractive: true,
      isConsentGiven: true,
    }),
  });
  const { token } = JSON.parse(answer.text) as { token: { access_token: string } };
  return token.access_token;
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
  'the %s site answers to its two names and its two addresses alone',
  async (site) => {
    const { port } = new URL(sandbox.origins[site]);
    for (const host of [`evil.example:${port}`, `127.0.0.1:1${port}`, 'localhost', `x.localhost:${port}`]) {
      const { status, text } = await call(sandbox.origins[site], { headers: { host } });
      expect([status, text]).toEqual([421, expect.stringContaining(host)]);
    }
    for (const host of [`127.0.0.1:${port}`, `[::1]:${port}`])
      expect((await call(sandbox.origins[site], { headers: { host } })).status).not.toBe(421);
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

test('an address leads to sites that a policy can name', async () => {
  const { origins } = sandbox;
  const at = (site: keyof typeof origins, host: string): string => `${host}:${new URL(origins[site]).port}`;
  const configOf = async (host: string) =>
    json(await call(`${origins.tab}/config.json`, { headers: { host: at('tab', host) } }));
  expect(await configOf('127.0.0.1')).toMatchObject({ graphUrl: `http://${at('graph', '127.0.0.1')}` });
  expect(await configOf('[::1]')).toMatchObject({ graphUrl: plain(origins.graph) });
  const page = await call(`${origins.host}/host?a=b`, { headers: { host: at('host', '[::1]') } });
  expect([page.status, page.headers['location']]).toEqual([302, `${plain(origins.host)}/host?a=b`]);
  const framing = await call(`${origins.host}/host`, { headers: { host: at('host', '127.0.0.1') } });
  expect(framing.headers['content-security-policy']).toContain(`http://${at('tab', '127.0.0.1')}`);
});

test.each([
  ['host', '/sandbox/api/tenant', '{"users":'],
  ['host', '/sandbox/api/faults', '[]'],
  ['host', '/sandbox/api/switches', 'null'],
  ['host', '/naa/token', '"text"'],
  ['host', '/naa/token', '{}'],
  [
    'host',
    '/naa/token',
    '{"person":"global-admin","frameOrigin":"x","clientId":"x","scope":"x","claims":"{"}',
  ],
] as const)('what the %s site cannot make sense of is refused with 400: %s %s', async (site, path, body) => {
  const headers = { 'x-sandbox': '1', 'content-type': 'application/json' };
  const answer = await call(`${sandbox.origins[site]}${path}`, { method: 'POST', headers, body });
  expect(answer.status).toBe(400);
  expect(json(answer)).toEqual({ error: expect.any(String) as string });
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
  'a %s without the mark of the host page changes nothing',
  async (method) => {
    const answer = await call(`${sandbox.origins.host}/sandbox/api/faults`, { method });
    expect(answer.status).toBe(403);
  },
);

test('a body over the limit is refused with 413, in the shape of the service that it was for', async () => {
  const accessToken = await tokenOf('global-admin');
  const body = JSON.stringify({ requests: 'x'.repeat(5_100_000) });
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const graph = await call(`${sandbox.origins.graph}/v1.0/$batch`, { method: 'POST', headers, body });
  expect(graph.status).toBe(413);
  expect(json(graph)).toMatchObject({ error: { code: 'RequestEntityTooLarge', innerError: {} } });
  expect(graph.headers['access-control-allow-origin']).toBe('*');
  const own = await call(`${sandbox.origins.host}/sandbox/api/faults`, {
    method: 'POST',
    headers: { 'x-sandbox': '1' },
    body,
  });
  expect(own.status).toBe(413);
  expect(json(own)).toEqual({ error: expect.stringContaining('5000000 bytes') as string });
});

test('a malformed body or address is refused with 400 by Graph and elsewhere', async () => {
  const accessToken = await tokenOf('global-admin');
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const person = sandbox.tenant.users[20]?.id ?? '';
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const [method, path] of [
    ['POST', '/v1.0/$batch'],
    ['POST', `/v1.0/users/${person}/assignLicense`],
    ['PATCH', `/v1.0/users/${person}`],
    ['POST', '/v1.0/groups'],
    ['POST', '/v1.0/directoryObjects/getByIds'],
    ['POST', `/v1.0/users/${person}/checkMemberGroups`],
  ] as const)
    for (const body of ['{', '[]', '"text"', '5', 'null', '{"requests":[null]}']) {
      const answer = await call(`${sandbox.origins.graph}${path}`, { method, headers, body });
      expect([path, body, answer.status]).toEqual([path, body, 400]);
      expect(json(answer)).toMatchObject({ error: { code: expect.any(String) as string } });
    }
  said.mockRestore();
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
