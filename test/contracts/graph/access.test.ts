// Who may ask what: tokens, scopes and roles (D, Graph: permissions reference; Entra: built-in roles).
import { productIds } from '../../../src/sandbox/tenant/products';
import { administrativeUnit } from '../../../src/sandbox/tenant/roles';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { openEmulator } from '../../sandbox/graph/openEmulator';

const nothingToDo = { addLicenses: [], removeLicenses: [] };
const denied = {
  code: 'Authorization_RequestDenied',
  message: 'Insufficient privileges to complete the operation.',
};

test('an expired token is 401 in the words that were seen (O)', async () => {
  const { emulator } = openEmulator();
  const { status, body, headers } = await emulator.handle({
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/me',
    headers: { authorization: 'Bearer expired' },
  });
  expect(status).toBe(401);
  expect(JSON.parse(String(body))).toMatchObject({
    error: {
      code: 'InvalidAuthenticationToken',
      message: 'Lifetime validation failed, the token is expired.',
    },
  });
  expect(headers['WWW-Authenticate']).toMatch(/^Bearer realm=""/);
});

test.each<Record<string, string>>([{}, { authorization: 'Basic x' }, { authorization: 'Bearer forged' }])(
  'a missing or bad token is 401: %j (D)',
  async (headers) => {
    const { emulator } = openEmulator();
    const { status, body } = await emulator.handle({
      method: 'GET',
      url: 'https://graph.microsoft.com/v1.0/users',
      headers,
    });
    expect(status).toBe(401);
    expect(JSON.parse(String(body))).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
  },
);

test('a preflight is answered without a token (O)', async () => {
  const { emulator } = openEmulator();
  const { status, headers } = await emulator.handle({
    method: 'OPTIONS',
    url: 'https://graph.microsoft.com/v1.0/me',
    headers: {
      origin: 'https://tab.example',
      'access-control-request-headers': 'authorization,consistencylevel',
    },
  });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': 'authorization,consistencylevel',
  });
});

test.each<[string, readonly string[], number]>([
  ['/me', ['User.Read'], 200],
  ['/me/licenseDetails', ['User.Read'], 200],
  ['/me/transitiveMemberOf', ['User.Read'], 200],
  ['/me', ['LicenseAssignment.ReadWrite.All'], 403],
  ['/users', ['User.Read'], 403],
  ['/users', ['User.ReadBasic.All'], 200],
  ['/groups', ['GroupMember.Read.All'], 200],
  ['/groups', ['User.Read.All'], 403],
  ['/subscribedSkus', ['LicenseAssignment.Read.All'], 200],
  ['/subscribedSkus', ['Organization.Read.All'], 200],
  ['/subscribedSkus', ['LicenseAssignment.ReadWrite.All'], 403],
  [`/groups/${groupIds.it}/members`, ['GroupMember.Read.All'], 200],
  [`/groups/${groupIds.it}/members`, ['User.Read.All'], 403],
  ['/organization', ['User.Read'], 200],
])('%s with %j is %i', async (line, scopes, status) => {
  const { ask } = openEmulator();
  const reply = await ask(line, { scopes });
  expect(reply.status).toBe(status);
  if (status === 403) expect(reply.body.error).toMatchObject(denied);
});

test('LicenseAssignment.ReadWrite.All covers the two POSTs and neither reprocessing nor the usage location', async () => {
  const { ask, tenant } = openEmulator();
  const scopes = ['LicenseAssignment.ReadWrite.All'];
  const id = tenant.users[20]?.id;
  expect((await ask(`POST /users/${id}/assignLicense`, { scopes, body: nothingToDo })).status).toBe(200);
  expect((await ask(`POST /users/${id}/reprocessLicenseAssignment`, { scopes })).body.error).toMatchObject(
    denied,
  );
  expect(
    (await ask(`PATCH /users/${id}`, { scopes, body: { usageLocation: 'SE' } })).body.error,
  ).toMatchObject(denied);
});

test.each<[PersonaKey, { user: number; reprocess: number; location: number }]>([
  ['global-admin', { user: 200, reprocess: 200, location: 204 }],
  ['license-admin', { user: 200, reprocess: 200, location: 204 }],
  ['user-admin', { user: 200, reprocess: 200, location: 204 }],
  ['groups-admin', { user: 403, reprocess: 403, location: 403 }],
  ['global-reader', { user: 403, reprocess: 403, location: 403 }],
  ['member', { user: 403, reprocess: 403, location: 403 }],
  ['guest', { user: 403, reprocess: 403, location: 403 }],
])('a scope is not enough without the role: %s', async (as, expected) => {
  const { ask, tenant } = openEmulator();
  const id = tenant.users[20]?.id;
  expect((await ask(`POST /users/${id}/assignLicense`, { as, body: nothingToDo })).status).toBe(
    expected.user,
  );
  expect((await ask(`POST /users/${id}/reprocessLicenseAssignment`, { as })).status).toBe(expected.reprocess);
  expect((await ask(`PATCH /users/${id}`, { as, body: { usageLocation: 'SE' } })).status).toBe(
    expected.location,
  );
});

test('ordinary members read people, groups and subscribed SKUs; guests list nobody (D)', async () => {
  const { ask } = openEmulator();
  for (const line of ['/users', '/groups', '/subscribedSkus']) {
    expect((await ask(line, { as: 'member' })).status).toBe(200);
    expect((await ask(line, { as: 'guest' })).body.error).toMatchObject(denied);
  }
  expect((await ask('/me', { as: 'guest' })).status).toBe(200);
  expect((await ask('/me/licenseDetails', { as: 'guest' })).status).toBe(200);
});

test('an error has code, message, inner error with ids and a date without zone, and the headers too (D, Graph: error responses)', async () => {
  const { ask } = openEmulator();
  const { body, headers } = await ask('/users?$top=0', { headers: { 'client-request-id': 'mine' } });
  expect(body.error).toEqual({
    code: 'Request_UnsupportedQuery',
    message: expect.any(String) as string,
    innerError: {
      date: '2026-05-11T09:30:00',
      'request-id': headers['request-id'],
      'client-request-id': 'mine',
    },
  });
});

test('what is not served says so to the caller and on the console (own rule)', async () => {
  const { ask, logged } = openEmulator();
  const { status, body } = await ask('/me/nonsense');
  expect(status).toBe(400);
  expect(body.error?.message).toContain("Resource not found for the segment 'nonsense'");
  expect(body.error?.message).toContain('/me/nonsense');
  expect(logged).toEqual(['Not served by the sandbox: GET /v1.0/me/nonsense']);
});

test('an unknown path with POST is 405 in the words that were seen (O)', async () => {
  const { ask, logged } = openEmulator();
  expect(await ask('POST /me/nonsense', { body: {} })).toMatchObject({
    status: 405,
    body: {
      error: {
        code: 'Request_BadRequest',
        message: 'Specified HTTP method is not allowed for the request target.',
      },
    },
  });
  expect(logged).toHaveLength(1);
});

test('other versions are not served, and say so', async () => {
  const { emulator, bearer, logged } = openEmulator();
  const reply = await emulator.handle({
    method: 'GET',
    url: 'https://graph.microsoft.com/v2.0/me',
    headers: { authorization: `Bearer ${bearer({})}` },
  });
  expect(reply.status).toBe(400);
  expect(logged).toHaveLength(1);
});

test('a person who holds a product by two paths is counted once (D, Entra: group-based licensing)', async () => {
  const { ask, tenant } = openEmulator();
  const holders = tenant.users.filter(({ licenses }) =>
    licenses.some(({ skuId, state }) => skuId === productIds.learn && state === 'Active'),
  );
  const { body } = await ask('/subscribedSkus');
  expect(body.value?.find(({ skuId }) => skuId === productIds.learn)?.['consumedUnits']).toBe(holders.length);
});

describe('roles that show nowhere', () => {
  const personOf = ({ users }: Tenant, isInUnit: boolean): string | undefined =>
    users.findLast(({ department }) => (department === administrativeUnit.department) === isInUnit)?.id;

  test.each<[PersonaKey, boolean, number, number]>([
    ['unit-admin', true, 200, 204],
    ['unit-admin', false, 403, 403],
    ['custom-admin', true, 200, 403],
    ['custom-admin', false, 200, 403],
    ['eligible-admin', true, 403, 403],
  ])(
    '%s, a person in the unit (%s): licenses %i, usage location %i (D, Entra: administrative units, custom roles)',
    async (as, isInUnit, licenses, location) => {
      const { ask, tenant } = openEmulator();
      const path = `/users/${personOf(tenant, isInUnit)}`;
      const answer = await ask(`POST ${path}/assignLicense`, { as, body: nothingToDo });
      expect(answer.status).toBe(licenses);
      if (licenses === 403) expect(answer.body.error).toMatchObject(denied);
      expect((await ask(`PATCH ${path}`, { as, body: { usageLocation: 'SE' } })).status).toBe(location);
    },
  );

  test.each<PersonaKey>(['unit-admin', 'custom-admin', 'eligible-admin'])(
    '%s may not license a group, and has no directory role',
    async (as) => {
      const { ask } = openEmulator();
      const group = await ask(`POST /groups/${groupIds.empty}/assignLicense`, { as, body: nothingToDo });
      expect(group.status).toBe(403);
      const held = (await ask('/me/transitiveMemberOf?$top=999', { as })).body.value ?? [];
      const types = held.map((each) => each['@odata.type']);
      expect(types).not.toContain('#microsoft.graph.directoryRole');
      expect(types.includes('#microsoft.graph.administrativeUnit')).toBe(as === 'unit-admin');
    },
  );
});
