// Making groups and changing who is in them. Each name ends with its grade (D documented, O observed) and source.
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { allScopes, openEmulator } from '../../sandbox/graph/openEmulator';

const scopes = [...allScopes, 'Group.ReadWrite.All', 'RoleManagement.ReadWrite.Directory'];
const link = (id: string | undefined): string => `https://graph.microsoft.com/v1.0/directoryObjects/${id}`;

function setup() {
  const world = openEmulator();
  const ask = (line: string, options: AskOptions = {}) => world.ask(line, { scopes, ...options });
  const strangers = (groupId: string) =>
    world.tenant.users.filter(
      ({ id, userType }) => userType === 'Member' && !world.tenant.group(groupId)?.memberIds.includes(id),
    );
  const bind = (groupId: string, ids: readonly (string | undefined)[], options: AskOptions = {}) =>
    ask(`PATCH /groups/${groupId}`, { body: { 'members@odata.bind': ids.map(link) }, ...options });
  return { ...world, ask, strangers, bind };
}

const security = {
  displayName: 'Night shift',
  mailEnabled: false,
  mailNickname: 'nightshift',
  securityEnabled: true,
};

test('a group is made with 201, its default properties and members by link (D, Graph: create group)', async () => {
  const { ask, tenant } = setup();
  const ids = tenant.users.slice(20, 23).map(({ id }) => id);
  const { status, body } = await ask('POST /groups', {
    body: { ...security, 'members@odata.bind': ids.map(link) },
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#groups/$entity',
    displayName: 'Night shift',
    groupTypes: [],
    securityEnabled: true,
    mail: null,
  });
  const members = await ask(`/groups/${String(body['id'])}/members?$select=id`);
  expect(members.body.value?.map(({ id }) => id)).toEqual(ids);
  const mine = await ask(`/users/${ids[0]}/memberOf/microsoft.graph.group?$count=true`, {
    headers: { consistencylevel: 'eventual' },
  });
  expect(mine.body.value?.map(({ id }) => id)).toContain(body['id']);
});

test('twenty members are added by one request, twenty-one by none (D, Graph: add members; O, the sentence)', async () => {
  const { bind, strangers, tenant } = setup();
  const ids = strangers(groupIds.empty).map(({ id }) => id);
  expect((await bind(groupIds.empty, ids.slice(0, 20))).status).toBe(204);
  expect(tenant.group(groupIds.empty)?.memberIds).toEqual(ids.slice(0, 20));
  expect((await bind(groupIds.empty, ids.slice(20, 41))).body.error).toMatchObject({
    code: 'Request_BadRequest',
    message: 'A resource cannot contain more than 20 link changes',
  });
});

test('one bad link fails all of them (D, Graph: add members)', async () => {
  const { bind, strangers, tenant } = setup();
  const [first] = strangers(groupIds.empty);
  const unknownId = '11111111-2222-4333-8444-555555555555';
  const { status, body } = await bind(groupIds.empty, [first?.id, unknownId]);
  expect(status).toBe(404);
  expect(body.error).toMatchObject({
    code: 'Request_ResourceNotFound',
    message: `Resource '${unknownId}' does not exist or one of its queried reference-property objects are not present.`,
  });
  expect(tenant.group(groupIds.empty)?.memberIds).toEqual([]);
});

test('who is a member already is refused with all the others (O, the documentation repository: add members)', async () => {
  const { bind, strangers, tenant } = setup();
  const [stranger] = strangers(groupIds.it);
  const [member] = tenant.group(groupIds.it)?.memberIds ?? [];
  const before = tenant.group(groupIds.it);
  const { status, body } = await bind(groupIds.it, [stranger?.id, member]);
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    code: 'Request_BadRequest',
    message:
      "One or more added object references already exist for the following modified properties: 'members'.",
  });
  expect(tenant.group(groupIds.it)).toBe(before);
});

test('a member is added and removed by reference (D, Graph: add members, remove member)', async () => {
  const { ask, strangers, tenant } = setup();
  const id = strangers(groupIds.it)[0]?.id;
  const added = await ask(`POST /groups/${groupIds.it}/members/$ref`, { body: { '@odata.id': link(id) } });
  expect(added).toMatchObject({ status: 204, raw: undefined });
  expect(tenant.group(groupIds.it)?.memberIds.at(-1)).toBe(id);
  expect((await ask(`DELETE /groups/${groupIds.it}/members/${id}/$ref`)).status).toBe(204);
  expect(tenant.group(groupIds.it)?.memberIds).not.toContain(id);
  expect((await ask(`DELETE /groups/${groupIds.it}/members/${id}/$ref`)).status).toBe(404);
});

test('the members of mail-enabled groups that are no Microsoft 365 groups are not managed here (O, the documentation repository)', async () => {
  const { bind, strangers } = setup();
  const { body } = await bind(groupIds.newsletter, [strangers(groupIds.newsletter)[0]?.id]);
  expect(body.error).toMatchObject({
    code: 'Request_BadRequest',
    message: 'Cannot Update a mail-enabled security groups and or distribution list.',
  });
});

test.each([
  ['dynamic', groupIds.sweden],
  ['synchronized', groupIds.printers],
])('the members of a %s group are not changed by hand (D, Entra: groups)', async (_kind, groupId) => {
  const { bind, strangers, tenant } = setup();
  const before = tenant.group(groupId);
  expect((await bind(groupId, [strangers(groupId)[0]?.id])).status).toBeGreaterThanOrEqual(400);
  expect(tenant.group(groupId)).toBe(before);
});

test.each<[PersonaKey, string, number]>([
  ['global-admin', groupIds.approvers, 204],
  ['groups-admin', groupIds.approvers, 403],
  ['user-admin', groupIds.empty, 204],
  ['groups-admin', groupIds.empty, 204],
  ['license-admin', groupIds.empty, 403],
  ['global-reader', groupIds.empty, 403],
])('%s adding a member to %s is %i (D, Entra: built-in roles)', async (as, groupId, status) => {
  const { bind, strangers } = setup();
  expect((await bind(groupId, [strangers(groupId)[0]?.id], { as })).status).toBe(status);
});

test.each([
  [['GroupMember.ReadWrite.All'], 204],
  [['GroupMember.Read.All'], 403],
])('adding members with %j is %i (D, Graph: permissions reference)', async (given, status) => {
  const { bind, strangers } = setup();
  const ids = [strangers(groupIds.empty)[0]?.id];
  expect((await bind(groupIds.empty, ids, { scopes: given })).status).toBe(status);
});

test('licenses follow who joins and who leaves, a while later (D, Entra: group-based licensing)', async () => {
  const { ask, bind, strangers, tenant, emulator } = setup();
  const id = strangers(groupIds.fieldStaff).find(
    ({ licenses, usageLocation }) => licenses.length === 0 && usageLocation !== null,
  )?.id;
  const held = () => tenant.user(id ?? '')?.licenses.map(({ groupId }) => groupId);
  expect((await bind(groupIds.fieldStaff, [id])).status).toBe(204);
  expect(held()).toEqual([]);
  emulator.settle();
  expect(held()).toEqual([groupIds.fieldStaff]);
  expect((await ask(`DELETE /groups/${groupIds.fieldStaff}/members/${id}/$ref`)).status).toBe(204);
  expect(held()).toEqual([groupIds.fieldStaff]);
  emulator.settle();
  expect(held()).toEqual([]);
});

test('a license held directly as well stays when its holder leaves the group (D, Entra: group-based licensing)', async () => {
  const { ask, tenant, emulator } = setup();
  const both = tenant.users.find(
    ({ licenses }) =>
      licenses.some((source) => source.groupId === groupIds.fieldStaff) &&
      licenses.some((source) => source.groupId === null && source.skuId === productIds.learn),
  );
  await ask(`DELETE /groups/${groupIds.fieldStaff}/members/${both?.id}/$ref`);
  emulator.settle();
  const left = tenant.user(both?.id ?? '')?.licenses ?? [];
  expect(left.some(({ groupId }) => groupId === groupIds.fieldStaff)).toBe(false);
  expect(left.some(({ skuId, state }) => skuId === productIds.learn && state === 'Active')).toBe(true);
});

test('a group that gives licenses cannot be deleted, another one can (D, Entra: group-based licensing)', async () => {
  const { ask } = setup();
  expect((await ask(`DELETE /groups/${groupIds.fieldStaff}`)).status).toBe(400);
  expect((await ask(`DELETE /groups/${groupIds.empty}`)).status).toBe(204);
  expect((await ask(`/groups/${groupIds.empty}`)).status).toBe(404);
  const all = await ask('/groups?$select=id&$top=999');
  expect(all.body.value?.map(({ id }) => id)).not.toContain(groupIds.empty);
});

test('a deleted person is found nowhere and gives back the seats (D, Graph: delete user)', async () => {
  const { ask, tenant } = setup();
  const person = tenant.users
    .slice(10)
    .find(({ licenses }) =>
      licenses.some(({ skuId, state }) => skuId === productIds.timesheets && state === 'Active'),
    );
  const free = tenant.freeSeats(productIds.timesheets);
  const [group] = tenant.groupsOf(person?.id ?? '');
  expect((await ask(`DELETE /users/${person?.id}`)).status).toBe(204);
  expect((await ask(`/users/${person?.id}`)).body.error?.code).toBe('Request_ResourceNotFound');
  expect((await ask('/users?$select=id&$top=999')).body.value).toHaveLength(399);
  expect(tenant.freeSeats(productIds.timesheets)).toBe(free + 1);
  if (group) {
    const members = await ask(`/groups/${group.id}/members?$select=id&$top=999`);
    expect(members.body.value?.map(({ id }) => id)).not.toContain(person?.id);
  }
});

test.each<[PersonaKey, number]>([
  ['user-admin', 204],
  ['license-admin', 403],
  ['member', 403],
])('%s deleting an ordinary person is %i (D, Entra: built-in roles)', async (as, status) => {
  const { ask, tenant } = setup();
  expect((await ask(`DELETE /users/${tenant.users[40]?.id}`, { as })).status).toBe(status);
});

test('only a Global Administrator deletes a person who holds a role (D, Entra: built-in roles)', async () => {
  const { ask, tenant } = setup();
  const admin = tenant.personas.find(({ key }) => key === 'groups-admin')?.userId;
  expect((await ask(`DELETE /users/${admin}`, { as: 'user-admin' })).status).toBe(403);
  expect((await ask(`DELETE /users/${admin}`)).status).toBe(204);
});
