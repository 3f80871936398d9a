import type { ScopeRule } from '../../scopes';
import { missingPermission } from './cloudRefusals';

/*
 * Delegated permissions of cloud licensing (Graph: the published list of permissions). Those that are named after it stand on
 * the pages and were not to be had in most tenants.
 */

const rule = (any: readonly string[], own?: readonly string[]): ScopeRule => ({
  any,
  own,
  refuse: missingPermission,
});

// Inferred, here and below: what may write may read.
const directory = ['Directory.Read.All', 'Directory.ReadWrite.All'];
const fineRead = ['CloudLicensing.Read', 'CloudLicensing.Read.All'];
const fineWrite = ['CloudLicensing.AssignLicenses', 'CloudLicensing.AssignLicenses.Organization'];
const agents = ['AgentIdUser.ReadWrite.All', 'AgentIdUser.ReadWrite.IdentityParentedBy'];
const users = ['User.Read.All', 'User.ReadWrite.All'];
const groups = ['Group.Read.All', 'Group.ReadWrite.All'];
const own = ['User.Read', 'User.ReadWrite'];

/** Scope rules by what is asked for. */
export const cloudScopes = {
  read: rule([...directory, ...fineRead]),
  write: rule(['Directory.ReadWrite.All', ...fineWrite]),
  readUser: rule([...users, ...directory, ...fineRead], own),
  readUserRights: rule(
    [...users, ...directory, ...fineRead, 'User-UsageRight.Read.All'],
    [...own, 'User-UsageRight.Read'],
  ),
  writeUser: rule(
    ['User.ReadWrite.All', 'Directory.ReadWrite.All', ...agents, ...fineWrite],
    ['User.ReadWrite'],
  ),
  reprocessUser: rule(['User.ReadWrite.All', 'Directory.ReadWrite.All']),
  readGroup: rule([...groups, ...users, ...directory, ...fineRead]),
  readGroupRights: rule([...groups, ...users, ...directory, ...fineRead, 'Group-UsageRight.Read.All']),
  writeGroup: rule([
    'Group.ReadWrite.All',
    'User.ReadWrite.All',
    'Directory.ReadWrite.All',
    ...agents,
    ...fineWrite,
  ]),
  reprocessGroup: rule(['Group.ReadWrite.All', 'Directory.ReadWrite.All']),
  readDevice: rule(['Device.Read.All', ...directory]),
  // Only apps without a person may write what devices have, and the sandbox gives tokens to people.
  writeDevice: rule([]),
} as const satisfies Readonly<Record<string, ScopeRule>>;
