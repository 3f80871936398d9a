import { createHostSite } from '../../../src/sandbox/server/hostSite';
import { originSets } from '../../../src/sandbox/server/origins';
import type { Environment } from '../../../src/sandbox/environment';

const origins = originSets({ host: 5300, tab: 5301, graph: 5302, login: 5303 });

async function pageAt(address: string): Promise<string> {
  const files = (name: string) => Promise.resolve({ status: 200, headers: {}, body: name });
  const site = createHostSite({ origins, environment: {} as Environment, requests: [], files });
  const { body } = await site({ method: 'GET', url: address, headers: { host: new URL(address).host } });
  return String(body);
}

test('the printed address leads to the start page, which finds out about names', async () => {
  expect(await pageAt('http://localhost:5300/')).toBe('/start.html');
});

test('by name the host page is at the root', async () => {
  expect(await pageAt('http://teams.localhost:5300/?theme=dark')).toBe('/host.html');
});

test('where names are not known the host page is under a path of its own', async () => {
  expect(await pageAt('http://localhost:5300/host?theme=dark')).toBe('/host.html');
});

test('the start page has something to reach by name', async () => {
  expect(await pageAt('http://teams.localhost:5300/probe')).toBe('');
});
