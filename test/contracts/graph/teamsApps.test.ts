// Teams apps: the catalogue of the organization, and what people and teams have (D and O, Graph: teamsApp, teamsAppInstallation).
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { teamsAppIds, teamsApps } from '../../../src/sandbox/tenant/teamsApps';
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { moreScopes, openOwnEmulator } from './openOwnEmulator';

const rota = teamsApps.find(({ displayName }) => displayName === 'Snorrifax Rota');
const timesheets = teamsApps.find(({ displayName }) => displayName === 'Snorrifax Timesheets');
const bind = (id: string | undefined) => ({
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
});
const mine = '/me/teamwork/installedApps';

function setup() {
  const opened = openOwnEmulator();
  const ask = (line: string, more: AskOptions = {}) => opened.ask(line, { scopes: moreScopes, ...more });
  return { ...opened, ask };
}

test("an organization's own app has an id of the service beside that of its manifest, a store app shows none", async () => {
  const { ask } = setup();
  const { body } = await ask(`/appCatalogs/teamsApps?$filter=externalId eq '${rota?.externalId}'`);
  expect(body.value).toEqual([
    {
      id: rota?.id,
      externalId: rota?.externalId,
      displayName: 'Snorrifax Rota',
      distributionMethod: 'organization',
    },
  ]);
  expect(rota?.id).not.toBe(rota?.externalId);
  const store = await ask("/appCatalogs/teamsApps?$filter=distributionMethod eq 'store'");
  expect(store.body.value?.map((app) => app['externalId'])).toEqual(store.body.value?.map(() => null));
});

test('definitions come only where they are expanded', async () => {
  const { ask } = setup();
  const { body } = await ask('/appCatalogs/teamsApps?$expand=appDefinitions');
  expect(body.value?.[0]?.['appDefinitions']).toEqual([
    expect.objectContaining({ teamsAppId: body.value?.[0]?.['id'], publishingState: 'published' }),
  ]);
  expect((await ask('/appCatalogs/teamsApps?$expand=bots')).status).toBe(400);
});

test('installing answers 201 without a body; listing, upgrading and removing follow', async () => {
  const { ask } = setup();
  const added = await ask(`POST ${mine}`, { body: bind(rota?.id) });
  expect([added.status, added.raw]).toEqual([201, undefined]);
  const listed = await ask(
    `${mine}?$expand=teamsApp,teamsAppDefinition&$filter=teamsApp/externalId eq '${rota?.externalId}'`,
  );
  expect(listed.body.value).toEqual([
    expect.objectContaining({
      teamsApp: expect.objectContaining({ id: rota?.id }) as object,
      teamsAppDefinition: expect.objectContaining({ version: '2.1.0' }) as object,
    }),
  ]);
  const id = String(listed.body.value?.[0]?.['id']);
  expect(Buffer.from(id, 'base64').toString()).toContain('##');
  expect((await ask(`POST ${mine}/${encodeURIComponent(id)}/upgrade`)).status).toBe(204);
  expect((await ask(`DELETE ${mine}/${encodeURIComponent(id)}`)).status).toBe(204);
  expect((await ask(mine)).body.value).toEqual([]);
});

test('an upgrade brings the version of the catalogue', async () => {
  const { ask } = setup();
  const as = 'member';
  const version = async () => {
    const { body } = await ask(`${mine}?$expand=teamsAppDefinition`, { as });
    return (body.value?.[0]?.['teamsAppDefinition'] as { version: string }).version;
  };
  expect(await version()).toBe('2.0.3');
  const id = encodeURIComponent(String((await ask(mine, { as })).body.value?.[0]?.['id']));
  await ask(`POST ${mine}/${id}/upgrade`, { as });
  expect(await version()).toBe('2.1.0');
});

test('an app that is there already is 409 (O)', async () => {
  const { ask } = setup();
  const install = () => ask(`POST ${mine}`, { body: bind(timesheets?.id) });
  expect((await install()).status).toBe(201);
  expect((await install()).status).toBe(409);
});

test('an app that a policy blocks is 403 in the words that were seen (O)', async () => {
  const { ask, tenant } = setup();
  const { status, body } = await ask(`POST ${mine}`, { body: bind(teamsAppIds.blocked) });
  expect(status).toBe(403);
  expect(body.error).toMatchObject({
    code: 'Forbidden',
    message: `App is blocked by app permission policy. TenantId: ${tenant.id}, UserObjectId: ${tenant.personas[0]?.userId}, AppId: ${teamsAppIds.blocked}, AppType: Private`,
    innerError: { code: 'AccessDenied' },
  });
});

test('a missing scope is 403 and names what would do (O)', async () => {
  const { ask } = setup();
  const { status, body } = await ask(`POST ${mine}`, { scopes: ['User.Read'], body: bind(rota?.id) });
  expect(status).toBe(403);
  expect(body.error?.message).toMatch(
    /^Missing scope permissions on the request\. API requires one of 'TeamsAppInstallation\.ReadWriteSelfForUser, .*'\. Scopes on the request 'User\.Read'$/,
  );
});

test('a scope for the own app manages no other (O)', async () => {
  const { ask } = setup();
  const { status, body } = await ask(`POST ${mine}`, {
    scopes: ['TeamsAppInstallation.ReadWriteSelfForUser'],
    body: bind(rota?.id),
  });
  expect([status, body.error?.message]).toEqual([
    403,
    "AAD App Id 'app' is not allowed to manage the Teams App ''",
  ]);
});

test('a scope for the own app manages the own app', async () => {
  const { ask } = setup();
  const own = teamsApps.find(({ id }) => id === teamsAppIds.own);
  const { status } = await ask(`POST ${mine}`, {
    scopes: ['TeamsAppInstallation.ReadWriteSelfForUser'],
    appid: own?.entraAppId ?? '',
    body: bind(teamsAppIds.own),
  });
  expect(status).toBe(201);
});

test('an app that asks for resource-specific consent needs the scopes that consent (D)', async () => {
  const { ask } = setup();
  const install = (scope: string) =>
    ask(`POST ${mine}`, { scopes: [scope], body: bind(teamsAppIds.consent) });
  expect((await install('TeamsAppInstallation.ReadWriteForUser')).status).toBe(400);
  expect((await install('TeamsAppInstallation.ReadWriteAndConsentForUser')).status).toBe(201);
});

test('teams have apps of their own', async () => {
  const { ask, tenant } = setup();
  const team = tenant.groups.find(({ groupTypes }) => groupTypes.includes('Unified'));
  const path = `/teams/${team?.id}/installedApps`;
  expect((await ask(`POST ${path}`, { body: bind(rota?.id) })).status).toBe(201);
  expect((await ask(path)).body.value).toHaveLength(1);
  expect((await ask(mine)).body.value).toEqual([]);
  expect((await ask(`/teams/${groupIds.it}/installedApps`)).status).toBe(404);
});

test.each([{}, { 'teamsApp@odata.bind': 'nonsense' }])('a body %j is 400', async (body) => {
  const { ask } = setup();
  expect((await ask(`POST ${mine}`, { body })).status).toBe(400);
});

test('an app that is nowhere is 404', async () => {
  const { ask } = setup();
  expect((await ask(`POST ${mine}`, { body: bind(groupIds.it) })).status).toBe(404);
  expect((await ask(`DELETE ${mine}/x`)).status).toBe(404);
});
