import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peopleOf } from './contest';
import type { Contest, Result } from './contest';
import { countCalls, evaluateRun } from './evaluateRun';
import type { Order, ClientReport } from './realClient';
import { serve } from './serve';
import type { StoryResult } from './stories';

/** Runs a script of this folder in its own process, with the flags of this one, and reads its JSON. */
export async function inProcess<T>(
  script: string,
  order: string,
  env = process.env,
  flags: readonly string[] = [],
): Promise<T> {
  const args = [...flags, ...process.execArgv, join(__dirname, script), order];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${order}`);
  return JSON.parse(Buffer.concat(chunks).toString()) as T;
}

/** One run in virtual time. */
export const playVirtually = (contest: Contest): Promise<Result> =>
  inProcess('virtual.ts', JSON.stringify(contest));

/** One story in virtual time. */
export const playStory = (name: string): Promise<StoryResult> => inProcess('stories.ts', name);

/** One run in real time: the service in this process, the client in its own. */
export async function playTruly(contest: Contest): Promise<Result> {
  const service = await serve(contest);
  // Chosen now: the same choice after the run would return other people.
  const people = peopleOf(service.tenant, contest);
  const home = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const counted = countCalls(service.emulator);
    const order: Order = { contest, origin: service.origin, home };
    const env = {
      PATH: process.env['PATH'],
      HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      GRAPH_EMULATOR: service.origin,
      CLIMICROSOFT365_NOUPDATE: '1',
    };
    const redirect = join(__dirname, '../../contracts/graph/clients/redirect.cjs');
    const { tookInMs, done, timeLeft } = await inProcess<ClientReport>(
      'realClient.ts',
      JSON.stringify(order),
      env,
      ['--require', redirect],
    );
    const reported = new Map(done.map((id) => [id, true]));
    return { tookInMs, ...counted(), ...evaluateRun(service.tenant, people, reported), timeLeft };
  } finally {
    rmSync(home, { recursive: true, force: true });
    await service.close();
  }
}
