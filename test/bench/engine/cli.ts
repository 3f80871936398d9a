import { join } from 'node:path';
import { cliFolder, signInToCli } from '../../clients/cliMicrosoft365';
import { product } from '../../faults/environment/people';
import type { Told } from './contest';
import { inPool } from './otherClients';

/** Parts of the CLI that its package offers without types, or only by file. */
interface CliParts {
  readonly executeCommand: (
    name: string,
    options: Readonly<Record<string, string>>,
  ) => Promise<{ readonly stdout: string }>;
  readonly request: { logger: object };
}

async function loadCli(): Promise<CliParts> {
  const { executeCommand } = (await import(join(cliFolder, 'api.js'))) as Pick<CliParts, 'executeCommand'>;
  const { default: request } = (await import(join(cliFolder, 'request.js'))) as {
    default: CliParts['request'];
  };
  return { executeCommand, request };
}

/**
 * The CLI's own command for one person, twenty at once in one process. Gives the run once everything is loaded, so that
 * loading is not measured.
 */
export async function openCli(
  home: string,
  token: string,
): Promise<(ids: readonly string[]) => Promise<Told>> {
  // It reads the claims of its token, as of any JSON Web Token.
  signInToCli(home, `e30.${token}.`, 'somebody');
  const { executeCommand, request } = await loadCli();
  // Commands that share a process would take this from one another while they wait.
  request.logger = { log: () => undefined, logRaw: () => undefined, logToStderr: () => undefined };
  return async (ids) => {
    const told = new Map<string, boolean>();
    await inPool(ids, 20, async (userId) => {
      const options = { userId, ids: product, output: 'json' };
      const isDone = await executeCommand('entra user license add', options).then(
        () => true,
        () => false,
      );
      told.set(userId, isDone);
    });
    return told;
  };
}
