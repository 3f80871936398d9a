import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import { allScopes, openEmulator, StillClock } from '../../sandbox/graph/openEmulator';

/** Scopes of the resources beside the directory. */
export const moreScopes = [
  ...allScopes,
  'AuditLog.Read.All',
  'AppCatalog.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'Group.ReadWrite.All',
  'TeamsAppInstallation.ReadWriteForUser',
  'TeamsAppInstallation.ReadWriteForTeam',
];

/** An emulator over a tenant of its own, for tests of what outlives a request; `folder` keeps it in a file. */
export function openOwnEmulator({ folder }: { folder?: string } = {}) {
  const clock = new StillClock();
  return openEmulator({ tenant: openTenant({ users: 200, folder, clock }) });
}
