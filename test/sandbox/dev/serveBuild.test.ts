import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveBuild } from '../../../src/sandbox/dev/serveBuild';

describe('serveBuild', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'build-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const save = (hash: string): void => writeFileSync(path.join(folder, 'build.txt'), hash);

  it('answers at once with a hash that the page does not have', async () => {
    save('b');
    expect(await serveBuild(folder)('/build.txt', '"a"')).toMatchObject({ status: 200, body: 'b' });
  });

  it('keeps the page waiting until the next build is written', async () => {
    save('a');
    const answer = serveBuild(folder)('/build.txt', '"a"');
    let isAnswered = false;
    void answer.then(() => (isAnswered = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isAnswered).toBe(false);
    save('b');
    expect(await answer).toMatchObject({ status: 200, body: 'b' });
  });

  it('serves the files of the build', async () => {
    writeFileSync(path.join(folder, 'main.js'), 'start()');
    expect(await serveBuild(folder)('/main.js', undefined)).toMatchObject({ status: 200 });
    expect(await serveBuild(folder)('/other.js', undefined)).toBeUndefined();
  });
});
