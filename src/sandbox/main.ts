import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import open from 'open';
import { systemClock } from '../base/clock';
import { buildIfChanged } from './build';
import { serveBuild } from './dev/serveBuild';
import { likeTenant, type LikeTenant } from './likeTenant';
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

/** Reads a report of the app. Throws RangeError with a sentence for the person where that is not possible. */
async function readLike(file: string): Promise<LikeTenant & { readonly name: string }> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new RangeError(words.terminal.noFile('--like', file));
  });
  const name = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { ...likeTenant(text), name: `like-${name}` };
}

async function start({ users, like, port, fresh, shouldOpen, isWatched }: StartArguments): Promise<void> {
  const shape = like === undefined ? undefined : await readLike(like);
  if (!isWatched) await build();
  // Each report has a tenant with changes of its own.
  const folder = path.join(projectFolder, '.sandbox', shape?.name ?? '');
  const serveProgram = (program: string): ServeFile =>
    serveBuild(path.join(projectFolder, 'dist', 'watched', program));
  const options = {
    ...(shape && { owned: shape.owned, settings: shape.settings }),
    users: users ?? shape?.users ?? 1000,
    port,
    fresh,
    folder,
  };
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
