// cspell:ignore almstrom frobnicate
// Rules of the emulator that are inferred, not documented: these tests prove nothing about the real service.
import { prohibitedCountry, productIds } from '../../../src/sandbox/tenant/products';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { UserRow } from '../../../src/sandbox/tenant/rows';
import { eventual, openEmulator } from '../../sandbox/graph/openEmulator';

test('$search finds letters without their marks', async () => {
  const { ask } = openEmulator();
  const { body } = await ask('/users?$search=%22displayName:almstrom%22&$select=displayName', {
    headers: eventual,
  });
  expect(body.value).toEqual([{ displayName: 'Greta Almström' }]);
});

test('units in their grace period count as seats, suspended ones do not', async () => {
  const { ask, tenant } = openEmulator();
  const person = tenant.users.find(
    ({ usageLocation, licenses }) => usageLocation !== null && licenses.length === 0,
  ) as UserRow;
  const assign = (skuId: string) =>
    ask(`POST /users/${person.id}/assignLicense`, { body: { addLicenses: [{ skuId }], removeLicenses: [] } });
  expect((await assign(productIds.helpdesk)).status).toBe(200);
  expect((await assign(productIds.scan)).status).toBe(400);
});

test('a country in which a plan is prohibited is refused like a missing one', async () => {
  const { ask, tenant } = openEmulator();
  const person = tenant.users.find(({ licenses }) => licenses.length === 0) as UserRow;
  tenant.save({ users: [{ ...person, usageLocation: prohibitedCountry }] });
  const { body } = await ask(`POST /users/${person.id}/assignLicense`, {
    body: { addLicenses: [{ skuId: productIds.vault }], removeLicenses: [] },
  });
  expect(body.error?.message).toBe('License assignment cannot be done for user with invalid usage location.');
});

test.each([
  [{ addLicenses: [{ skuId: productIds.shield }], removeLicenses: [] }],
  [{ addLicenses: [{ skuId: productIds.learn, disabledPlans: [productIds.learn] }], removeLicenses: [] }],
  [{ addLicenses: [{ skuId: productIds.learn }], removeLicenses: [productIds.learn] }],
  [{ addLicenses: [{ skuId: productIds.learn, note: 'x' }], removeLicenses: [] }],
])('%j is refused', async (body) => {
  const { ask, tenant } = openEmulator();
  expect((await ask(`POST /users/${tenant.users[30]?.id}/assignLicense`, { body })).status).toBe(400);
});

test.each([groupIds.newsletter, groupIds.picnic])(
  'a group that is no security group carries no licenses: %s',
  async (id) => {
    const { ask } = openEmulator();
    const { status, body } = await ask(`POST /groups/${id}/assignLicense`, {
      body: { addLicenses: [{ skuId: productIds.learn }], removeLicenses: [] },
    });
    expect([status, body.error?.code]).toEqual([400, 'Request_BadRequest']);
  },
);

test('with User.ReadBasic.All alone, what goes beyond the basic profile is left out', async () => {
  const { ask } = openEmulator();
  const { body } = await ask('/users?$top=1&$select=id,displayName,assignedLicenses,department', {
    scopes: ['User.ReadBasic.All'],
  });
  expect(Object.keys(body.value?.[0] ?? {})).toEqual(['id', 'displayName']);
});

test.each([
  '/users?$filter=nonsense%20eq%20%27x%27',
  '/users?$filter=displayName%20eq',
  '/users?$select=nonsense',
  '/users?$frobnicate=1',
  '/users?$top=5&$top=6',
  '/users?$skiptoken=abc',
  '/users?$top=x',
  '/users?$filter=%',
])('%s is 400', async (line) => {
  const { ask } = openEmulator();
  expect((await ask(line)).status).toBe(400);
});

test('$orderby alone works for names and for nothing that may change', async () => {
  const { ask } = openEmulator();
  expect((await ask('/users?$orderby=displayName&$select=displayName&$top=1')).status).toBe(200);
  expect((await ask('/users?$orderby=usageLocation')).body.error?.code).toBe('Request_UnsupportedQuery');
});

test('a cast of members needs the advanced pair', async () => {
  const { ask } = openEmulator();
  expect((await ask(`/groups/${groupIds.it}/members/microsoft.graph.user`)).status).toBe(400);
});

test('each value of in counts as an alternative of the filter', async () => {
  const { ask, tenant } = openEmulator();
  const among = (count: number): string => {
    const ids = tenant.users.slice(0, count).map(({ id }) => `'${id}'`);
    return `/users?$filter=${encodeURIComponent(`id in (${ids.join(',')})`)}`;
  };
  expect((await ask(among(15))).body.value).toHaveLength(15);
  expect((await ask(among(16))).body.error?.code).toBe('Request_UnsupportedQuery');
});

test('a slash at the end of a path means nothing', async () => {
  const { ask } = openEmulator();
  expect((await ask('/users/?$top=1')).body.value).toHaveLength(1);
});
