// The sign-in activity of people. Each name ends with its grade (D documented, O observed) and source.
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { allScopes, openEmulator } from '../../sandbox/graph/openEmulator';

function setup() {
  const world = openEmulator();
  const scopes = [...allScopes, 'AuditLog.Read.All'];
  const ask = (line: string, options: AskOptions = {}) => world.ask(line, { scopes, ...options });
  return { ...world, ask };
}

test('the sign-in activity comes only when it is selected (D, Graph: user)', async () => {
  const { ask, tenant } = setup();
  const person = tenant.users.find(({ accountEnabled }) => accountEnabled);
  const { body } = await ask(`/users/${person?.id}?$select=id,signInActivity`);
  expect(body['signInActivity']).toMatchObject({
    lastSignInDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00Z$/) as string,
  });
  expect((await ask(`/users/${person?.id}`)).body).not.toHaveProperty('signInActivity');
});

test.each([
  '/users?$select=id,signInActivity',
  '/me?$select=SignInActivity',
  '/users/delta?$select=signInActivity',
])('%s needs AuditLog.Read.All (D, Graph: user, signInActivity)', async (line) => {
  const { ask } = setup();
  expect((await ask(line)).status).toBe(200);
  expect((await ask(line, { scopes: allScopes })).status).toBe(403);
});

test('without a premium plan the sign-in activity is refused (O, Graph: user, signInActivity)', async () => {
  const { ask, emulator } = setup();
  emulator.settings.isPremium = false;
  const { status, body } = await ask('/users?$select=signInActivity');
  expect(status).toBe(403);
  expect(body.error?.code).toBe('Authentication_RequestFromNonPremiumTenantOrB2CTenant');
  expect((await ask('/users?$select=id')).status).toBe(200);
});

test('pages with the sign-in activity hold at most 120 people (D, Graph: list users)', async () => {
  const { ask } = setup();
  const sizeOf = async (line: string) => (await ask(line)).body.value?.length;
  expect(await sizeOf('/users?$select=id,signInActivity&$top=999')).toBe(120);
  expect(await sizeOf('/users?$select=id,signInActivity&$top=50')).toBe(50);
  expect(await sizeOf('/users?$select=id&$top=200')).toBe(200);
});
