import { AppError } from '../../src/base/appError';
import type { Outcome } from '../../src/base/outcome';
import type { JobItem } from '../../src/jobs/job';
import { recordLog } from '../base/recordLog';
import {
  ended,
  fault,
  openWorld,
  planFor,
  type GiveJobs,
  type TabOptions,
  type World,
} from './support/world';
import type { Code, Input } from './support/service';

/** A job of so many people in a fresh world, planned and not started. */
async function setup(count: number, options: TabOptions = {}) {
  const world = openWorld();
  const tab = world.openTab(options);
  const id = await world.clock.run(tab.jobs.plan(planFor(count)));
  const view = await world.clock.run(tab.jobs.open(id));
  const finish = () => world.clock.run(tab.jobs.start(id).then(() => ended(tab.jobs, id)));
  return { world, ...tab, id, view, finish };
}

const outcomes = (items: Iterable<JobItem<Input, Code>>) =>
  [...items].map(({ outcome, progress }) => outcome?.kind ?? progress);

const passing = (world: World, ms: number) => world.clock.run(world.clock.wait(ms));

const summary = (jobs: GiveJobs) =>
  jobs.list().map(({ header, status, runner }) => [header.id, status, runner]);

test('a job runs every item to its outcome and is finished', async () => {
  const { world, id, jobs, view, finish } = await setup(23);
  expect(view.state()).toMatchObject({ status: 'planned', counts: { waiting: 23 } });
  await finish();
  expect(view.state()).toMatchObject({ status: 'finished', counts: { waiting: 0, started: 0, done: 23 } });
  expect(world.service.effects).toHaveLength(23);
  expect(world.service.maxInFlight).toBe(4);
  await passing(world, 200);
  expect(summary(jobs)).toEqual([[id, 'finished', 'nobody']]);
});

test('nothing is sent before its intent and its before are in the journal, however slow that is', async () => {
  const world = openWorld();
  const { jobs } = world.openTab({ beforeWrite: () => world.clock.wait(70) });
  const id = await world.clock.run(jobs.plan(planFor(12)));
  const view = await world.clock.run(jobs.open(id));
  const sentAt: number[] = [];
  world.service.trouble = (_input, when) => void (when === 'before' && sentAt.push(world.clock.now()));
  const intendedAt: number[] = [];
  const read = async (): Promise<void> => {
    while (view.state().status !== 'finished') {
      const events = await world.readEvents(id);
      const intended = events.flatMap((event) => (event.kind === 'intended' ? event.items : [])).length;
      while (intendedAt.length < intended) intendedAt.push(world.clock.now());
      await world.clock.wait(1);
    }
  };
  await world.clock.run(jobs.start(id).then(read));
  expect(sentAt).toHaveLength(12);
  // A call arrives 100 ms after it was sent.
  sentAt.forEach((at, index) => expect(at - 100).toBeGreaterThanOrEqual((intendedAt[index] ?? Infinity) - 1));
  expect(view.state().items.at(3)?.before).toEqual({ held: false });
});

test('what the check settles is not sent', async () => {
  const { world, view, finish } = await setup(3);
  world.service.holders.add('p1');
  await finish();
  expect(outcomes(view.state().items)).toEqual(['done', 'skipped', 'done']);
  expect(world.service.calls).toEqual(['p0', 'p2']);
});

test('a job that is finished writes nothing when it is started again', async () => {
  const { world, jobs, id, finish } = await setup(3);
  await finish();
  const events = (await world.journal.readEvents(id, 0)).length;
  await world.clock.run(jobs.start(id));
  expect(world.service.calls).toHaveLength(3);
  expect(await world.journal.readEvents(id, 0)).toHaveLength(events);
});

test('a pause waits for what was sent and starts nothing further; a start goes on', async () => {
  const { world, jobs, id, view, finish } = await setup(20);
  await world.clock.run(jobs.start(id));
  await passing(world, 120);
  await world.clock.run(jobs.pause(id));
  expect(view.state()).toMatchObject({
    status: 'paused',
    pause: { kind: 'asked' },
    counts: { done: 4, started: 0, waiting: 16 },
  });
  expect(world.service.calls).toHaveLength(4);
  await finish();
  expect(view.state().counts.done).toBe(20);
  expect(world.service.calls).toHaveLength(20);
});

test('a cancel waits for what was sent and cancels the rest; again is harmless', async () => {
  const { world, jobs, id, view } = await setup(20);
  await world.clock.run(jobs.start(id));
  await passing(world, 120);
  const both = Promise.all([jobs.cancel(id), jobs.cancel(id)]);
  expect(view.state()).toMatchObject({ status: 'cancelling', counts: { waiting: 0 } });
  await world.clock.run(both);
  await world.clock.run(jobs.cancel(id));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 4, cancelled: 16, started: 0 } });
  expect(world.service.calls).toHaveLength(4);
});

test('a job is cancelled where it was only planned, and where it rests', async () => {
  const planned = await setup(3);
  await planned.world.clock.run(planned.jobs.cancel(planned.id));
  expect(planned.view.state()).toMatchObject({
    status: 'finished',
    counts: { cancelled: 3 },
    startedAt: undefined,
  });
  expect(planned.world.service.calls).toEqual([]);

  const paused = await setup(9);
  await paused.world.clock.run(paused.jobs.start(paused.id));
  await passing(paused.world, 120);
  await paused.world.clock.run(paused.jobs.pause(paused.id));
  await paused.world.clock.run(paused.jobs.cancel(paused.id));
  expect(paused.view.state()).toMatchObject({ status: 'finished', counts: { cancelled: 5, done: 4 } });
});

test('a lost answer stops the job; the item is checked, not sent, when the job goes on', async () => {
  const { world, view, finish, jobs, id } = await setup(6);
  let isLost = true;
  world.service.trouble = ({ person }, when) =>
    isLost && person === 'p2' && when === 'after' ? fault('unexpected-answer') : undefined;
  await finish();
  expect(view.state()).toMatchObject({
    status: 'paused',
    pause: { kind: 'stopped', code: 'unexpected-answer', goesOnByItself: false },
    counts: { started: 1 },
  });
  isLost = false;
  await finish();
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 6 } });
  expect(world.service.calls).toHaveLength(6);
  expect(view.state().items.at(2)?.before).toEqual({ held: false });
  expect(jobs.list()[0]?.header.id).toBe(id);
});

test('what was refused untouched waits again, and is cancelled without being looked at', async () => {
  const { world, view, finish, jobs, id } = await setup(6);
  world.service.trouble = ({ person }, when) =>
    person === 'p2' && when === 'before' ? fault('throttled', 86_400_000) : undefined;
  await world.clock.run(jobs.start(id));
  await passing(world, 2_000);
  expect(view.state()).toMatchObject({ status: 'paused', counts: { started: 0, waiting: 3 } });
  await world.clock.run(jobs.cancel(id));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 3, cancelled: 3 } });
  await finish();
});

test('a cancelled job reads how the items ended whose answer was lost', async () => {
  const { world, view, finish, jobs, id } = await setup(8);
  world.service.trouble = ({ person }, when) => {
    if (person === 'p1' && when === 'after') return fault('unexpected-answer');
    return person === 'p2' && when === 'before' ? fault('unexpected-answer') : undefined;
  };
  await finish();
  expect(view.state().counts).toMatchObject({ started: 2, done: 2 });
  await world.clock.run(jobs.cancel(id));
  expect(outcomes(view.state().items).slice(0, 4)).toEqual(['done', 'done', 'cancelled', 'done']);
  expect(view.state()).toMatchObject({ status: 'finished', counts: { cancelled: 5, done: 3 } });
});

test('without a connection the job goes on by itself as soon as there is one', async () => {
  const tell = new Set<() => void>();
  const { world, view, finish, jobs, id } = await setup(8, {
    onOnline: (listener) => {
      tell.add(listener);
      return () => tell.delete(listener);
    },
  });
  let isOffline = true;
  world.service.trouble = () => (isOffline ? fault('offline') : undefined);
  await finish();
  expect(view.state()).toMatchObject({ pause: { kind: 'stopped', code: 'offline', goesOnByItself: true } });
  expect(view.runner()).toBe('here');
  isOffline = false;
  const at = world.clock.now();
  tell.forEach((listener) => listener());
  await world.clock.run(ended(jobs, id));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 8 } });
  expect(world.clock.now() - at).toBeLessThan(2_000);
});

test('a service that breaks again and again is waited for as long as there is progress', async () => {
  const { world, view, jobs, id } = await setup(30, { operation: { concurrency: 1 } });
  const broken = new Set<string>();
  world.service.trouble = ({ person }) => {
    if (broken.has(person)) return undefined;
    broken.add(person);
    return fault('service-unavailable');
  };
  await world.clock.run(jobs.start(id));
  await passing(world, 3_600_000);
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 30 } });
});

test('an item that may have been sent stays one, also when a later try sent nothing', async () => {
  let lags = true;
  const { world, view, finish, jobs, id } = await setup(1, {
    operation: {
      precheck: ([item]) => {
        const isSeen = !lags && world.service.holders.has('p0');
        if (!isSeen) return Promise.resolve([{ kind: 'run', before: { held: isSeen } }]);
        const reports = item?.wasStarted
          ? ({ kind: 'done' } as const)
          : ({ kind: 'skipped', reason: 'already' } as const);
        return Promise.resolve([{ kind: 'settled', outcome: reports }]);
      },
    },
  });
  world.service.trouble = (_input, when) => (when === 'after' ? fault('unexpected-answer') : undefined);
  await finish();
  world.service.trouble = (_input, when) => (when === 'before' ? fault('cancelled') : undefined);
  await finish();
  expect(view.state()).toMatchObject({ status: 'paused', counts: { started: 1 } });
  lags = false;
  await world.clock.run(jobs.cancel(id));
  expect(outcomes(view.state().items)).toEqual(['done']);
});

test.each(['start', 'cancel'] as const)(
  'whoever asks to %s in the moment in which a job comes to rest is calls',
  async (wish) => {
    const world = openWorld();
    const { jobs } = world.openTab({ beforeWrite: () => world.clock.wait(50) });
    const id = await world.clock.run(jobs.plan(planFor(8)));
    const view = await world.clock.run(jobs.open(id));
    let isRefused = true;
    world.service.trouble = () => (isRefused ? fault('forbidden') : undefined);
    await world.clock.run(jobs.start(id));
    while (view.state().status !== 'paused') await passing(world, 1);
    expect(view.runner()).toBe('here');
    isRefused = false;
    await world.clock.run(jobs[wish](id));
    await passing(world, 5_000);
    const { status, counts } = view.state();
    expect([status, counts.done, counts.cancelled]).toEqual(
      wish === 'start' ? ['finished', 8, 0] : ['finished', 0, 8],
    );
  },
);

test('a job that is throttled for long says until when, and can be woken, paused and cancelled meanwhile', async () => {
  const { world, view, finish, jobs, id } = await setup(3);
  world.service.trouble = () => fault('throttled', 3_600_000);
  await finish();
  const { pause } = view.state();
  expect(pause).toMatchObject({ kind: 'stopped', code: 'throttled', goesOnByItself: true });
  const goesOnAt = pause?.kind === 'stopped' ? (pause.goesOnAt ?? 0) : 0;
  expect(goesOnAt - world.clock.now()).toBeGreaterThan(3_590_000);

  await world.clock.run(jobs.start(id));
  await passing(world, 2_000);
  expect(view.state().pause).toMatchObject({ code: 'throttled' });
  await world.clock.run(jobs.pause(id));
  expect(view.state()).toMatchObject({ status: 'paused', pause: { kind: 'asked' } });
  expect(view.runner()).toBe('nobody');
  world.service.trouble = () => undefined;
  await finish();
  expect(view.state().counts.done).toBe(3);
});

test('another account stops the job before anything more is sent', async () => {
  let accountId = 'admin';
  const { world, view, finish, jobs, id } = await setup(20, {
    owner: () => ({ tenantId: 'tenant', accountId, name: undefined }),
  });
  await world.clock.run(jobs.start(id));
  accountId = 'other';
  await passing(world, 2_000);
  expect(view.state()).toMatchObject({
    pause: { kind: 'stopped', code: 'account-changed', goesOnByItself: false },
  });
  await expect(world.clock.run(jobs.start(id))).rejects.toMatchObject({ code: 'account-changed' });
  accountId = 'admin';
  await finish();
  expect(view.state().counts.done).toBe(20);
  expect(world.service.calls).toHaveLength(20);
});

test('an outcome that halts lets the rest wait; a start goes on with it', async () => {
  const { world, view, finish } = await setup(12, {
    operation: { shouldPauseAfter: ({ kind }) => kind === 'failed', concurrency: 1 },
  });
  world.service.trouble = ({ person }) =>
    person === 'p3' ? { kind: 'failed', reason: 'no-seat' } : undefined;
  await finish();
  expect(view.state()).toMatchObject({
    pause: { kind: 'halted', index: 3 },
    counts: { done: 3, failed: 1, waiting: 8 },
  });
  await finish();
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 11, failed: 1 } });
});

test('what failed or was cancelled is tried again, and nothing else', async () => {
  const { world, view, finish, jobs, id } = await setup(5);
  world.service.trouble = ({ person }) =>
    person === 'p1' ? { kind: 'failed', reason: 'refused' } : undefined;
  await finish();
  world.service.trouble = () => undefined;
  await world.clock.run(jobs.retryFailed(id).then(() => ended(jobs, id)));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 5, failed: 0 } });
  expect(world.service.calls).toHaveLength(6);
});

test('a retry leaves alone what its operation says cannot end otherwise', async () => {
  const canRetry = (outcome: Outcome<Code>) => outcome.kind === 'failed' && outcome.requestId === 'passes';
  const { world, view, finish, jobs, id } = await setup(3, { operation: { canRetry } });
  world.service.trouble = ({ person }) => ({
    kind: 'failed',
    reason: 'refused',
    requestId: person === 'p1' ? 'stays' : 'passes',
  });
  await finish();
  world.service.trouble = () => undefined;
  await world.clock.run(jobs.retryFailed(id).then(() => ended(jobs, id)));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 2, failed: 1 } });
});

test('a cancelled job is whole again after a retry', async () => {
  const { world, view, jobs, id } = await setup(7);
  await world.clock.run(jobs.cancel(id));
  await world.clock.run(jobs.retryFailed(id).then(() => ended(jobs, id)));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 7, cancelled: 0 } });
});

test('undo is there as soon as a job shows as finished, though its end is still being stored', async () => {
  const world = openWorld();
  const { jobs } = world.openTab({ beforeWrite: () => world.clock.wait(70) });
  const id = await world.clock.run(jobs.plan(planFor(2)));
  const view = await world.clock.run(jobs.open(id));
  const undone = new Promise<string>((resolve, reject) => {
    const stop = view.subscribe(() => {
      if (view.state().status !== 'finished') return;
      stop();
      jobs.undo(id).then(resolve, reject);
    });
  });
  const undoId = await world.clock.run(jobs.start(id).then(() => undone));
  expect((await jobs.open(undoId)).state()).toMatchObject({ header: { undoOf: id, size: 2 } });
});

test('undo takes back what was done, and says before what it cannot', async () => {
  const { world, finish, jobs, id } = await setup(4);
  world.service.holders.add('p1');
  world.service.trouble = ({ person }) =>
    person === 'p2' ? { kind: 'failed', reason: 'refused' } : undefined;
  await finish();
  expect(await jobs.previewUndo(id)).toMatchObject({ undone: 2, left: 0, inputs: [{}, {}] });
  const undoId = await world.clock.run(jobs.undo(id));
  world.service.trouble = () => undefined;
  await world.clock.run(jobs.start(undoId).then(() => ended(jobs, undoId)));
  expect([...world.service.holders]).toEqual(['p1']);
  const { header, counts } = (await jobs.open(undoId)).state();
  expect({ undoOf: header.undoOf, done: counts.done }).toEqual({ undoOf: id, done: 2 });
});

test('items of one key never run at the same time, in one job or two', async () => {
  const world = openWorld();
  const { jobs } = world.openTab();
  const plan = planFor(12);
  const items = plan.items.map((_, index) => ({
    key: `k${index % 3}`,
    input: { person: `k${index % 3}`, gives: index % 2 === 0 },
  }));
  const ids = await world.clock.run(
    Promise.all([jobs.plan({ ...plan, items }), jobs.plan({ ...plan, items })]),
  );
  await world.clock.run(Promise.all(ids.map((id) => jobs.start(id).then(() => ended(jobs, id)))));
  for (const id of ids)
    expect((await jobs.open(id)).state()).toMatchObject({ status: 'finished', counts: { failed: 0 } });
  expect(world.service.maxInFlight).toBeLessThanOrEqual(3);
});

test('a job is prepared once, and its items learn what came of it', async () => {
  let begun = 0;
  const contexts: unknown[] = [];
  const { finish, view } = await setup(3, {
    operation: {
      prepare: () => Promise.resolve({ group: (begun += 1) }),
      execute: (_input, { context }) => {
        contexts.push(context);
        return contexts.length === 2
          ? Promise.reject(new AppError('forbidden'))
          : Promise.resolve({ kind: 'done' });
      },
    },
  });
  await finish();
  await finish();
  expect(view.state()).toMatchObject({ status: 'finished', context: { group: 1 }, counts: { done: 3 } });
  expect(begun).toBe(1);
  expect(contexts).toContainEqual({ group: 1 });
});

test('what the service still works on is followed to its end', async () => {
  const { world, finish, view } = await setup(3, {
    operation: {
      poll: (inputs) =>
        Promise.resolve(
          inputs.map(({ person }) => {
            if (world.clock.now() - startedAt < (person === 'p1' ? 60_000 : 7_000)) return undefined;
            return person === 'p1' ? { kind: 'failed', reason: 'late' } : { kind: 'done' };
          }),
        ),
    },
  });
  const startedAt = world.clock.now();
  world.service.trouble = (_input, when) => (when === 'after' ? { kind: 'done', pending: true } : undefined);
  const seen: string[] = [];
  view.subscribe(() => seen.push(`${view.state().status} ${view.state().counts.pending}`));
  await finish();
  expect(seen).toContain('following 3');
  expect(seen).toContain('following 1');
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 2, failed: 1, pending: 0 } });
});

test('what was found is completed in steps, and once more where that was stopped', async () => {
  let refusals = 1;
  const { finish, view, world } = await setup(2, {
    operation: {
      poll: (inputs) => Promise.resolve(inputs.map(() => ({ kind: 'done' }) as const)),
      async complete({ person }, outcome, { steps, writeStep }) {
        if (steps.length === 0) await writeStep(`${person} works`);
        if (person === 'p1' && refusals-- > 0) throw new AppError('consent-needed');
        return outcome;
      },
    },
  });
  world.service.trouble = (_input, when) => (when === 'after' ? { kind: 'done', pending: true } : undefined);
  await finish();
  expect(view.state()).toMatchObject({ status: 'paused', counts: { done: 1, pending: 1 } });
  await finish();
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 2, pending: 0 } });
  expect(view.state().items.at(1)?.steps).toEqual(['p1 works']);
});

test('following can be paused, gone on with and cancelled', async () => {
  const { world, jobs, id, view } = await setup(2, {
    operation: { poll: (inputs) => Promise.resolve(inputs.map(() => undefined)) },
  });
  world.service.trouble = (_input, when) => (when === 'after' ? { kind: 'done', pending: true } : undefined);
  await world.clock.run(jobs.start(id));
  await passing(world, 10_000);
  expect(view.state().status).toBe('following');
  await world.clock.run(jobs.pause(id));
  expect(view.state()).toMatchObject({ status: 'paused', counts: { pending: 2 } });
  await world.clock.run(jobs.start(id));
  await passing(world, 10_000);
  expect(view.state().status).toBe('following');
  await world.clock.run(jobs.cancel(id));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { pending: 2 } });
  expect(world.service.calls).toHaveLength(2);
});

test('what was still followed when the job was stopped ends as the operation says', async () => {
  const { world, jobs, id, view } = await setup(2, {
    operation: {
      poll: (inputs) => Promise.resolve(inputs.map(() => undefined)),
      stop: ({ person }) => (person === 'p1' ? { kind: 'failed', reason: 'refused' } : undefined),
    },
  });
  world.service.trouble = (_input, when) => (when === 'after' ? { kind: 'done', pending: true } : undefined);
  await world.clock.run(jobs.start(id));
  await passing(world, 10_000);
  await world.clock.run(jobs.cancel(id));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { pending: 1, failed: 1 } });
});

test('the pace is told once it is known, and the time left by it or by the operation', async () => {
  const { world, jobs, id, view } = await setup(400);
  await world.clock.run(jobs.start(id));
  expect(view.throughput().itemsPerMinute).toBeUndefined();
  await passing(world, 8_000);
  // Four at a time, 200 ms each.
  expect(view.throughput().itemsPerMinute ?? 0).toBeGreaterThan(1_000);
  expect(view.throughput().itemsPerMinute ?? 0).toBeLessThan(1_201);
  const { counts } = view.state();
  expect(view.throughput().timeLeftInMs).toBeCloseTo(
    ((counts.waiting + counts.started) / (view.throughput().itemsPerMinute ?? 1)) * 60_000,
  );
  await world.clock.run(jobs.cancel(id));
  expect(view.throughput()).toEqual({ itemsAMinute: undefined, timeLeftInMs: undefined });
});

test('no time is left once everything is settled, while the end is being stored', async () => {
  const { world, jobs, id, view } = await setup(3, { operation: { timeLeftInMs: () => 10_000 } });
  const seen: unknown[] = [];
  view.subscribe(() => {
    const { status, counts } = view.state();
    if (status === 'running') seen.push([counts.waiting + counts.started, view.throughput().timeLeftInMs]);
  });
  await world.clock.run(jobs.start(id));
  await passing(world, 5_000);
  expect(view.state().status).toBe('finished');
  expect(seen).toContainEqual([3, 10_000]);
  expect(seen).not.toContainEqual([0, 10_000]);
  expect(seen).toContainEqual([0, undefined]);
});

test('a finished job can be deleted, one that is under way cannot', async () => {
  const { world, jobs, id, finish } = await setup(30);
  await world.clock.run(jobs.start(id));
  await expect(world.clock.run(jobs.remove(id))).rejects.toMatchObject({ code: 'job-busy' });
  await world.clock.run(jobs.pause(id));
  await expect(world.clock.run(jobs.remove(id))).rejects.toMatchObject({ code: 'job-busy' });
  await finish();
  await world.clock.run(jobs.remove(id));
  expect(jobs.list()).toEqual([]);
  await expect(world.clock.run(jobs.open(id))).rejects.toMatchObject({ code: 'not-found' });
});

test('an operation or a job that nobody knows is said so', async () => {
  const { world, jobs } = await setup(1);
  await expect(world.clock.run(jobs.plan({ ...planFor(1), operation: 'other' }))).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(world.clock.run(jobs.start('nothing'))).rejects.toMatchObject({ code: 'not-found' });
});

test('listeners are called once for many changes, and never after they unsubscribe', async () => {
  const { world, jobs, id, view } = await setup(400);
  let calls = 0;
  const stop = view.subscribe(() => {
    calls += 1;
  });
  await world.clock.run(jobs.start(id));
  await passing(world, 5_000);
  expect(calls).toBeGreaterThan(20);
  expect(calls).toBeLessThanOrEqual(52);
  stop();
  const before = calls;
  await passing(world, 1_000);
  expect(calls).toBe(before);
});

test('a job is logged when it starts, pauses and ends, with its counts and without its items', async () => {
  const { logger, entries } = recordLog();
  const { world, finish, jobs, id } = await setup(30, { logger });
  world.service.trouble = (_input, when) => (when === 'before' ? fault('forbidden') : undefined);
  await finish();
  world.service.trouble = () => undefined;
  await world.clock.run(jobs.start(id));
  await finish();
  expect(entries.map(({ area, event, fields }) => [area, event, fields.reason, fields.code])).toEqual([
    ['jobs', 'job-started', undefined, undefined],
    ['jobs', 'job-paused', 'stopped', 'forbidden'],
    ['jobs', 'job-started', undefined, undefined],
    ['jobs', 'job-finished', undefined, undefined],
  ]);
  expect(entries.at(-1)?.fields).toMatchObject({ kind: 'give', count: 30, done: 30, failed: 0 });
});

test("what is known of a group's members and what is not reads the same in a new tab", async () => {
  const { world, jobs, id, finish } = await setup(1);
  const outcome = { kind: 'done', shortfall: 2, isShortfallUnknown: true } as const;
  world.service.trouble = (_input, when) => (when === 'after' ? outcome : undefined);
  await finish();
  const later = await world.clock.run(world.openTab().jobs.open(id));
  expect(later.state().items.at(0)?.outcome).toEqual(outcome);
  // A group of which members were left out isn't simply done.
  expect(later.state().counts).toMatchObject({ done: 1, partly: 1 });
  expect(jobs.list().map(({ counts }) => counts.partly)).toEqual([1]);
  // And its entry in the history can be read.
  expect((await world.list()).map(({ digest }) => digest.counts.partly)).toEqual([1]);
});

test('an item that is half done is counted as failed, also in the history, and is undone', async () => {
  const { world, jobs, id, view, finish } = await setup(2);
  const half = { kind: 'failed', reason: 'refused', made: { given: ['a'], taken: [] } } as const;
  world.service.trouble = ({ person }, when) => (person === 'p0' && when === 'after' ? half : undefined);
  await finish();
  expect(view.state().counts).toMatchObject({ done: 1, failed: 1, halfDone: 1 });
  expect((await world.list()).map(({ digest }) => digest.counts.halfDone)).toEqual([1]);
  expect(await world.clock.run(jobs.previewUndo(id))).toMatchObject({ undone: 2, left: 0 });
});

test('a job of items in one step journals no step', async () => {
  const { world, id, finish } = await setup(30);
  await finish();
  const kinds = (await world.readEvents(id)).map(({ kind }) => kind);
  expect(kinds).not.toContain('stepped');
});

describe('refusals that may concern the account', () => {
  const isRefusal = (outcome: { readonly kind: string; readonly reason?: string }) =>
    outcome.kind === 'failed' && outcome.reason === 'refused';
  const refused = { kind: 'failed', reason: 'refused' } as const;

  /** A job in which some are refused, with an account whose rights can be taken away. */
  async function setupRights(count: number, isRefused: (index: number) => boolean) {
    let isLacking = false;
    let readings = 0;
    const read = () => {
      readings += 1;
      return isLacking ? Promise.reject(fault('forbidden')) : Promise.resolve();
    };
    const setUp = await setup(count, { operation: { rights: { isRefusal, read } } });
    const { service } = setUp.world;
    service.trouble = ({ person }, when) =>
      when === 'before' && (isLacking || isRefused(Number(person.slice(1)))) ? refused : undefined;
    return { ...setUp, readings: () => readings, lack: (lacks: boolean) => void (isLacking = lacks) };
  }

  test('a few refusals among successes are the outcomes of their items, and nothing is asked', async () => {
    const { view, finish, readings } = await setupRights(150, (index) => index % 5 === 0);
    await finish();
    expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 120, failed: 30, waiting: 0 } });
    expect(readings()).toBe(0);
  });

  test('all of a small list are refused: the rights are read once, and each keeps its outcome', async () => {
    const { view, finish, readings } = await setupRights(3, () => true);
    await finish();
    expect(view.state()).toMatchObject({ status: 'finished', counts: { failed: 3 } });
    expect(readings()).toBe(1);
  });

  test('twenty in a row without a success: the rights are read, and the job goes on to its end', async () => {
    const { view, finish, readings } = await setupRights(150, (index) => index >= 30 && index < 90);
    await finish();
    expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 90, failed: 60 } });
    expect(readings()).toBe(1);
  });

  test('rights that are gone pause the job, and who was refused for that is done once they are back', async () => {
    const { view, finish, readings, lack, jobs, id, world } = await setupRights(60, () => false);
    const { trouble } = world.service;
    world.service.trouble = (input, when) => {
      if (world.service.effects.length >= 10) lack(true);
      return trouble(input, when);
    };
    await finish();
    expect(view.state()).toMatchObject({
      status: 'paused',
      pause: { kind: 'stopped', code: 'forbidden', goesOnByItself: false },
      counts: { failed: 0, started: 0 },
    });
    expect(view.state().counts.done).toBeLessThan(20);
    expect(world.service.calls.length).toBeLessThan(50);
    world.service.trouble = () => undefined;
    lack(false);
    await finish();
    expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 60, failed: 0 } });
    expect(world.service.repeats).toEqual([]);
    expect([readings(), jobs.list()[0]?.header.id]).toEqual([1, id]);
  });

  test('a pause before the rights are read leaves no refusal as an outcome', async () => {
    const { world, view, finish, lack, jobs, id } = await setupRights(60, () => false);
    const { trouble } = world.service;
    world.service.trouble = (input, when) => {
      if (world.service.effects.length >= 10) lack(true);
      // Fewer than are refused in a row before the rights are read.
      if (world.service.calls.length >= 20) void jobs.pause(id);
      return trouble(input, when);
    };
    await finish();
    expect(view.state()).toMatchObject({
      status: 'paused',
      pause: { kind: 'asked' },
      counts: { failed: 0, started: 0 },
    });
    world.service.trouble = () => undefined;
    lack(false);
    await finish();
    expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 60, failed: 0 } });
    expect(world.service.repeats).toEqual([]);
  });

  test('a stop while the rights are read leaves the refusals as they are', async () => {
    const { world, view, jobs, id } = await setup(3, {
      operation: {
        rights: { isRefusal, read: ({ signal }) => world.clock.wait(10_000, signal) },
      },
    });
    world.service.trouble = () => refused;
    await world.clock.run(jobs.start(id));
    await passing(world, 2_000);
    expect(view.state().counts.failed).toBe(0);
    await world.clock.run(jobs.cancel(id));
    expect(view.state()).toMatchObject({ status: 'finished', counts: { failed: 3, cancelled: 0 } });
  });
});
