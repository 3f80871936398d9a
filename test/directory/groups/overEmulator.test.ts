import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { DirectoryWorldOptions } from '../openDirectoryWorld';
import { openDirectoryWorld } from '../openDirectoryWorld';

const newGroup = { name: 'Holders', mailNickname: 'job-1', description: '' };

function setup(options: DirectoryWorldOptions = {}) {
  const world = openDirectoryWorld(options);
  const { clock, directory, tenant } = world;
  const add = (groupId: string, ids: readonly string[]) =>
    clock.run(Promise.all(ids.map((id) => directory.addMember(groupId, id))));
  return { ...world, add, ids: (count: number) => tenant.users.slice(0, count).map(({ id }) => id) };
}

test('a group is made, filled, found again and emptied', async () => {
  const { add, clock, directory, ids, items, members, unserved } = setup();
  const { id } = await clock.run(directory.ensureGroup(newGroup));
  await expect(clock.run(directory.ensureGroup(newGroup))).resolves.toMatchObject({ id });
  const people = ids(90);
  await expect(add(id, people)).resolves.toEqual(people.map(() => ({ kind: 'done' })));
  expect(items().filter((item) => item.startsWith('PATCH'))).toHaveLength(5);
  expect(members(id)).toEqual(new Set(people));
  await expect(clock.run(directory.findMembers(id, ids(120)))).resolves.toEqual(new Set(people));
  const gone = await clock.run(
    Promise.all(people.slice(0, 30).map((person) => directory.removeMember(id, person))),
  );
  expect(gone.every(({ kind }) => kind === 'done')).toBe(true);
  expect(members(id)).toEqual(new Set(people.slice(30)));
  expect(unserved).toEqual([]);
});

test('members of a large group are found by filters that the service takes', async () => {
  const { clock, directory, tenant, items } = setup({ users: 2_500 });
  const id = tenant.groups.find(({ memberIds }) => memberIds.length > 1_000)?.id ?? '';
  const people = tenant.users.slice(0, 21).map((user) => user.id);
  const inside = new Set(tenant.group(id)?.memberIds);
  const found = await clock.run(directory.findMembers(id, people));
  expect(found).toEqual(new Set(people.filter((person) => inside.has(person))));
  expect(items().filter((item) => item.endsWith('microsoft.graph.user'))).toHaveLength(2);
});

test('one who does not exist and one who is a member are told apart from those who are added', async () => {
  const { add, ids, members } = setup();
  const [member, ...others] = ids(19);
  await add(groupIds.empty, [member ?? '']);
  const unknownId = '11111111-2222-4333-8444-555555555555';
  const outcomes = await add(groupIds.empty, [...others, unknownId, member ?? '']);
  expect(outcomes.slice(0, 18)).toEqual(others.map(() => ({ kind: 'done' })));
  expect(outcomes.slice(18)).toMatchObject([
    { kind: 'failed', reason: 'principal-not-found' },
    { kind: 'skipped', reason: 'no-change' },
  ]);
  expect(members(groupIds.empty)).toEqual(new Set(ids(19)));
});

test.each<FaultKind>([
  'throttle',
  'throttle-without-retry-after',
  'unavailable',
  'server-error',
  'bad-gateway-html',
  'gateway-timeout',
  'lost-request',
  'lost-answer',
  'hang',
  'hang-after-effect',
  'concurrency',
  'concurrency-400',
  'precondition-failed',
  'error-in-ok',
  'html-in-ok',
])('a quarter of the requests hit by %s loses unknownId and reports unknownId wrongly', async (kind) => {
  for (let seed = 1; seed <= 3; seed += 1) {
    const faults = [{ kind, rate: 0.25, seed, pathPattern: 'PATCH /groups/*' }];
    const { add, emulator, ids, members } = setup({ users: 210, faults, seed });
    const people = ids(200);
    const outcomes = await add(groupIds.empty, people);
    expect({ seed, outcomes }).toEqual({ seed, outcomes: people.map(() => ({ kind: 'done' })) });
    expect(members(groupIds.empty)).toEqual(new Set(people));
    const added = emulator.writes.entries().flatMap(({ effects }) => effects);
    expect(added.filter(({ what }) => what === 'member-added')).toHaveLength(200);
  }
});

test('lost answers are told truly although readings are five minutes late', async () => {
  const faults = [{ kind: 'lost-answer', rate: 0.3, seed: 4, pathPattern: 'PATCH /groups/*' } as const];
  const lag = { readsInMs: 300_000, indexInMs: 300_000 };
  const { add, ids, members } = setup({ faults, lag });
  const people = ids(100);
  await expect(add(groupIds.empty, people)).resolves.toEqual(people.map(() => ({ kind: 'done' })));
  expect(members(groupIds.empty)).toEqual(new Set(people));
});

test('whole batches that are lost on the way there or back lose unknownId', async () => {
  const faults = [
    { kind: 'cut-json', rate: 0.2, seed: 2 },
    { kind: 'batch-one-missing', rate: 0.2, seed: 3 },
    { kind: 'batch-without-responses', rate: 0.1, seed: 5 },
  ] as const;
  const { add, ids, members } = setup({ faults });
  const people = ids(300);
  await expect(add(groupIds.empty, people)).resolves.toEqual(people.map(() => ({ kind: 'done' })));
  expect(members(groupIds.empty)).toEqual(new Set(people));
});

test.each([
  ['dynamic', groupIds.sweden],
  ['synchronized', groupIds.printers],
  ['mail-enabled', groupIds.newsletter],
])('a %s group takes unknownId, and that is told', async (_kind, groupId) => {
  const { add, tenant, members } = setup();
  const strangers = tenant.users.map(({ id }) => id).filter((id) => !members(groupId).has(id));
  const ends = await Promise.allSettled([add(groupId, strangers.slice(0, 2))]);
  const isReported = ends.every(
    (end) => end.status === 'rejected' || end.value.every(({ kind }) => kind === 'failed'),
  );
  expect(isReported).toBe(true);
});
