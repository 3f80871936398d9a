import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeListener } from '../../../src/sandbox/server/nodeServer';
import { originSets } from '../../../src/sandbox/server/origins';
import type { SiteRequest, SiteResponse } from '../../../src/sandbox/server/siteTypes';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

async function setup(answer: Partial<SiteResponse> | Error) {
  const seen: SiteRequest[] = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const site = (request: SiteRequest): Promise<SiteResponse> => {
    seen.push(request);
    return answer instanceof Error
      ? Promise.reject(answer)
      : Promise.resolve({ status: 200, headers: {}, ...answer });
  };
  const origins = originSets({ host: 1, tab: port, graph: 2, login: 3 });
  server.on('request', nodeListener(site, 'tab', origins));
  return {
    seen,
    send: (path: string, init: RequestInit = {}) => fetch(`http://localhost:${port}${path}`, init),
  };
}

test('a site sees the address as the caller wrote it, header names in lower case, and the body', async () => {
  const { seen, send } = await setup({});
  await send('/a?b=%20c', { method: 'POST', headers: { 'X-Sandbox': '1' }, body: 'text' });
  const [request] = seen;
  expect(request).toMatchObject({ method: 'POST', headers: { 'x-sandbox': '1' }, body: 'text' });
  expect(new URL(request?.url ?? '').search).toBe('?b=%20c');
});

test('a long text travels compressed', async () => {
  const { send } = await setup({ headers: { 'Content-Type': 'text/javascript' }, body: 'x'.repeat(5000) });
  const answer = await send('/');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(200);
  expect(await answer.text()).toHaveLength(5000);
});

test('an image does not', async () => {
  const { send } = await setup({ headers: { 'content-type': 'image/png' }, body: new Uint8Array(5000) });
  expect((await send('/')).headers.get('content-encoding')).toBeNull();
});

test("a site's own policy stands in place of the strict one", async () => {
  const { send } = await setup({ headers: { 'Content-Security-Policy': "default-src 'self'" } });
  expect((await send('/')).headers.get('content-security-policy')).toBe("default-src 'self'");
});

test('status 0 breaks the connection', async () => {
  const { send } = await setup({ status: 0 });
  await expect(send('/')).rejects.toThrow('fetch failed');
});

test('a POST breaks after the first byte, so that no browser sends it again by itself', async () => {
  const { send, seen } = await setup({ status: 0 });
  const answer = await send('/', { method: 'POST', body: '{}' });
  await expect(answer.text()).rejects.toThrow('terminated');
  expect(seen).toHaveLength(1);
});

test('a site that fails is a 500 that says why', async () => {
  const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { send } = await setup(new Error('broken on purpose'));
  const answer = await send('/');
  expect([answer.status, await answer.text()]).toEqual([500, 'Error: broken on purpose']);
  expect(report).toHaveBeenCalled();
  report.mockRestore();
});

test('a body over the limit is read to its end and refused, and the site does not see it', async () => {
  const { seen, send } = await setup({});
  const answer = await send('/', { method: 'POST', body: 'x'.repeat(5_000_001) });
  expect(answer.status).toBe(413);
  expect(seen).toEqual([]);
});

test('a body without end is cut off', async () => {
  const { seen, send } = await setup({});
  await expect(send('/', { method: 'POST', body: 'x'.repeat(100_000_001) })).rejects.toThrow();
  expect(seen).toEqual([]);
});
