// `npm run dev`: the app with a local tenant, rebuilt and exchanged in place whenever a file is saved.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import webpack, { type Configuration, type MultiStats } from 'webpack';
import { projectFolder } from '../projectFolder';
import { words } from '../words';

type MakeConfigurations = (env: unknown, argv: { mode: string; isWatched: boolean }) => Configuration[];

/** Prints the result of a build: its time, or its errors; the page stays as it is on errors. */
function report(stats: MultiStats): void {
  if (stats.hasErrors()) {
    console.error(stats.toString({ preset: 'errors-only', colors: process.stdout.isTTY }));
    return;
  }
  const durations = stats.stats.map(({ startTime, endTime }) => endTime - startTime);
  console.log(words.terminal.built((Math.max(...durations) / 1000).toFixed(1)));
}

/** Builds, and builds again after each change. Resolves after the first build without errors. */
function watchSources(): Promise<void> {
  const load = createRequire(path.join(projectFolder, 'package.json'));
  const makeConfigurations = load('./webpack.config.js') as MakeConfigurations;
  const compiler = webpack(makeConfigurations({}, { mode: 'development', isWatched: true }));
  return new Promise((resolve, reject) => {
    compiler.watch({ aggregateTimeout: 20 }, (error, stats) => {
      if (error) reject(error);
      if (!stats) return;
      report(stats);
      if (!stats.hasErrors()) resolve();
    });
  });
}

/** Runs the server, which starts again by itself when a file that it is made of changes. Resolves to its exit code. */
function runServer(options: readonly string[]): Promise<number> {
  const tsx = path.join(projectFolder, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const server = path.join(projectFolder, 'src', 'sandbox', 'main.ts');
  const args = [tsx, 'watch', '--clear-screen=false', server, '--watched', ...options];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 0));
  });
}

async function main(): Promise<void> {
  console.log(words.terminal.building);
  await watchSources();
  process.exit(await runServer(process.argv.slice(2)));
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 1;
});
