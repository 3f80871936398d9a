// No answer has a property that the schema lacks (D, Graph: metadata of v1.0).
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import { moreScopes, openOwnEmulator } from './openOwnEmulator';
import type { SchemaType } from './properties';
import { innerTypes, properties } from './properties';

/** Paths of properties that the type does not have; annotations are not the type's own. */
function strangersIn(value: unknown, type: SchemaType, path: string = type): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => strangersIn(item, type, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => !name.includes('@'))
    .flatMap(([name, held]) => {
      const own: readonly string[] = properties[type];
      if (!own.includes(name)) return [`${path}.${name}`];
      const inner = innerTypes[type]?.[name];
      return inner ? strangersIn(held, inner, `${path}.${name}`) : [];
    });
}

async function setup() {
  const { ask, emulator, tenant } = openOwnEmulator();
  tenant.audits.arrivalDelayInMs = 0;
  const get = async (line: string) => (await ask(line, { scopes: moreScopes })).body;
  const body = { addLicenses: [{ skuId: productIds.flowFree }], removeLicenses: [] };
  await ask(`POST /groups/${groupIds.it}/assignLicense`, { scopes: moreScopes, body });
  emulator.settle();
  return { get, tenant };
}

test.each<[SchemaType, string]>([
  ['user', '/users'],
  ['group', '/groups'],
  ['subscribedSku', '/subscribedSkus'],
  ['companySubscription', '/directory/subscriptions'],
  ['organization', '/organization'],
  ['directoryRole', '/me/transitiveMemberOf/microsoft.graph.directoryRole'],
  ['licenseDetails', '/users/{member}/licenseDetails'],
  ['directoryAudit', '/auditLogs/directoryAudits'],
  ['teamsApp', '/appCatalogs/teamsApps?$expand=appDefinitions'],
])('%s from %s', async (type, line) => {
  const { get, tenant } = await setup();
  const holder = tenant.users.find(({ licenses }) => licenses.some(({ state }) => state === 'Active'));
  const { value } = await get(line.replace('{member}', holder?.id ?? ''));
  expect(value?.length).toBeGreaterThan(0);
  expect(strangersIn(value, type)).toEqual([]);
});

test('teamsAppInstallation', async () => {
  const { ask, tenant } = openOwnEmulator();
  const member = tenant.personas.find(({ key }) => key === 'member');
  const line = `/users/${member?.userId}/teamwork/installedApps?$expand=teamsApp,teamsAppDefinition`;
  const { body } = await ask(line, { as: 'member', scopes: moreScopes });
  expect(body.value).toHaveLength(1);
  expect(strangersIn(body.value, 'teamsAppInstallation')).toEqual([]);
});

test.each<[SchemaType, string]>([
  ['user', '/users/0a11ce00-0000-4000-8000-000000000001'],
  ['group', `/groups/${groupIds.it}`],
])('what is selected of a %s comes back under the name of the schema', async (type, line) => {
  const { get } = await setup();
  const answered = new Set<string>();
  for (const name of properties[type]) {
    const body = await get(`${line}?$select=${name}`);
    if (body.error) continue;
    expect(strangersIn(body, type)).toEqual([]);
    for (const key of Object.keys(body)) answered.add(key);
  }
  expect(answered.size).toBeGreaterThan(30);
});

test('a name that the schema lacks is refused', async () => {
  const { get } = await setup();
  expect((await get('/users?$select=shoeSize')).error?.code).toBe('BadRequest');
});
