import { ended, fault, openWorld, planFor, withoutTimes, type World } from './support/world';

const passing = (world: World, ms: number) => world.clock.run(world.clock.wait(ms));

/** Two tabs of one browser, and a job that the first one runs. */
async function setup(count = 100) {
  const world = openWorld();
  const first = world.openTab();
  const second = world.openTab();
  const id = await world.clock.run(first.jobs.plan(planFor(count)));
  await world.clock.run(first.jobs.start(id));
  const view = await world.clock.run(second.jobs.open(id));
  return { world, first, second, id, view };
}

test('a second tab watches live and cannot run the job', async () => {
  const { world, second, id, view } = await setup();
  expect(view.runner()).toBe('elsewhere');
  expect(view.state().status).toBe('running');
  const seen: number[] = [];
  view.subscribe(() => seen.push(view.state().counts.done));
  await passing(world, 3_000);
  expect(Math.max(...seen)).toBeGreaterThan(20);
  expect(new Set(seen).size).toBeGreaterThan(2);
  for (const method of ['start', 'retryFailed', 'undo', 'remove'] as const)
    await expect(world.clock.run<unknown>(second.jobs[method](id))).rejects.toMatchObject({
      code: 'job-busy',
    });
  await passing(world, 10_000);
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 100 } });
  expect(view.runner()).toBe('nobody');
  expect(world.service.calls).toHaveLength(100);
});

test('the list of each tab tells of the jobs of the others', async () => {
  const { world, second, id } = await setup();
  await passing(world, 500);
  expect(second.jobs.list()).toMatchObject([{ header: { id }, status: 'running', runner: 'elsewhere' }]);
  const same = second.jobs.list();
  expect(second.jobs.list()).toBe(same);
  await passing(world, 10_000);
  expect(second.jobs.list()).toMatchObject([{ status: 'finished', counts: { done: 100 }, runner: 'nobody' }]);
  await world.clock.run(second.jobs.remove(id));
  await passing(world, 100);
  expect(second.jobs.list()).toEqual([]);
});

test('the list says of a job of this tab what the job itself says, also when another tab plans one', async () => {
  const world = openWorld();
  const first = world.openTab();
  const second = world.openTab();
  const id = await world.clock.run(first.jobs.plan(planFor(100)));
  await world.clock.run(first.jobs.start(id));
  const view = await world.clock.run(first.jobs.open(id));
  first.jobs.subscribe(() => undefined);
  for (let planned = 0; planned < 20; planned += 1) {
    await world.clock.run(second.jobs.plan(planFor(1)));
    await passing(world, 70);
    const listed = first.jobs.list().find(({ header }) => header.id === id);
    expect(listed?.counts).toEqual(view.state().counts);
  }
  expect(view.state().counts.done).toBeGreaterThan(10);
});

test('a second tab can pause and cancel what the first one runs', async () => {
  const { world, first, second, id, view } = await setup();
  await passing(world, 400);
  await world.clock.run(second.jobs.pause(id));
  await passing(world, 1_000);
  expect(view.state()).toMatchObject({ status: 'paused', pause: { kind: 'asked' }, counts: { started: 0 } });

  await world.clock.run(second.jobs.start(id));
  expect(second.jobs.list()[0]?.runner).toBe('here');
  await world.clock.run(first.jobs.cancel(id));
  await passing(world, 1_000);
  expect(view.state().status).toBe('finished');
  const { done, cancelled } = view.state().counts;
  expect(done + cancelled).toBe(100);
  expect(world.service.calls).toHaveLength(done);
});

test('a cancel from another tab is heard in the moment in which the job comes to rest', async () => {
  const world = openWorld();
  const first = world.openTab({ beforeWrite: () => world.clock.wait(50) });
  const second = world.openTab();
  const id = await world.clock.run(first.jobs.plan(planFor(8)));
  const view = await world.clock.run(first.jobs.open(id));
  world.service.trouble = () => fault('forbidden');
  await world.clock.run(first.jobs.start(id));
  while (view.state().status !== 'paused') await passing(world, 1);
  await world.clock.run(second.jobs.cancel(id));
  await passing(world, 5_000);
  expect(view.state()).toMatchObject({ status: 'finished', counts: { cancelled: 8 } });
});

test('two tabs that start a job at once run it once', async () => {
  const world = openWorld();
  const tabs = [world.openTab(), world.openTab()];
  const id = await world.clock.run(tabs[0]?.jobs.plan(planFor(20)) ?? Promise.resolve(''));
  const starts = await world.clock.run(Promise.allSettled(tabs.map(({ jobs }) => jobs.start(id))));
  expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await passing(world, 10_000);
  expect(world.service.calls).toHaveLength(20);
});

test('a tab that dies is noticed by those who watch, and one of them can go on', async () => {
  const { world, first, second, id, view } = await setup();
  const seen: unknown[] = [];
  view.subscribe(() => seen.push(view.state().pause));
  await passing(world, 700);
  first.die();
  await passing(world, 4_000);
  expect(view.state()).toMatchObject({ status: 'paused', pause: { kind: 'interrupted' } });
  expect(seen.at(-1)).toEqual({ kind: 'interrupted' });
  expect(second.jobs.list()).toMatchObject([{ pause: { kind: 'interrupted' }, runner: 'nobody' }]);
  await world.clock.run(second.jobs.start(id).then(() => ended(second.jobs, id)));
  expect(view.state()).toMatchObject({ status: 'finished', counts: { done: 100 } });
  expect(world.service.effects).toHaveLength(100);
  expect(world.service.repeats).toEqual([]);
});

test('what another tab did is known before this tab runs the job, though no note of it came', async () => {
  const world = openWorld();
  const first = world.openTab();
  const second = world.openTab({ ignoresMessages: true });
  const id = await world.clock.run(first.jobs.plan(planFor(6)));
  await world.clock.run(second.jobs.open(id));
  await world.clock.run(first.jobs.start(id).then(() => ended(first.jobs, id)));
  await world.clock.run(second.jobs.start(id));
  await passing(world, 3_000);
  expect(world.service.calls).toHaveLength(6);
});

test('what one tab could not store is void once another tab went on with the job', async () => {
  const world = openWorld();
  let isFull = false;
  const first = world.openTab({
    ignoresMessages: true,
    beforeWrite: () => {
      if (isFull) throw fault('journal-full');
    },
  });
  const second = world.openTab();
  const id = await world.clock.run(first.jobs.plan(planFor(30)));
  await world.clock.run(first.jobs.start(id));
  await passing(world, 330);
  isFull = true;
  await passing(world, 3_000);
  const view = await world.clock.run(first.jobs.open(id));
  expect(view.state()).toMatchObject({ status: 'paused', counts: { started: 0 } });
  await world.clock.run(second.jobs.start(id).then(() => ended(second.jobs, id)));
  isFull = false;
  await world.clock.run(first.jobs.start(id));
  const other = await world.clock.run(second.jobs.open(id));
  expect(view.state().status).toBe('finished');
  expect(withoutTimes(view.state().items)).toEqual(withoutTimes(other.state().items));
  expect(world.service.calls).toHaveLength(30);
});

test('jobs of another account are neither listed nor opened', async () => {
  const world = openWorld();
  const { jobs } = world.openTab();
  const id = await world.clock.run(jobs.plan(planFor(1)));
  const other = world.openTab({ owner: () => ({ tenantId: 'tenant', accountId: 'other', name: undefined }) });
  await passing(world, 10);
  expect(other.jobs.list()).toEqual([]);
  await expect(world.clock.run(other.jobs.open(id))).rejects.toMatchObject({ code: 'account-changed' });
});
