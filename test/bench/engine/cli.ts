import { join } from 'node:path';
import { cliFolder, signInToCli } from '../../clients/cliMicrosoft365';
import { product } from '../../faults/environment/people';
import type { Reported } from './contest';
import { inPool } from './otherClients';

/** Parts of the CLI without types, or exported only by file. */
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
 * Runs the CLI's own command for one person, twenty in parallel in one process. Resolves with the run when everything is loaded, so
 * that loading is not measured.
 */
export async function openCli(
  home: string,
  token: string,
): Promise<(ids: readonly string[]) => Promise<Reported>> {
  // The CLI reads the claims of its token as of a JSON Web Token.
  signInToCli(home, `e30.${token}.`, 'somebody');
  const { executeCommand, request } = await loadCli();
  // Commands in one process would overwrite each other's logger.
  request.logger = { log: () => undefined, logRaw: () => undefined, logToStderr: () => undefined };
  return async (ids) => {
    const reported = new Map<string, boolean>();
    await inPool(ids, 20, async (userId) => {
      const options = { userId, ids: product, output: 'json' };
      const isDone = await executeCommand('entra user license add', options).then(
        () => true,
        () => false,
      );
      reported.set(userId, isDone);
    });
    return reported;
  };
}
