import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(__dirname, '../..');

/**
 * Fluent as one file for jest, which loads it in a tenth of the time of its 2,000 modules, which every file of tests loads again.
 * It is bundled again when package-lock.json has changed. React stays outside: the tests and Fluent share one copy.
 */
export default async function bundleFluent(): Promise<void> {
  const lock = createHash('sha256').update(await readFile(join(root, 'package-lock.json')));
  const footer = `// package-lock.json ${lock.digest('hex')}\n`;
  const file = join(root, '.cache/test/fluent.cjs');
  if (existsSync(file) && (await readFile(file, 'utf8')).endsWith(footer)) return;
  const unfinished = `${file}.${process.pid}`;
  await build({
    entryPoints: ['@fluentui/react-components'],
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    external: ['react', 'react-dom'],
    footer: { js: footer.trimEnd() },
    outfile: unfinished,
    logLevel: 'warning',
  });
  await rename(unfinished, file);
}
