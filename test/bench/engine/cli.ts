import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { product } from '../../faults/world/people';
import type { Told } from './contest';
import { inPool } from './rivals';

/** Parts of the CLI that its package offers without types, or only by file. */
interface CliParts {
  readonly executeCommand: (
    name: string,
    options: Readonly<Record<string, string>>,
  ) => Promise<{ readonly stdout: string }>;
  readonly request: { logger: object };
}

async function loadCli(): Promise<CliParts> {
  const file = join(__dirname, '../../../node_modules/@pnp/cli-microsoft365/dist');
  const { executeCommand } = (await import(join(file, 'api.js'))) as Pick<CliParts, 'executeCommand'>;
  const { default: request } = (await import(join(file, 'request.js'))) as { default: CliParts['request'] };
  return { executeCommand, request };
}

/** Somebody has signed in on this machine, whose home is `home`, and nothing is told to anybody. */
function signIn(home: string, token: string): void {
  const accessTokens = {
    'https://graph.microsoft.com': {
      expiresOn: new Date(Date.UTC(2100, 0, 1)).toISOString(),
      // It reads the claims of its token, as of any JSON Web Token.
      accessToken: `e30.${token}.`,
    },
  };
  const connection = {
    active: true,
    authType: 'deviceCode',
    cloudType: 'Public',
    name: 'local',
    appId: 'client',
    tenant: 'common',
    identityId: 'somebody',
    accessTokens,
  };
  writeFileSync(join(home, '.cli-m365-connection.json'), JSON.stringify(connection));
  const settings = join(home, '.config', 'configstore');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'cli-m365-config.json'), JSON.stringify({ disableTelemetry: true }));
}

/**
 * The CLI's own command for one person, twenty at once in one process. Gives the run once everything is loaded, so that
 * loading is not measured.
 */
export async function openCli(
  home: string,
  token: string,
): Promise<(ids: readonly string[]) => Promise<Told>> {
  signIn(home, token);
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
