// Checks of memberships. Each name ends with its grade (D documented) and source.
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { openEmulator } from '../../sandbox/graph/openEmulator';

function setup() {
  const world = openEmulator();
  const nested = world.tenant.groups
    .flatMap((outer) => outer.memberIds.flatMap((id) => ({ outer, inner: world.tenant.group(id) })))
    .find(({ inner }) => inner && inner.memberIds.length > 0);
  return { ...world, outer: nested?.outer, inner: nested?.inner };
}

test('checkMemberGroups gives those of the groups that hold the person, also through others (D, Graph: checkMemberGroups)', async () => {
  const { ask, outer, inner } = setup();
  const body = { groupIds: [outer?.id, inner?.id, groupIds.empty] };
  const reply = await ask(`POST /users/${inner?.memberIds[0]}/checkMemberGroups`, { body });
  expect(reply.status).toBe(200);
  expect(reply.body['@odata.context']).toBe(
    'https://graph.microsoft.com/v1.0/$metadata#Collection(Edm.String)',
  );
  expect([...(reply.body.value ?? [])].sort()).toEqual([outer?.id, inner?.id].sort());
});

test('checkMemberGroups takes at most twenty groups (D, Graph: checkMemberGroups)', async () => {
  const { ask } = setup();
  const check = (count: number) =>
    ask('POST /me/checkMemberGroups', { body: { groupIds: Array(count).fill(groupIds.empty) } });
  expect((await check(20)).status).toBe(200);
  expect((await check(21)).status).toBe(400);
  expect((await ask('POST /me/checkMemberGroups', { body: {} })).status).toBe(400);
});

test('getMemberGroups gives every group and role, or security groups alone (D, Graph: getMemberGroups)', async () => {
  const { ask, tenant } = setup();
  const idsFor = async (securityEnabledOnly: boolean) =>
    (await ask('POST /me/getMemberGroups', { body: { securityEnabledOnly } })).body.value;
  const held = (await ask('/me/transitiveMemberOf?$top=999')).body.value ?? [];
  expect(await idsFor(false)).toEqual(held.map(({ id }) => id));
  expect(await idsFor(true)).toEqual(
    held.filter(({ id }) => tenant.group(String(id))?.securityEnabled).map(({ id }) => id),
  );
});

test('a group is asked for the groups that hold it (D, Graph: getMemberGroups, checkMemberGroups)', async () => {
  const { ask, outer, inner } = setup();
  const all = await ask(`POST /groups/${inner?.id}/getMemberGroups`, {
    body: { securityEnabledOnly: false },
  });
  expect(all.body.value).toContain(outer?.id);
  const asked = { groupIds: [outer?.id, groupIds.empty] };
  expect((await ask(`POST /groups/${inner?.id}/checkMemberGroups`, { body: asked })).body.value).toEqual([
    outer?.id,
  ]);
});

test('getMemberGroups gives security groups alone of people only (D, Graph: getMemberGroups)', async () => {
  const { ask, inner } = setup();
  const body = { securityEnabledOnly: true };
  expect((await ask(`POST /groups/${inner?.id}/getMemberGroups`, { body })).status).toBe(400);
});

test('anybody may ask for oneself, not for others without a scope (D, Graph: permissions reference)', async () => {
  const { ask, tenant } = setup();
  const options = { as: 'member', scopes: ['User.Read'], body: { securityEnabledOnly: false } } as const;
  expect((await ask('POST /me/getMemberGroups', options)).status).toBe(200);
  expect((await ask(`POST /users/${tenant.users[40]?.id}/getMemberGroups`, options)).status).toBe(403);
});
