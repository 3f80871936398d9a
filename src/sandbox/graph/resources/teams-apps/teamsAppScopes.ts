import type { ScopeRule } from '../../scopes';
import { teamsAppRefusals } from './teamsAppRefusals';

const installation = (names: readonly string[]): string[] =>
  names.map((name) => `TeamsAppInstallation.${name}`);

/** Refused in the words of Teams, not of the directory. */
function teamsRule(any: readonly string[]): ScopeRule {
  return { any, refuse: (given) => teamsAppRefusals.missingScopes(any, given) };
}

const writeForUser = installation([
  'ReadWriteSelfForUser',
  'ReadWriteForUser',
  'ReadWriteAndConsentSelfForUser',
  'ReadWriteAndConsentForUser',
]);
const writeForTeam = installation([
  'ReadWriteSelfForTeam',
  'ReadWriteForTeam',
  'ReadWriteAndConsentSelfForTeam',
  'ReadWriteAndConsentForTeam',
]);

/** Scopes of the Teams apps resources (Graph: permissions reference). */
export const teamsAppScopes = {
  catalogue: teamsRule([
    'AppCatalog.Read.All',
    'AppCatalog.ReadWrite.All',
    'AppCatalog.Submit',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ]),
  readForUser: teamsRule([...installation(['ReadForUser']), ...writeForUser]),
  writeForUser: teamsRule(writeForUser),
  readForTeam: teamsRule([
    ...installation(['ReadForTeam']),
    ...writeForTeam,
    'Group.Read.All',
    'Group.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ]),
  writeForTeam: teamsRule([...writeForTeam, 'Group.ReadWrite.All', 'Directory.ReadWrite.All']),
} as const satisfies Readonly<Record<string, ScopeRule>>;

/** True if the app may manage only itself: none of its scopes is for other apps. */
export function isSelfOnly(scopes: readonly string[]): boolean {
  return !scopes.some(
    (scope) =>
      /^TeamsAppInstallation\.ReadWrite(AndConsent)?For(User|Team)$/.test(scope) ||
      scope === 'Group.ReadWrite.All' ||
      scope === 'Directory.ReadWrite.All',
  );
}

/** True if the app may consent to the permissions of a manifest while it installs. */
export function mayConsent(scopes: readonly string[]): boolean {
  return scopes.some((scope) => scope.startsWith('TeamsAppInstallation.ReadWriteAndConsent'));
}
