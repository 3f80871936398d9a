import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder with the compiled files of the CLI for Microsoft 365, which exists only once this folder's package is installed. */
export const cliFolder = join(__dirname, 'node_modules/@pnp/cli-microsoft365/dist');

/** True if the CLI is installed as the lockfile says: npm writes its own record last, so an older one is out of date. */
export function isCliInstalled(): boolean {
  const record = statSync(join(__dirname, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  return record !== undefined && record.mtimeMs >= statSync(join(__dirname, 'package-lock.json')).mtimeMs;
}

/** Signs the user in to the CLI whose home directory is `home`, and turns its telemetry off. */
export function signInToCli(home: string, accessToken: string, userId: string): void {
  const expiresOn = new Date(Date.UTC(2100, 0, 1)).toISOString();
  const connection = {
    active: true,
    authType: 'deviceCode',
    cloudType: 'Public',
    name: 'local',
    appId: 'client',
    tenant: 'common',
    identityId: userId,
    accessTokens: { 'https://graph.microsoft.com': { expiresOn, accessToken } },
  };
  writeFileSync(join(home, '.cli-m365-connection.json'), JSON.stringify(connection));
  const settings = join(home, '.config', 'configstore');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'cli-m365-config.json'), JSON.stringify({ disableTelemetry: true }));
}
