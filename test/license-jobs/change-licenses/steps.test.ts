import { AppError } from '../../../src/base/appError';
import { seededRandom } from '../../../src/base/random';
import { createJobs } from '../../../src/jobs/createJobs';
import { createMemoryJournal } from '../../../src/jobs/journal/createMemoryJournal';
import { createResumePolicy } from '../../../src/jobs/runner/createResumePolicy';
import { createMemoryChannel } from '../../../src/jobs/tabs/jobChannel';
import { createMemoryLocks } from '../../../src/jobs/tabs/jobLocks';
import { createChangeLicenses } from '../../../src/license-jobs/change-licenses/changeLicenses';
import { changesOf } from '../../../src/license-jobs/recent-changes/licenseChanges';
import { licenseJobSchema } from '../../../src/license-jobs/licenseJobSchema';
import type { LicenseJobSubject } from '../../../src/license-jobs/licenseJob';
import { toPlannedItem } from '../../../src/license-jobs/licenseJob';
import { license, refOf, user } from '../../licensing/support/samples';
import { createVirtualClock } from '../../support/virtualClock';
import { createStepService, type Trouble } from '../stepService';

const person = user(1);
const [before, after] = [refOf(901), refOf(902)];
const planOff = 'plan-off';
const held = license(before, planOff);
const give = `+${after.pool}`;
const take = `-${before.pool}`;
const giveBack = `+${before.pool}`;

/** A browser with one job that moves a person between two products of a door that gives and takes in two steps. */
async function openMove({ hasFreeSeat = false } = {}) {
  const service = createStepService(new Map([[person.id, [held]]]));
  service.hasFreeSeat = hasFreeSeat;
  const clock = createVirtualClock();
  const journal = createMemoryJournal();
  const locks = createMemoryLocks();
  const channel = createMemoryChannel();
  let ids = 0;
  const openTab = () => {
    const tabLocks = locks.tab();
    const jobs = createJobs({
      journal,
      schema: licenseJobSchema,
      operations: [createChangeLicenses({ licensing: service.licensing, timeForChanges: (count) => count })],
      locks: tabLocks,
      channel,
      owner: () => ({ tenantId: 'tenant', accountId: 'admin', name: 'Ada' }),
      clock,
      newId: () => `job-${(ids += 1)}`,
      resumePolicy: createResumePolicy({ clock, random: seededRandom(1) }),
    });
    return { jobs, close: () => tabLocks.close() };
  };
  type Jobs = ReturnType<typeof openTab>['jobs'];
  const subject: LicenseJobSubject = {
    kind: 'move',
    products: [
      { ...before, name: 'Old' },
      { ...after, name: 'New' },
    ],
  };
  const items = [toPlannedItem(person, { add: [license(after)], remove: [before] })];
  const first = openTab();
  const id = await first.jobs.plan({ operation: 'change-licenses', subject, items });
  /** Runs what is started until it is over, or for ten minutes. */
  const finish = async (jobs: Jobs, work: Promise<unknown>) => {
    await clock.run(Promise.race([work, clock.wait(1_000)]));
    await clock.run(clock.wait(600_000));
    return (await jobs.open(id)).state();
  };
  const start = (jobs: Jobs) => finish(jobs, jobs.start(id));
  /** Calls with this trouble once. */
  const disturb = (troubles: Readonly<Record<string, Trouble | readonly Trouble[]>>) => {
    const left = new Map(Object.entries(troubles).map(([call, each]) => [call, [each].flat()]));
    service.trouble = (call) => left.get(call)?.shift();
  };
  const steps = async () =>
    (await journal.readEvents(id, 0)).filter((event) => JSON.stringify(event).includes('"stepped"'));
  const holding = () => service.licenses.get(person.id);
  return { service, clock, first, openTab, id, start, finish, disturb, steps, holding };
}

const done = { done: 1 };

test('each step of a move is journaled with its assignment before the next is sent', async () => {
  const { first, holding, service, start, steps } = await openMove();
  let atGiving: ReturnType<typeof steps> | undefined;
  service.trouble = (call) => {
    if (call === give) atGiving = steps();
    return undefined;
  };
  const { counts, items } = await start(first.jobs);
  expect(counts).toMatchObject(done);
  expect(holding()).toEqual([license(after)]);
  expect(await atGiving).toHaveLength(1);
  expect(await steps()).toHaveLength(2);
  expect(items.at(0)?.steps).toEqual([
    { kind: 'taken', license: held, assignmentId: `of ${before.pool}` },
    { kind: 'given', license: license(after), assignmentId: `of ${after.pool}` },
  ]);
});

describe.each<readonly [string, Readonly<Record<string, Trouble>>]>([
  ['before the first step', { [take]: 'dies-before' }],
  ['after the first step, which was not journaled', { [take]: 'dies-after' }],
  ['between the steps', { [give]: 'dies-before' }],
  ['after the last step, which was not journaled', { [give]: 'dies-after' }],
])('a tab that dies %s', (_when, trouble) => {
  async function die() {
    const move = await openMove();
    move.disturb(trouble);
    await move.start(move.first.jobs);
    move.first.close();
    return { ...move, next: move.openTab() };
  }

  test('leaves a person who is gone on with, each step made once', async () => {
    const { next, start, holding, service } = await die();
    const { counts, status } = await start(next.jobs);
    expect({ status, counts }).toMatchObject({ status: 'finished', counts: done });
    expect(holding()).toEqual([license(after)]);
    expect(service.effects).toEqual([take, give]);
  });

  test('leaves a person who gets the license back if the new one can no longer be given', async () => {
    const { next, start, holding, disturb, service } = await die();
    const isGiven = service.effects.includes(give);
    disturb({ [give]: 'no-licenses-available' });
    const { items, counts } = await start(next.jobs);
    expect(counts).toMatchObject(isGiven ? done : { failed: 1 });
    expect(counts.halfDone ?? 0).toBe(0);
    if (!isGiven) expect(items.at(0)?.outcome).toEqual({ kind: 'failed', reason: 'no-licenses-available' });
    // With the apps that were off.
    expect(holding()).toEqual([isGiven ? license(after) : held]);
  });

  test('leaves nobody between two steps when the job is cancelled', async () => {
    const { next, finish, id, holding, service } = await die();
    const hasBegun = service.effects.length > 0;
    const { counts, status } = await finish(next.jobs, next.jobs.cancel(id));
    expect({ status, counts }).toMatchObject({
      status: 'finished',
      counts: hasBegun ? done : { cancelled: 1 },
    });
    expect(holding()).toEqual([hasBegun ? license(after) : held]);
  });
});

test('a person whose old license cannot be given back either is half done, and a retry gives what is missing', async () => {
  const { disturb, first, finish, holding, id, start } = await openMove();
  disturb({ [give]: 'no-licenses-available', [giveBack]: 'forbidden' });
  const { items, counts } = await start(first.jobs);
  expect(items.at(0)?.outcome).toEqual({
    kind: 'failed',
    reason: 'no-licenses-available',
    made: { given: [], taken: [before.pool] },
  });
  expect(counts).toMatchObject({ failed: 1, halfDone: 1 });
  expect(holding()).toEqual([]);
  const retried = await finish(first.jobs, first.jobs.retryFailed(id));
  expect(retried.counts).toMatchObject({ done: 1, failed: 0, halfDone: undefined });
  expect(holding()).toEqual([license(after)]);
});

test('a retry that fails again gives back what was taken', async () => {
  const { disturb, first, finish, holding, id, start } = await openMove();
  disturb({ [give]: ['no-licenses-available', 'no-licenses-available'], [giveBack]: 'forbidden' });
  await start(first.jobs);
  const { items, counts } = await finish(first.jobs, first.jobs.retryFailed(id));
  expect(items.at(0)?.outcome).toEqual({ kind: 'failed', reason: 'no-licenses-available' });
  expect(counts.halfDone ?? 0).toBe(0);
  expect(holding()).toEqual([held]);
});

test('an undo takes back just the part that was made, also after the job was read again', async () => {
  const { clock, disturb, first, holding, id, openTab, start } = await openMove();
  disturb({ [give]: 'no-licenses-available', [giveBack]: 'forbidden' });
  await start(first.jobs);
  first.close();
  const { jobs } = openTab();
  expect(await clock.run(jobs.previewUndo(id))).toMatchObject({ undone: 1, left: 0 });
  const undo = await clock.run(jobs.undo(id));
  await clock.run(jobs.start(undo));
  await clock.run(clock.wait(60_000));
  expect((await jobs.open(undo)).state().counts).toMatchObject(done);
  expect(holding()).toEqual([held]);
});

test('a person whose old license stays beside the new one is half done, and a retry takes it', async () => {
  const { disturb, first, finish, holding, id, service, start } = await openMove({ hasFreeSeat: true });
  disturb({ [take]: 'concurrent-change' });
  const { items } = await start(first.jobs);
  expect(items.at(0)?.outcome).toMatchObject({ made: { given: [after.pool], taken: [] } });
  expect(holding()).toEqual([held, license(after)]);
  const { counts } = await finish(first.jobs, first.jobs.retryFailed(id));
  expect(counts).toMatchObject(done);
  expect(service.effects).toEqual([give, take]);
});

describe.each<readonly [string, boolean, Readonly<Record<string, Trouble>>]>([
  ['given a license too many', true, { [take]: 'concurrent-change' }],
  ['left without a license', false, { [give]: 'no-licenses-available', [giveBack]: 'forbidden' }],
])('a person who was %s, and whom others gave back what was before', (_what, hasFreeSeat, trouble) => {
  async function setup() {
    const move = await openMove({ hasFreeSeat });
    move.disturb(trouble);
    expect((await move.start(move.first.jobs)).counts).toMatchObject({ halfDone: 1 });
    const retry = () => move.finish(move.first.jobs, move.first.jobs.retryFailed(move.id));
    const repair = () => void move.service.licenses.set(person.id, [held]);
    return { ...move, retry, repair };
  }

  test('is moved as a whole by a retry', async () => {
    const { repair, retry, holding } = await setup();
    repair();
    expect((await retry()).counts).toMatchObject({ done: 1, halfDone: undefined });
    expect(holding()).toEqual([license(after)]);
  });

  test('is not half done where that retry fails', async () => {
    const { disturb, repair, retry, holding } = await setup();
    repair();
    disturb({ [give]: 'no-licenses-available' });
    const { items } = await retry();
    expect(items.at(0)?.outcome).toEqual({ kind: 'failed', reason: 'no-licenses-available' });
    expect(holding()).toEqual([held]);
  });

  test('is left alone by a retry after an undo', async () => {
    const { clock, first, retry, holding, id, service } = await setup();
    const undo = await clock.run(first.jobs.undo(id));
    await clock.run(first.jobs.start(undo));
    await clock.run(clock.wait(60_000));
    expect(holding()).toEqual([held]);
    const { length } = service.effects;
    expect((await retry()).counts).toMatchObject({ failed: 1, halfDone: 1 });
    expect(service.effects).toHaveLength(length);
  });
});

test('a pause between two steps leaves the person started, and not waiting as if nothing was sent', async () => {
  const { first, finish, id, holding, service, start } = await openMove();
  let pausing: Promise<unknown> = Promise.resolve();
  service.trouble = (call) => {
    if (call === take) pausing = first.jobs.pause(id);
    return undefined;
  };
  const { status, items } = await start(first.jobs);
  await pausing;
  expect({ status, progress: items.at(0)?.progress }).toEqual({ status: 'paused', progress: 'started' });
  const { counts } = await finish(first.jobs, first.jobs.start(id));
  expect(counts).toMatchObject(done);
  expect(holding()).toEqual([license(after)]);
});

test('a session that ends between two steps stops the job, and the person is gone on with afterwards', async () => {
  const { disturb, first, finish, holding, id, start } = await openMove();
  disturb({ [give]: new AppError('sign-in-needed') });
  const { status, items } = await start(first.jobs);
  expect({ status, progress: items.at(0)?.progress }).toEqual({ status: 'paused', progress: 'started' });
  const { counts } = await finish(first.jobs, first.jobs.start(id));
  expect(counts).toMatchObject(done);
  expect(holding()).toEqual([license(after)]);
});

test('of a half-done change readings are corrected by the part that was made', async () => {
  const { disturb, first, start } = await openMove();
  disturb({ [give]: 'no-licenses-available', [giveBack]: 'forbidden' });
  const state = await start(first.jobs);
  expect(changesOf(state).changes).toMatchObject([{ ...before, disabledPlanIds: undefined, seats: -1 }]);
});
