import type { UserPrincipal } from '../../../src/base/principal';
import { openScenario } from '../openScenario';
import { checkRun } from '../runScenario';
import type { Scenario, ScenarioRun } from '../scenario';
import { runUntilIdle, waitFor } from '../waitFor';
import type { Exchange, WireCall } from '../environment/exchange';
import { grantLicenses, leaveSeats, principalOf, product } from '../environment/people';
import { readRecord } from '../environment/readRecord';
import { appId } from '../environment/tokens';
import { checkIntents } from './checkIntents';
import { checkJournal } from './checkJournal';
import { checkGate, checkOverlaps } from './checkWire';

const scenario: Scenario = { row: 'check', name: 'nothing goes wrong', people: 20 };

/** Runs a plain job, tampers with the service afterwards, and gives what the checks say. */
function complaintsAfter(tamper: (run: ScenarioRun) => void): Promise<readonly string[]> {
  const { environment, begun } = openScenario(scenario, 1);
  return environment.clock.run(
    begun.then(async (run) => {
      await runUntilIdle(run.page, run.jobId);
      tamper(run);
      return checkRun(scenario, run);
    }),
  );
}

const asApp = ({ environment }: ScenarioRun, work: () => void): void =>
  environment.emulator.writes.during({ requestId: '', request: '', userId: '', appId }, work);

const first = ({ people }: ScenarioRun): UserPrincipal => {
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
  const complaints = await complaintsAfter((run) => {
    const row = run.environment.tenant.user(first(run).id);
    if (row) run.environment.tenant.save({ users: [{ ...row, licenses: [] }] });
  });
  expect(complaints).toEqual([expect.stringMatching('item 0: reported .*done.*, in fact false')]);
});

test('a change outside of the list is seen', async () => {
  const complaints = await complaintsAfter((run) => {
    const { tenant } = run.environment;
    const ids = new Set(run.people.map(({ id }) => id));
    const stranger = tenant.users.find(({ id, licenses }) => !ids.has(id) && licenses.length === 0);
    if (stranger) asApp(run, () => grantLicenses(tenant, [principalOf(stranger)], product));
  });
  expect(complaints).toEqual([expect.stringMatching('outside of the list')]);
});

test('an effect that happens twice is seen', async () => {
  const complaints = await complaintsAfter((run) => {
    const row = run.environment.tenant.user(first(run).id);
    const licenses = row?.licenses.map((source) => ({ ...source })) ?? [];
    if (row) asApp(run, () => run.environment.tenant.save({ users: [{ ...row, licenses }] }));
  });
  expect(complaints).toContainEqual(expect.stringMatching('happened twice'));
});

test('a seat that nobody owns is seen', async () => {
  const complaints = await complaintsAfter((run) => {
    const { tenant } = run.environment;
    const stranger = tenant.users.find(({ licenses }) => licenses.length === 0);
    leaveSeats(tenant, product, 0);
    if (stranger) grantLicenses(tenant, [principalOf(stranger)], product);
  });
  expect(complaints).toEqual([expect.stringMatching('-1 free seats')]);
});

test('a report that the journal does not bear out is seen', async () => {
  const { environment, begun } = openScenario(scenario, 1);
  const run = await environment.clock.run(begun);
  const state = await environment.clock.run(runUntilIdle(run.page, run.jobId));
  const record = await readRecord(environment.journal, run.jobId);
  if (!record) throw new Error('the journal lost the job');
  const shorter = { ...record, events: record.events.filter(({ kind }) => kind !== 'settled') };
  expect(checkJournal(state, record)).toEqual([]);
  expect(checkJournal(state, shorter)).toHaveLength(2 * run.people.length);
});

test('a change without an intent that was stored before is seen', async () => {
  const { environment, begun } = openScenario(scenario, 1);
  const run = await environment.clock.run(begun);
  await environment.clock.run(runUntilIdle(run.page, run.jobId));
  await environment.clock.run(waitFor(run.page, run.jobId, () => true));
  const record = await readRecord(environment.journal, run.jobId);
  if (!record) throw new Error('the journal lost the job');
  const { durable, network } = environment;
  expect(checkIntents(record, durable, network.exchanges)).toEqual([]);
  const late = durable.map((written) => ({ ...written, at: written.at + 1_000 }));
  expect(checkIntents(record, late, network.exchanges)).toHaveLength(run.people.length);
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
