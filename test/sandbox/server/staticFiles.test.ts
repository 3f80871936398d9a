// cspell:ignore fsecret
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveFolder } from '../../../src/sandbox/server/staticFiles';

function setup() {
  const outer = mkdtempSync(path.join(tmpdir(), 'files-'));
  const folder = path.join(outer, 'app');
  mkdirSync(folder);
  writeFileSync(path.join(outer, 'secret.json'), '{}');
  writeFileSync(path.join(folder, 'index.html'), '<p>');
  writeFileSync(path.join(folder, 'main.1a2b3c4d.js'), 'x');
  return serveFolder(folder);
}

test('a file whose name changes with its content may be kept for ever, a page not', async () => {
  const serve = setup();
  expect((await serve('/main.1a2b3c4d.js', undefined))?.headers['cache-control']).toContain('immutable');
  expect((await serve('/index.html', undefined))?.headers['cache-control']).toBe('no-cache');
});

test('a page that the browser knows already is not sent again', async () => {
  const serve = setup();
  const first = await serve('/index.html', undefined);
  const again = await serve('/index.html', first?.headers['etag']);
  expect(again).toMatchObject({ status: 304 });
  expect(again).not.toHaveProperty('body');
});

test.each(['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/nowhere.js', '/', '/%zz'])(
  '%s is not found',
  async (name) => {
    expect(await setup()(name, undefined)).toBeUndefined();
  },
);
