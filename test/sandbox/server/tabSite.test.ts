import type { IdentityProvider } from '../../../src/sandbox/identity/identityProvider';
import { originSets } from '../../../src/sandbox/server/origins';
import { createTabSite } from '../../../src/sandbox/server/tabSite';

const origins = originSets({ host: 5300, tab: 5301, graph: 5302, login: 5303 });

async function get(path: string): Promise<string> {
  const body = new TextEncoder().encode('<html><head><title>App</title></head></html>');
  const site = createTabSite({
    origins,
    provider: () => ({}) as IdentityProvider,
    files: () => Promise.resolve({ status: 200, headers: {}, body }),
  });
  const url = `${origins.plain.tab}${path}`;
  const answer = await site({ method: 'GET', url, headers: { host: new URL(url).host } });
  return typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body);
}

test('the app is served as it was built, and with one script more where a host saves one file', async () => {
  expect(await get('/index.html')).toBe('<html><head><title>App</title></head></html>');
  expect(await get('/index.html?one-download=1')).toMatch(
    /^<html><head><script src="one-download.js"><\/script><title>/,
  );
});
