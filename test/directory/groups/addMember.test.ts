import { answer } from '../../http/answers';
import { guid } from '../fakeGraph';
import type { FakeGroupOptions } from './fakeGroup';
import { fakeGroup, noConnection } from './fakeGroup';

const done = { kind: 'done' };
const noChange = { kind: 'skipped', reason: 'no-change' };
const range = (length: number, from = 1): number[] => Array.from({ length }, (_, index) => from + index);

function setup(options: FakeGroupOptions = {}) {
  const group = fakeGroup(options);
  const add = (ids: readonly number[], signal?: AbortSignal) =>
    Promise.all(ids.map((id) => group.directory.addMember(group.groupId, guid(id), signal)));
  return { ...group, add };
}

test('calls made at the same time travel twenty a request', async () => {
  const { add, additions, members, reads, sent, groupId } = setup();
  await expect(add(range(45))).resolves.toEqual(range(45).map(() => done));
  expect(additions()).toEqual([20, 20, 5]);
  expect(members()).toEqual(range(45));
  expect(reads()).toBe(0);
  expect(sent[0]).toMatchObject({
    method: 'PATCH',
    url: `https://graph.microsoft.com/v1.0/groups/${groupId}`,
    scopes: ['GroupMember.ReadWrite.All'],
  });
  expect(JSON.parse(sent[2]?.body ?? '')).toMatchObject({
    'members@odata.bind': range(5, 41).map(
      (id) => `https://graph.microsoft.com/v1.0/directoryObjects/${guid(id)}`,
    ),
  });
});

test('one bad id among twenty is found by halving: nineteen are added and one is reported', async () => {
  const { add, additions, members } = setup({ people: range(19) });
  const outcomes = await add(range(20));
  expect(outcomes).toEqual([
    ...range(19).map(() => done),
    { kind: 'failed', reason: 'principal-not-found', requestId: 'r-1' },
  ]);
  expect(members()).toEqual(range(19));
  expect(additions()).toEqual([20, 10, 10, 5, 5, 3, 2, 1, 1]);
});

test('members of before are set aside by one reading, and the others are added by one request more', async () => {
  const { add, additions, reads } = setup({ members: [3, 7] });
  const outcomes = await add(range(20));
  expect(outcomes.map(({ kind }) => kind).filter((kind) => kind === 'done')).toHaveLength(18);
  expect([outcomes[2], outcomes[6]]).toEqual([noChange, noChange]);
  expect(additions()).toEqual([20, 18]);
  expect(reads()).toBe(20);
});

test('members whom no reading shows yet are found by halving', async () => {
  const { add, members } = setup({ areReadsCurrent: false });
  await add([4]);
  const outcomes = await add(range(5));
  expect(outcomes).toEqual([done, done, done, noChange, done]);
  expect(members()).toEqual(range(5));
});

test('a person named twice is added once', async () => {
  const { add, members } = setup();
  const outcomes = await add([1]);
  await expect(add([1])).resolves.toEqual([noChange]);
  expect(outcomes).toEqual([done]);
  expect(members()).toEqual([1]);
});

test('an answer that is lost after the effect is settled by reading', async () => {
  const { add, additions } = setup({ faults: ['lost-after'] });
  await expect(add(range(20))).resolves.toEqual(range(20).map(() => done));
  expect(additions()).toEqual([20]);
});

test('an answer that is lost before the effect is sent again after a wait', async () => {
  const { add, additions, clock } = setup({ faults: ['lost-before', 'lost-before'] });
  await expect(add(range(20))).resolves.toEqual(range(20).map(() => done));
  expect(additions()).toEqual([20, 20, 20]);
  expect(clock.waits).toEqual(expect.arrayContaining([500, 1_000]));
});

test('a lost addition that no reading shows yet ends as done when it is refused as repeated', async () => {
  const { add, members } = setup({ faults: ['lost-after'], areReadsCurrent: false });
  await expect(add(range(3))).resolves.toEqual([done, done, done]);
  expect(members()).toEqual(range(3));
});

test('a lost addition of people of whom one was a member tells that one apart', async () => {
  const { add } = setup({ members: [2], faults: ['lost-before'] });
  await expect(add(range(3))).resolves.toEqual([done, noChange, done]);
});

test('who cannot be added or read in six tries is of unknown outcome', async () => {
  const { add, additions } = setup({
    faults: Array.from({ length: 6 }, () => 'lost-before' as const),
    readFault: () => answer(500),
  });
  const unknown = { kind: 'failed', reason: 'outcome-unknown', requestId: 'r-1' };
  await expect(add([1, 2])).resolves.toEqual([unknown, unknown]);
  expect(additions()).toEqual([2, 2, 2, 2, 2, 2]);
});

test('a conflict is tried again, six times in all', async () => {
  const { add } = setup({ faults: Array.from({ length: 11 }, () => 'conflict' as const) });
  await expect(add([1])).resolves.toEqual([
    { kind: 'failed', reason: 'concurrent-change', requestId: 'r-1' },
  ]);
  await expect(add([1])).resolves.toEqual([done]);
});

test('a group that is unknown at first is waited for, and one that stays so stops the work', async () => {
  const { add } = setup({ faults: Array.from({ length: 7 }, () => 'unknown-group' as const) });
  await expect(add(range(5))).rejects.toMatchObject({ code: 'not-found' });
  await expect(add(range(5))).resolves.toEqual(range(5).map(() => done));
});

test('a refusal without a known reason is told for whom it concerns, once a reading says no more', async () => {
  const { add } = setup({ faults: ['odd'] });
  await expect(add([1])).resolves.toEqual([
    {
      kind: 'failed',
      reason: 'refused',
      requestId: 'r-1',
      serviceMessage: 'No.',
    },
  ]);
});

test('a refusal of the session rejects for everybody in the request', async () => {
  const { add } = setup({ faults: ['forbidden'] });
  const ends = await Promise.allSettled(range(3).map((id) => add([id])));
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});

test('half a set that was added stays added where the other half is refused for the session', async () => {
  const { add, members } = setup({ people: [1, 2, 4], faults: [undefined, undefined, 'forbidden'] });
  const ends = await Promise.allSettled(range(4).map((id) => add([id])));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(members()).toEqual([1, 2]);
});

test('a connection that is gone for reading too rejects, so that the work can go on later', async () => {
  const { add } = setup({ faults: ['lost-before'], readFault: noConnection });
  await expect(add([1])).rejects.toMatchObject({ code: 'offline' });
});

test('what was not sent is called off, and what has been sent ends as it ends', async () => {
  const { add, members, additions } = setup();
  const stop = new AbortController();
  const first = add([1], stop.signal);
  await first;
  stop.abort();
  await expect(add([2], stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
  await expect(add([3])).resolves.toEqual([done]);
  expect(members()).toEqual([1, 3]);
  expect(additions()).toEqual([1, 1]);
});

test('an addition that was lost is not called off but of unknown outcome', async () => {
  const stop = new AbortController();
  const { add } = setup({
    faults: ['lost-before'],
    readFault: () => {
      stop.abort();
      return answer(200, { value: [] });
    },
  });
  await expect(add([1], stop.signal)).resolves.toEqual([{ kind: 'failed', reason: 'outcome-unknown' }]);
});

test('what is no object id is nobody, and is not asked for', async () => {
  const { directory, groupId, sent } = setup();
  await expect(directory.addMember(groupId, '../me')).resolves.toEqual({
    kind: 'failed',
    reason: 'principal-not-found',
  });
  expect(sent).toEqual([]);
});
