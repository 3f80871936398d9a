import path from 'node:path';
import open from 'open';
import { systemClock } from '../base/clock';
import { buildIfChanged } from './build';
import { serveBuild } from './dev/serveBuild';
import { parseArguments } from './parseArguments';
import type { StartArguments } from './parseArguments';
import { projectFolder } from './projectFolder';
import { startSandbox } from './startSandbox';
import type { Sandbox } from './startSandbox';
import type { ServeFile } from './server/staticFiles';
import { words } from './words';

/** True if a browser can be opened here: not in CI, and with a display. */
function hasDesktop(): boolean {
  if (process.env['CI']) return false;
  const needsDisplay = process.platform !== 'darwin' && process.platform !== 'win32';
  return !needsDisplay || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function build(): Promise<void> {
  const startedAt = systemClock.monotonic();
  const hasBuilt = await buildIfChanged(() => console.log(words.terminal.building));
  const seconds = ((systemClock.monotonic() - startedAt) / 1000).toFixed(1);
  if (hasBuilt) console.log(words.terminal.built(seconds));
}

function closeOnInterrupt(sandbox: Sandbox): void {
  const close = (): void => {
    console.log(`\n${words.terminal.closing}`);
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}

async function start({ users, port, fresh, shouldOpen, isWatched }: StartArguments): Promise<void> {
  if (!isWatched) await build();
  const folder = path.join(projectFolder, '.sandbox');
  const serveProgram = (program: string): ServeFile =>
    serveBuild(path.join(projectFolder, 'dist', 'watched', program));
  const options = { users, port, fresh, folder };
  const sandbox = await startSandbox(isWatched ? { ...options, serveProgram } : options);
  closeOnInterrupt(sandbox);
  sandbox.notes.forEach((note) => console.log(note));
  console.log(words.terminal.ready(sandbox.address));
  if (shouldOpen && hasDesktop()) await open(sandbox.address).catch(() => undefined);
}

async function main(): Promise<void> {
  const given = parseArguments(process.argv.slice(2));
  if (given.shouldHelp) console.log(words.terminal.help);
  else await start(given);
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 1;
});
