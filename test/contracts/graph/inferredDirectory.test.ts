// Inferred rules of the directory: these tests prove nothing about the real service.
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { allScopes, openEmulator } from '../../sandbox/graph/openEmulator';

function setup() {
  const world = openEmulator();
  const scopes = [...allScopes, 'Group.ReadWrite.All', 'RoleManagement.ReadWrite.Directory'];
  const ask = (line: string, options: AskOptions = {}) => world.ask(line, { scopes, ...options });
  return { ...world, ask };
}

const security = { displayName: 'A', mailEnabled: false, mailNickname: 'a', securityEnabled: true };

test.each(['displayName', 'mailEnabled', 'mailNickname', 'securityEnabled'])(
  'a new group needs %s (I)',
  async (name) => {
    const { ask } = setup();
    const { body } = await ask('POST /groups', { body: { ...security, [name]: undefined } });
    expect(body.error).toMatchObject({
      code: 'Request_BadRequest',
      message: `A value is required for property '${name}' of resource 'Group'.`,
    });
  },
);

test.each<[string, object]>([
  ['mail-enabled and no Microsoft 365 group', { mailEnabled: true }],
  ['neither for mail nor for security', { securityEnabled: false }],
  ['dynamic and without a rule', { groupTypes: ['DynamicMembership'] }],
  ['of an unknown type', { groupTypes: ['Static'] }],
  ['with a property that no group has', { nonsense: 1 }],
])('a new group that is %s is refused (I)', async (_what, change) => {
  expect((await setup().ask('POST /groups', { body: { ...security, ...change } })).status).toBe(400);
});

test.each([[null], [''], ['SWE'], [46]])('a usage location cannot become %p (I)', async (usageLocation) => {
  const { ask, tenant } = setup();
  const person = tenant.users.find((user) => user.usageLocation !== null);
  const { status, body } = await ask(`PATCH /users/${person?.id}`, {
    scopes: [...allScopes, 'User.ReadWrite.All'],
    body: { usageLocation },
  });
  expect([status, body.error?.code]).toEqual([400, 'Request_BadRequest']);
  expect(tenant.users.find(({ id }) => id === person?.id)?.usageLocation).toBe(person?.usageLocation);
});

test('dynamic groups refuse members with 403, synchronized ones with 400 (I)', async () => {
  const { ask, tenant } = setup();
  const body = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${tenant.users[40]?.id}` };
  expect((await ask(`POST /groups/${groupIds.sweden}/members/$ref`, { body })).status).toBe(403);
  expect(
    (await ask(`POST /groups/${groupIds.printers}/members/$ref`, { body })).body.error?.message,
  ).toContain('on-premises mastered');
});

test('a synchronized group is neither renamed nor deleted here, another one is renamed (I: the sentence)', async () => {
  const { ask, tenant } = setup();
  const rename = (id: string) => ask(`PATCH /groups/${id}`, { body: { displayName: 'Renamed' } });
  expect((await rename(groupIds.printers)).status).toBe(400);
  expect((await ask(`DELETE /groups/${groupIds.printers}`)).status).toBe(400);
  expect((await rename(groupIds.empty)).status).toBe(204);
  expect(tenant.group(groupIds.empty)?.displayName).toBe('Renamed');
});

test.each([
  ['a link twice', (id: string) => [id, id]],
  ['no link', () => ['nonsense']],
])('%s is refused (I)', async (_what, links) => {
  const { ask, tenant } = setup();
  const body = { 'members@odata.bind': links(tenant.users[40]?.id ?? '') };
  expect((await ask(`PATCH /groups/${groupIds.empty}`, { body })).status).toBe(400);
});

test('a licensed group is queued again when its members change (I)', async () => {
  const { ask, tenant } = setup();
  const [leaver] = tenant.group(groupIds.fieldStaff)?.memberIds ?? [];
  await ask(`DELETE /groups/${groupIds.fieldStaff}/members/${leaver}/$ref`);
  const { body } = await ask(`/groups/${groupIds.fieldStaff}?$select=licenseProcessingState`);
  expect(body['licenseProcessingState']).toEqual({ state: 'QueuedForProcessing' });
});

test('links to further pages end when they are set to (I: code and status)', async () => {
  const { ask, clock, emulator } = setup();
  emulator.settings.linksLiveInMs = 1_000;
  const lists = [await ask('/users?$select=id'), await ask('/users/delta?$select=id')];
  const links = lists.map(({ body }) =>
    String(body['@odata.nextLink']).replace('https://graph.microsoft.com/v1.0', ''),
  );
  clock.time += 999;
  for (const link of links) expect((await ask(link)).status).toBe(200);
  clock.time += 1;
  for (const link of links) expect((await ask(link)).body.error?.code).toBe('Directory_ExpiredPageToken');
});

test('a token that was not given here, or for other things, is refused (I: status)', async () => {
  const { ask } = setup();
  const { body } = await ask('/users/delta?$deltatoken=latest');
  const users = String(body['@odata.deltaLink']).split('$deltatoken=')[1];
  for (const line of ['/users/delta?$deltatoken=x', `/groups/delta?$deltatoken=${users}`])
    expect((await ask(line)).body.error?.code).toBe('syncStateNotFound');
});

test('groups tell their members in a delta query that selects nothing (I)', async () => {
  const { ask } = setup();
  const { body } = await ask('/groups/delta');
  expect(body.value?.some((group) => 'members@delta' in group)).toBe(true);
  expect(body.value?.[0]).toHaveProperty('securityEnabled');
});

test('the link to a further page of one list is refused by another (I: code)', async () => {
  const { ask } = setup();
  const { body } = await ask('/users?$select=id&$top=5');
  const token = String(body['@odata.nextLink']).split('$skiptoken=')[1];
  expect((await ask(`/users?$select=id&$top=5&$skiptoken=${token}`)).status).toBe(200);
  for (const list of ['/groups', `/groups/${groupIds.it}/members`])
    expect((await ask(`${list}?$skiptoken=${token}`)).body.error?.code).toBe('Directory_ExpiredPageToken');
});
