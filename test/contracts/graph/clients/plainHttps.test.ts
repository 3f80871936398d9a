// A client that knows nothing but HTTPS: its requests to graph.microsoft.com are redirected below it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runClient } from './runClient';
import { serveEmulator } from './serveEmulator';

const program = `
  const https = require('node:https');
  const token = process.argv[1];
  const get = (url) => new Promise((resolve, reject) => {
    https.get(url, { headers: { authorization: 'Bearer ' + token } }, (answer) => {
      let text = '';
      answer.on('data', (piece) => { text += piece; });
      answer.on('end', () => resolve(JSON.parse(text)));
    }).on('error', reject);
  });
  const links = [];
  (async () => {
    let url = 'https://graph.microsoft.com/v1.0/users?$select=id&$top=90';
    let count = 0;
    let context;
    while (url) {
      const page = await get(url);
      context ??= page['@odata.context'];
      count += page.value.length;
      url = page['@odata.nextLink'];
      if (url) links.push(new URL(url).origin);
    }
    console.log(JSON.stringify({ count, links, context }));
  })();
`;

test('every link it is given says graph.microsoft.com, and it reads all pages by them', async () => {
  const service = await serveEmulator();
  const home = mkdtempSync(join(tmpdir(), 'client-'));
  try {
    const args = ['-e', program, await service.tokenOf()];
    const { stdout, stderr } = await runClient({ origin: service.origin, home, args });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      count: 200,
      links: ['https://graph.microsoft.com', 'https://graph.microsoft.com'],
      context: 'https://graph.microsoft.com/v1.0/$metadata#users(id)',
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
    await service.close();
  }
}, 30_000);
