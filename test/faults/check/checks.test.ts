import type { UserPrincipal } from '../../../src/base/principal';
import { openStory } from '../openStory';
import { finishStory } from '../playScenario';
import type { Scenario, Story } from '../scenario';
import { runToRest, waitFor } from '../waitFor';
import type { Exchange, WireCall } from '../environment/exchange';
import { endow, leaveSeats, principalOf, product } from '../environment/people';
import { readRecord } from '../environment/readRecord';
import { appId } from '../environment/tokens';
import { checkIntents } from './checkIntents';
import { checkJournal } from './checkJournal';
import { checkGate, checkOverlaps } from './checkWire';

const scenario: Scenario = { row: 'check', name: 'nothing goes wrong', people: 20 };

/** Runs a plain job, tampers with the service afterwards, and gives what the checks say. */
function complaintsAfter(tamper: (story: Story) => void): Promise<readonly string[]> {
  const { world, begun } = openStory(scenario, 1);
  return world.clock.run(
    begun.then(async (story) => {
      await runToRest(story.page, story.jobId);
      tamper(story);
      return finishStory(scenario, story);
    }),
  );
}

const asApp = ({ world }: Story, work: () => void): void =>
  world.emulator.writes.during({ requestId: '', request: '', userId: '', appId }, work);

const first = ({ people }: Story): UserPrincipal => {
  const [person] = people;
  if (!person) throw new Error('a story without people');
  return person;
};

function call(path: string, answer: Partial<WireCall> = {}): WireCall {
  return { id: '1', method: 'POST', path, body: undefined, ...answer };
}

function exchange(
  departedAt: number,
  endedAt: number,
  followedFrom: number,
  calls: readonly WireCall[],
): Exchange {
  return { page: 'one/1', path: '/$batch', departedAt, endedAt, followedFrom, calls };
}

const person = '/users/a/assignLicense';
const other = '/users/b/assignLicense';

test('a story in which nothing goes wrong gives nothing to complain about', async () => {
  await expect(complaintsAfter(() => undefined)).resolves.toEqual([]);
});

test('a false success is seen', async () => {
  const complaints = await complaintsAfter((story) => {
    const row = story.world.tenant.user(first(story).id);
    if (row) story.world.tenant.save({ users: [{ ...row, licenses: [] }] });
  });
  expect(complaints).toEqual([expect.stringMatching('item 0: told .*done.*, truly false')]);
});

test('a change outside of the list is seen', async () => {
  const complaints = await complaintsAfter((story) => {
    const { tenant } = story.world;
    const ids = new Set(story.people.map(({ id }) => id));
    const stranger = tenant.users.find(({ id, licenses }) => !ids.has(id) && licenses.length === 0);
    if (stranger) asApp(story, () => endow(tenant, [principalOf(stranger)], product));
  });
  expect(complaints).toEqual([expect.stringMatching('outside of the list')]);
});

test('an effect that happens twice is seen', async () => {
  const complaints = await complaintsAfter((story) => {
    const row = story.world.tenant.user(first(story).id);
    const licenses = row?.licenses.map((source) => ({ ...source })) ?? [];
    if (row) asApp(story, () => story.world.tenant.save({ users: [{ ...row, licenses }] }));
  });
  expect(complaints).toContainEqual(expect.stringMatching('happened twice'));
});

test('a seat that nobody owns is seen', async () => {
  const complaints = await complaintsAfter((story) => {
    const { tenant } = story.world;
    const stranger = tenant.users.find(({ licenses }) => licenses.length === 0);
    leaveSeats(tenant, product, 0);
    if (stranger) endow(tenant, [principalOf(stranger)], product);
  });
  expect(complaints).toEqual([expect.stringMatching('-1 free seats')]);
});

test('a report that the journal does not bear out is seen', async () => {
  const { world, begun } = openStory(scenario, 1);
  const story = await world.clock.run(begun);
  const state = await world.clock.run(runToRest(story.page, story.jobId));
  const record = await readRecord(world.journal, story.jobId);
  if (!record) throw new Error('the journal lost the job');
  const shorter = { ...record, events: record.events.filter(({ kind }) => kind !== 'settled') };
  expect(checkJournal(state, record)).toEqual([]);
  expect(checkJournal(state, shorter)).toHaveLength(2 * story.people.length);
});

test('a change without an intent that was stored before is seen', async () => {
  const { world, begun } = openStory(scenario, 1);
  const story = await world.clock.run(begun);
  await world.clock.run(runToRest(story.page, story.jobId));
  await world.clock.run(waitFor(story.page, story.jobId, () => true));
  const record = await readRecord(world.journal, story.jobId);
  if (!record) throw new Error('the journal lost the job');
  const { durable, network } = world;
  expect(checkIntents(record, durable, network.exchanges)).toEqual([]);
  const late = durable.map((written) => ({ ...written, at: written.at + 1_000 }));
  expect(checkIntents(record, late, network.exchanges)).toHaveLength(story.people.length);
});

test('a change before the end of a Retry-After is seen, and one that had left already is none', () => {
  const answer = { status: 429, retryAfterInMs: 1_000 };
  const refused = exchange(0, 100, 2, [call(person, { ...answer, isOfWrites: true })]);
  const meanwhile = exchange(50, 150, 2, [call(other)]);
  expect(checkGate([refused, meanwhile, exchange(1_100, 1_200, 3, [call(other)])])).toEqual([]);
  expect(checkGate([refused, meanwhile, exchange(1_099, 1_200, 3, [call(other)])])).toHaveLength(1);
  const stray = exchange(0, 100, 1, [call(person, answer)]);
  expect(checkGate([stray, exchange(1_099, 1_200, 2, [call(other)])])).toEqual([]);
  expect(checkGate([stray, exchange(1_099, 1_200, 2, [call(person)])])).toHaveLength(1);
});

test('two changes of one person at a time are seen', () => {
  const long = exchange(0, 100, 1, [call(person)]);
  expect(checkOverlaps([long, exchange(100, 200, 2, [call(person)])])).toEqual([]);
  expect(checkOverlaps([long, exchange(99, 200, 2, [call(person)])])).toHaveLength(1);
  expect(checkOverlaps([long, exchange(50, 200, 2, [call(other)])])).toEqual([]);
});
