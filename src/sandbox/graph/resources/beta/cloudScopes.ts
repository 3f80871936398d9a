import type { ScopeRule } from '../../scopes';
import { missingPermission } from './cloudRefusals';

const readAll = [
  'CloudLicensing.Read',
  'CloudLicensing.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
const writeAll = [
  'CloudLicensing.AssignLicenses',
  'CloudLicensing.AssignLicenses.Organization',
  'Directory.ReadWrite.All',
];

function cloudRule(any: readonly string[], own?: readonly string[]): ScopeRule {
  return { any, own, refuse: () => missingPermission(any) };
}

/**
 * Scopes of the cloud licensing API (Graph beta: permissions of each page). Those named after it are documented and
 * were not to be had in any tenant; Directory.Read.All and Directory.ReadWrite.All were.
 */
export const cloudScopes = {
  read: cloudRule(readAll),
  readUser: cloudRule([...readAll, 'User.Read.All', 'User.ReadWrite.All'], ['User.Read']),
  readGroup: cloudRule([...readAll, 'Group.Read.All', 'Group.ReadWrite.All']),
  write: cloudRule(writeAll),
  reprocess: cloudRule([...writeAll, 'User.ReadWrite.All', 'Group.ReadWrite.All']),
} as const satisfies Readonly<Record<string, ScopeRule>>;
