import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folders of the sandbox that run on Node alone; a change there needs no build. */
const serverOnly = ['graph', 'identity', 'server', 'tenant'].map(
  (name) => path.join('src', 'sandbox', name) + path.sep,
);

/** Hash of everything that a build is made from below `folder`: the sources, the build's settings, the packages. */
export function buildFingerprint(folder: string): string {
  const sources = readdirSync(path.join(folder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !serverOnly.some((start) => file.startsWith(start)))
    .sort();
  const hash = createHash('sha256');
  for (const file of [...sources, 'webpack.config.js', 'package-lock.json']) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(folder, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
