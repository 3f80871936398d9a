import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** Arguments of a client's process. */
interface ClientRun {
  /** Origin of the local service. */
  readonly origin: string;
  /** The home of the client, for its own files. */
  readonly home: string;
  /** Arguments of node: a script and its own arguments, or `-e` and a program. */
  readonly args: readonly string[];
}

/** Output of a client's process. */
interface ClientOutput {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a client in a process of its own, whose requests to graph.microsoft.com reach the local service. */
export function runClient({ origin, home, args }: ClientRun): Promise<ClientOutput> {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    GRAPH_EMULATOR: origin,
    CLIMICROSOFT365_NOUPDATE: '1',
  };
  const preload = ['--require', join(__dirname, 'redirect.cjs')];
  return new Promise((resolve) => {
    execFile(process.execPath, [...preload, ...args], { env, cwd: home }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}
