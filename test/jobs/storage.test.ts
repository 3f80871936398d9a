import { createMemoryJournal } from '../../src/jobs/journal/createMemoryJournal';
import type { Journal } from '../../src/jobs/journal/journal';
import { ended, fault, openWorld, planFor, withoutTimes, type World } from './support/world';

const passing = (world: World, ms: number) => world.clock.run(world.clock.wait(ms));

/** A tab whose journal fails with the code that `fails` names. */
function setup() {
  const world = openWorld();
  const storage: { fails: 'journal-full' | 'journal-unavailable' | undefined } = { fails: undefined };
  const tab = world.openTab({
    beforeWrite: () => {
      if (storage.fails) throw fault(storage.fails);
    },
  });
  return { world, storage, ...tab };
}

test('there is no job without a journal', async () => {
  const { world, storage, jobs } = setup();
  expect(jobs.storage()).toBe('unknown');
  await passing(world, 10);
  expect(jobs.storage()).toBe('device');
  storage.fails = 'journal-unavailable';
  await expect(world.clock.run(jobs.plan(planFor(3)))).rejects.toMatchObject({ code: 'journal-unavailable' });
  expect(jobs.storage()).toBe('memory');
  expect(jobs.list()).toEqual([]);
});

test('a person can accept a job that ends with the tab', async () => {
  const { world, storage, jobs } = setup();
  storage.fails = 'journal-unavailable';
  jobs.acceptMemory();
  const id = await world.clock.run(jobs.plan(planFor(5)));
  await world.clock.run(jobs.start(id).then(() => ended(jobs, id)));
  expect((await jobs.open(id)).state()).toMatchObject({ status: 'finished', counts: { done: 5 } });
  expect(jobs.storage()).toBe('memory');
  expect(jobs.list()).toMatchObject([{ header: { id }, status: 'finished' }]);
  expect(await world.journal.read(id)).toBeUndefined();
});

test('a journal that is full stops the job with a true report; it goes on when there is room', async () => {
  const { world, storage, jobs } = setup();
  const id = await world.clock.run(jobs.plan(planFor(30)));
  const view = await world.clock.run(jobs.open(id));
  await world.clock.run(jobs.start(id));
  await passing(world, 300);
  storage.fails = 'journal-full';
  await passing(world, 3_000);
  expect(view.state()).toMatchObject({
    status: 'paused',
    pause: { kind: 'stopped', code: 'journal-full', goesOnByItself: false },
    counts: { started: 0 },
  });
  const sent = world.service.calls.length;
  expect(view.state().counts.done).toBe(sent);
  expect(sent).toBeLessThan(30);
  await expect(world.clock.run(jobs.start(id))).rejects.toMatchObject({ code: 'journal-full' });

  storage.fails = undefined;
  await world.clock.run(jobs.start(id).then(() => ended(jobs, id)));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 30 } });
  expect(world.service.calls).toHaveLength(30);
  // What could not be stored then is stored now: another tab reads the same report.
  const other = await world.clock.run(world.openTab().jobs.open(id));
  expect(withoutTimes(other.state().items)).toEqual(withoutTimes(view.state().items));
});

test('a job whose storage is full goes on in memory where a person accepts that', async () => {
  const { world, storage, jobs } = setup();
  const id = await world.clock.run(jobs.plan(planFor(30)));
  const view = await world.clock.run(jobs.open(id));
  await world.clock.run(jobs.start(id));
  await passing(world, 300);
  storage.fails = 'journal-full';
  await passing(world, 3_000);
  jobs.acceptMemory();
  await world.clock.run(jobs.start(id).then(() => ended(jobs, id)));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 30 } });
  expect(jobs.storage()).toBe('memory');
  expect(world.service.calls).toHaveLength(30);
});

test('a journal that is cleared underneath is written anew, and tabs that watch follow', async () => {
  const { world, jobs } = setup();
  const id = await world.clock.run(jobs.plan(planFor(30)));
  await world.clock.run(jobs.start(id));
  const watching = await world.clock.run(world.openTab().jobs.open(id));
  await passing(world, 600);
  await world.journal.remove(id);
  await passing(world, 10_000);
  const view = await world.clock.run(jobs.open(id));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 30 } });
  expect(withoutTimes(watching.state().items)).toEqual(withoutTimes(view.state().items));
  const later = await world.clock.run(world.openTab().jobs.open(id));
  const { status, counts, startedAt, finishedAt } = view.state();
  expect(later.state()).toMatchObject({ status, counts, startedAt, finishedAt });
  expect(withoutTimes(later.state().items)).toEqual(withoutTimes(view.state().items));
  expect(world.service.repeats).toEqual([]);
});

test('the journal costs a few appends a chunk, not one an item', async () => {
  const world = openWorld();
  let appends = 0;
  const { jobs } = world.openTab({
    beforeWrite: () => void (appends += 1),
    operation: { concurrency: 160, chunkSize: 100 },
  });
  const id = await world.clock.run(jobs.plan(planFor(2_000)));
  await world.clock.run(jobs.start(id).then(() => ended(jobs, id)));
  expect(appends).toBeLessThan(20 * 3);
});

test('jobs that a newer version of the app keeps are not listed as none, and nothing goes to memory instead', async () => {
  const journal = createMemoryJournal();
  const list = () => Promise.reject(fault('journal-newer'));
  const create = () => Promise.reject(fault('journal-newer'));
  const world = openWorld({ journal: { ...journal, list, create } });
  const { jobs } = world.openTab();
  let calls = 0;
  jobs.subscribe(() => (calls += 1));
  await passing(world, 1_000);
  expect(jobs.storage()).toBe('newer');
  expect(calls).toBeGreaterThan(0);
  jobs.acceptMemory();
  await expect(world.clock.run(jobs.plan(planFor(1)))).rejects.toMatchObject({ code: 'journal-newer' });
});

test('a list of jobs that can’t be read is told at once, with the place where jobs are kept', async () => {
  const journal: Journal = {
    ...createMemoryJournal(),
    list: () => Promise.reject(fault('journal-unavailable')),
  };
  const world = openWorld({ journal });
  const { jobs } = world.openTab();
  const seen: string[] = [];
  jobs.subscribe(() => seen.push(jobs.storage()));
  await passing(world, 1_000);
  expect(seen).toContain('memory');
});
