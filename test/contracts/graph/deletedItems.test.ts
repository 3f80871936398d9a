// People and groups that were deleted. Each name ends with its grade (D documented) and source; what is inferred stands in deletedItemsInferred.test.ts.
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { AskOptions, Reply } from '../../sandbox/graph/openEmulator';
import { allScopes, openEmulator } from '../../sandbox/graph/openEmulator';
import { openOwnEmulator } from './openOwnEmulator';

const scopes = [...allScopes, 'Group.ReadWrite.All'];
const bin = '/directory/deletedItems';
const day = 86_400_000;

function setup() {
  const world = openEmulator();
  const ask = (line: string, options: AskOptions = {}) =>
    world.ask(line.replace('https://graph.microsoft.com/v1.0', ''), { scopes, ...options });
  const person = world.tenant.users[60];
  const deleted = async (line: string): Promise<void> => {
    expect((await ask(`DELETE ${line}`)).status).toBe(204);
  };
  return { ...world, ask, person, deleted };
}

const idsOf = ({ body }: Reply): unknown[] => body.value?.map(({ id }) => id) ?? [];
const linkOf = ({ body }: Reply): string => String(body['@odata.deltaLink']);

test('who was deleted is in the list of deleted people, and in no other (D, Graph: list deletedItems)', async () => {
  const { ask, deleted, person } = setup();
  await deleted(`/users/${person?.id}`);
  const list = await ask(`${bin}/microsoft.graph.user?$select=id,displayName,deletedDateTime`);
  expect(list.body.value).toEqual([
    { id: person?.id, displayName: person?.displayName, deletedDateTime: '2026-05-11T09:30:00Z' },
  ]);
  expect((await ask(`/users/${person?.id}`)).status).toBe(404);
  expect(idsOf(await ask(`${bin}/microsoft.graph.group`))).toEqual([]);
});

test('a deleted group is in the list of deleted groups (D, Graph: list deletedItems)', async () => {
  const { ask, deleted } = setup();
  await deleted(`/groups/${groupIds.empty}`);
  expect(idsOf(await ask(`${bin}/microsoft.graph.group`))).toEqual([groupIds.empty]);
  expect(idsOf(await ask(`${bin}/microsoft.graph.user`))).toEqual([]);
});

test('a deleted object is read by its id, with its type (D, Graph: get deletedItem)', async () => {
  const { ask, deleted, person } = setup();
  expect((await ask(`${bin}/${person?.id}`)).body.error?.code).toBe('Request_ResourceNotFound');
  await deleted(`/users/${person?.id}`);
  const { status, body } = await ask(`${bin}/${person?.id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#directoryObjects/$entity',
    '@odata.type': '#microsoft.graph.user',
    id: person?.id,
  });
});

test('a restored person is back in lists, and no longer deleted (D, Graph: restore deletedItem)', async () => {
  const { ask, deleted, person } = setup();
  await deleted(`/users/${person?.id}`);
  const { status, body } = await ask(`POST ${bin}/${person?.id}/restore`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ '@odata.type': '#microsoft.graph.user', id: person?.id });
  expect((await ask(`/users/${person?.id}`)).status).toBe(200);
  expect(idsOf(await ask('/users?$top=999'))).toContain(person?.id);
  expect((await ask(`${bin}/${person?.id}`)).status).toBe(404);
});

test('a restored group has its members (D, Graph: restore deletedItem)', async () => {
  const { ask, deleted, tenant } = setup();
  const group = tenant.groups.find(
    ({ licenses, memberIds, onPremisesSyncEnabled }) =>
      licenses.length === 0 && memberIds.length > 0 && !onPremisesSyncEnabled,
  );
  await deleted(`/groups/${group?.id}`);
  expect((await ask(`POST ${bin}/${group?.id}/restore`)).body['id']).toBe(group?.id);
  expect(tenant.group(group?.id ?? '')?.memberIds).toEqual(group?.memberIds);
});

test('what is deleted for good is gone from the bin and cannot come back (D, Graph: delete deletedItem)', async () => {
  const { ask, deleted, person } = setup();
  await deleted(`/users/${person?.id}`);
  await deleted(`${bin}/${person?.id}`);
  expect(idsOf(await ask(`${bin}/microsoft.graph.user`))).toEqual([]);
  expect((await ask(`POST ${bin}/${person?.id}/restore`)).status).toBe(404);
  expect((await ask(`DELETE ${bin}/${person?.id}`)).status).toBe(404);
});

test('deleted objects are kept for thirty days (D, Entra: recover from deletions)', async () => {
  const { ask, clock, deleted, person } = setup();
  await deleted(`/users/${person?.id}`);
  clock.time += 30 * day - 1;
  expect((await ask(`${bin}/${person?.id}`)).status).toBe(200);
  clock.time += 1;
  expect((await ask(`${bin}/${person?.id}`)).status).toBe(404);
});

test.each(['users', 'groups'])(
  'delta queries of %s say "changed" of what can be restored and "deleted" of what cannot (D, Graph: delta query overview)',
  async (set) => {
    const { ask, deleted, person } = setup();
    const id = set === 'users' ? person?.id : groupIds.empty;
    const first = await ask(`/${set}/delta?$deltatoken=latest`);
    await deleted(`/${set}/${id}`);
    const second = await ask(linkOf(first));
    expect(second.body.value).toEqual([{ id, '@removed': { reason: 'changed' } }]);
    await deleted(`${bin}/${id}`);
    expect((await ask(linkOf(second))).body.value).toEqual([{ id, '@removed': { reason: 'deleted' } }]);
  },
);

test('a delta query tells who was restored as somebody new, whatever it selects (D, Graph: delta query overview)', async () => {
  const { ask, deleted, person } = setup();
  const first = await ask('/users/delta?$select=displayName&$deltatoken=latest');
  await deleted(`/users/${person?.id}`);
  const second = await ask(linkOf(first));
  await ask(`POST ${bin}/${person?.id}/restore`);
  expect((await ask(linkOf(second))).body.value).toEqual([
    { id: person?.id, displayName: person?.displayName },
  ]);
});

test('a delta query tells a restored group with all of its members (D, Graph: delta query overview)', async () => {
  const { ask, deleted, tenant } = setup();
  const memberIds = tenant.users.slice(0, 250).map(({ id }) => id);
  const empty = tenant.group(groupIds.empty);
  if (empty) tenant.save({ groups: [{ ...empty, memberIds }] });
  const first = await ask('/groups/delta?$select=displayName,members&$deltatoken=latest');
  await deleted(`/groups/${groupIds.empty}`);
  const second = await ask(linkOf(first));
  await ask(`POST ${bin}/${groupIds.empty}/restore`);
  const [item] = (await ask(linkOf(second))).body.value ?? [];
  expect((item?.['members@delta'] as { id: string }[]).map(({ id }) => id)).toEqual(memberIds);
});

test.each<[string, AskOptions]>([
  ['a License Administrator', { as: 'license-admin' }],
  ['a Groups Administrator', { as: 'groups-admin' }],
  ['a caller without a scope for people', { scopes: ['User.Read', 'User.Read.All', 'Group.ReadWrite.All'] }],
])('%s neither restores nor purges a person (D, Graph: restore deletedItem)', async (_who, options) => {
  const { ask, deleted, person } = setup();
  await deleted(`/users/${person?.id}`);
  for (const line of [`POST ${bin}/${person?.id}/restore`, `DELETE ${bin}/${person?.id}`])
    expect((await ask(line, options)).body.error?.code).toBe('Authorization_RequestDenied');
});

test('a deleted group is not shown to who may read people alone (D, Graph: permissions reference)', async () => {
  const { ask, deleted } = setup();
  await deleted(`/groups/${groupIds.empty}`);
  const options = { scopes: ['User.Read.All'] };
  expect((await ask(`${bin}/${groupIds.empty}`, options)).status).toBe(403);
  expect((await ask(`${bin}/microsoft.graph.group`, options)).status).toBe(403);
});

test('the audit log has its names for restoring and purging (D, Entra: audit activity reference)', async () => {
  const { ask, clock, tenant } = openOwnEmulator();
  const person = tenant.users[60];
  tenant.audits.arrivalDelayInMs = 0;
  const lines = [
    `DELETE /users/${person?.id}`,
    `POST ${bin}/${person?.id}/restore`,
    `DELETE /users/${person?.id}`,
    `DELETE ${bin}/${person?.id}`,
  ];
  for (const line of lines) await ask(line, { scopes });
  const activities = tenant.audits.readable(clock.time).map(({ activity }) => activity);
  expect(activities.filter((activity) => activity.endsWith(' user'))).toEqual([
    'Hard Delete user',
    'Delete user',
    'Restore user',
    'Delete user',
  ]);
});
