import { answer } from '../../http/answers';
import { guid } from '../fakeGraph';
import type { FakeGroupOptions } from './fakeGroup';
import { fakeGroup, noConnection } from './fakeGroup';

function setup(options: FakeGroupOptions = {}) {
  const group = fakeGroup({ members: [1, 2], ...options });
  const remove = (id: number, signal?: AbortSignal) =>
    group.directory.removeMember(group.groupId, guid(id), signal);
  return { ...group, remove };
}

test('a member is taken out by one request', async () => {
  const { remove, members, sent, groupId } = setup();
  await expect(remove(1)).resolves.toEqual({ kind: 'done' });
  expect(members()).toEqual([2]);
  expect(sent).toMatchObject([
    {
      method: 'DELETE',
      url: `https://graph.microsoft.com/v1.0/groups/${groupId}/members/${guid(1)}/$ref`,
      scopes: ['GroupMember.ReadWrite.All'],
    },
  ]);
});

test('who is no member is skipped, and who does not exist is reported', async () => {
  const { remove } = setup({ people: [1, 2, 3] });
  await expect(remove(3)).resolves.toEqual({ kind: 'skipped', reason: 'no-change' });
  await expect(remove(4)).resolves.toEqual({
    kind: 'failed',
    reason: 'principal-not-found',
    requestId: 'r-1',
  });
});

test.each(['lost-before', 'lost-after', 'conflict'] as const)('%s ends as done', async (fault) => {
  const { remove, members } = setup({ faults: [fault] });
  await expect(remove(1)).resolves.toEqual({ kind: 'done' });
  expect(members()).toEqual([2]);
});

test('a lost removal that no reading shows yet ends as done when there is nothing left to remove', async () => {
  const { remove } = setup({ faults: ['lost-after'], areReadsCurrent: false });
  await expect(remove(1)).resolves.toEqual({ kind: 'done' });
});

test('a removal that is lost six times and cannot be read is of unknown outcome', async () => {
  const { remove } = setup({
    faults: Array.from({ length: 6 }, () => 'lost-before' as const),
    readFault: () => answer(500),
  });
  await expect(remove(1)).resolves.toEqual({
    kind: 'failed',
    reason: 'outcome-unknown',
    requestId: 'r-1',
  });
});

test('a refusal without a known reason is told', async () => {
  const { remove } = setup({ faults: ['odd'] });
  await expect(remove(1)).resolves.toEqual({
    kind: 'failed',
    reason: 'refused',
    requestId: 'r-1',
    serviceMessage: 'No.',
  });
});

test('what concerns the session rejects', async () => {
  await expect(setup({ faults: ['forbidden'] }).remove(1)).rejects.toMatchObject({ code: 'forbidden' });
  const { remove } = setup({ faults: ['lost-before'], readFault: noConnection });
  await expect(remove(1)).rejects.toMatchObject({ code: 'offline' });
});

test('a removal that waits out another change can be called off', async () => {
  const stop = new AbortController();
  const { remove, members } = setup({ faults: ['conflict'], onWrite: () => stop.abort() });
  await expect(remove(1, stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
  expect(members()).toEqual([1, 2]);
});
