import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import webpack from 'webpack';
import type { Configuration, MultiStats } from 'webpack';
import { buildFingerprint } from './buildFingerprint';
import { projectFolder } from './projectFolder';

const stampFile = path.join(projectFolder, 'dist', 'fingerprint.txt');

function isBuilt(fingerprint: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint;
}

function runWebpack(configurations: Configuration[]): Promise<MultiStats> {
  return new Promise((resolve, reject) => {
    const compiler = webpack(configurations);
    compiler.run((error, stats) => {
      // The cache is written while the compiler closes.
      compiler.close(() => (stats ? resolve(stats) : reject(error ?? new Error('webpack gave no result'))));
    });
  });
}

/**
 * Builds the app and the host page for production if a source has changed since the last build; true if it built.
 * Throws the compiler's report if the build fails. `onStart` is called before a build.
 */
export async function buildIfChanged(onStart: () => void = () => undefined): Promise<boolean> {
  const fingerprint = buildFingerprint(projectFolder);
  if (isBuilt(fingerprint)) return false;
  onStart();
  rmSync(stampFile, { force: true });
  const load = createRequire(path.join(projectFolder, 'package.json'));
  const makeConfigurations = load('./webpack.config.js') as (
    env: unknown,
    argv: { mode: string },
  ) => Configuration[];
  const stats = await runWebpack(makeConfigurations({}, { mode: 'production' }));
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: 'errors-only', colors: false }));
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, fingerprint);
  return true;
}
