import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The folder of the project. */
export const projectRoot = resolve(__dirname, '..');

/** The version in `package.json`. */
export async function readProjectVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
