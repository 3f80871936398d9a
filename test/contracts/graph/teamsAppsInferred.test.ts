// Rules of Teams apps that are inferred, not documented: these tests prove nothing about the real service.
import { teamsApps } from '../../../src/sandbox/tenant/teamsApps';
import { moreScopes, openOwnEmulator } from './openOwnEmulator';

const body = {
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${teamsApps[0]?.id}`,
};

test('a delegated call reaches the apps of the signed-in person alone', async () => {
  const { ask, tenant } = openOwnEmulator();
  const path = `/users/${tenant.users[40]?.id}/teamwork/installedApps`;
  expect((await ask(path, { scopes: moreScopes })).status).toBe(403);
  expect((await ask(`POST ${path}`, { scopes: moreScopes, body })).status).toBe(403);
});

test('people who are not in a team do not see its apps', async () => {
  const { ask, tenant } = openOwnEmulator();
  const outsider = tenant.personas.find(({ key }) => key === 'member');
  const team = tenant.groups.find(
    ({ groupTypes, memberIds }) =>
      groupTypes.includes('Unified') && !memberIds.includes(outsider?.userId ?? ''),
  );
  const line = `/teams/${team?.id}/installedApps`;
  expect((await ask(line, { as: 'member', scopes: moreScopes })).status).toBe(403);
});
