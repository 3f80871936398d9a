import { ended, openWorld, planFor, type Tab, type World } from './support/world';

const inFlightTimeoutMs = 5_000;
const people = 8;

/** A tab whose operation grants what a dead tab sent some time to arrive. */
const openPatientTab = (world: World): Tab =>
  world.openTab({ operation: { inFlightTimeoutMs: inFlightTimeoutMs } });

/** A job whose tab died with calls under way, found by the next tab; runs in the world's time. */
async function findCutOff(world: World): Promise<{ readonly tab: Tab; readonly id: string }> {
  const first = openPatientTab(world);
  const id = await first.jobs.plan(planFor(people));
  await first.jobs.start(id);
  // 50 ms of checking and a step into the first calls.
  await world.clock.wait(90);
  first.die();
  const tab = openPatientTab(world);
  await world.clock.wait(10);
  return { tab, id };
}

test('a job whose tab died at work waits until what was sent has arrived, and says so', async () => {
  const world = openWorld();
  await world.clock.run(
    (async () => {
      const { tab, id } = await findCutOff(world);
      const calls = world.service.calls.length;
      expect(calls).toBeGreaterThan(0);
      await tab.jobs.start(id);
      const view = await tab.jobs.open(id);
      const startedAt = world.clock.now();
      expect(view.state()).toMatchObject({ status: 'running', inFlightUntil: startedAt + inFlightTimeoutMs });
      expect(view.throughput().timeLeftInMs).toBeUndefined();
      await world.clock.wait(inFlightTimeoutMs - 100);
      expect(world.service.calls).toHaveLength(calls);
      await ended(tab.jobs, id);
      expect(view.state()).toMatchObject({ status: 'finished', inFlightUntil: undefined });
      expect(view.state().counts.done).toBe(people);
    })(),
  );
  expect(world.service.holders.size).toBe(people);
});

test('the rest of the wait outlives a pause, and a tab that dies in it does not make it longer', async () => {
  const world = openWorld();
  await world.clock.run(
    (async () => {
      const { tab, id } = await findCutOff(world);
      const calls = world.service.calls.length;
      await tab.jobs.start(id);
      const { inFlightUntil } = (await tab.jobs.open(id)).state();
      await world.clock.wait(1_000);
      await tab.jobs.pause(id);
      const paused = (await tab.jobs.open(id)).state();
      expect(paused).toMatchObject({ status: 'paused', pause: { kind: 'asked' }, inFlightUntil });
      await tab.jobs.start(id);
      await world.clock.wait(1_000);
      tab.die();
      const last = openPatientTab(world);
      await world.clock.wait(10);
      await last.jobs.start(id);
      expect((await last.jobs.open(id)).state().inFlightUntil).toBe(inFlightUntil);
      await world.clock.wait((inFlightUntil ?? 0) - world.clock.now() - 50);
      expect(world.service.calls).toHaveLength(calls);
      await ended(last.jobs, id);
      expect((await last.jobs.open(id)).state().counts.done).toBe(people);
    })(),
  );
});

test('a job that is stopped while it waits sends nothing more and tells who was changed all the same', async () => {
  const world = openWorld();
  await world.clock.run(
    (async () => {
      const { tab, id } = await findCutOff(world);
      // What the dead tab had sent takes effect long after it.
      const late = [...world.service.calls];
      void world.clock.wait(2_000).then(() => late.forEach((person) => world.service.holders.add(person)));
      const calls = world.service.calls.length;
      await tab.jobs.start(id);
      const stopping = tab.jobs.cancel(id);
      await world.clock.wait(10);
      expect((await tab.jobs.open(id)).state().status).toBe('cancelling');
      await stopping;
      expect(world.service.calls).toHaveLength(calls);
      const { status, items } = (await tab.jobs.open(id)).state();
      expect(status).toBe('finished');
      const done = [...items].filter(({ outcome }) => outcome?.kind === 'done').map(({ key }) => key);
      expect(done.sort()).toEqual([...world.service.holders].sort());
      expect(done.length).toBeGreaterThan(0);
    })(),
  );
});

test('a job that rested in an orderly way goes on without waiting', async () => {
  const world = openWorld();
  await world.clock.run(
    (async () => {
      const tab = openPatientTab(world);
      const id = await tab.jobs.plan(planFor(people));
      await tab.jobs.start(id);
      await world.clock.wait(90);
      await tab.jobs.pause(id);
      await tab.jobs.start(id);
      expect((await tab.jobs.open(id)).state().inFlightUntil).toBeUndefined();
      await ended(tab.jobs, id);
    })(),
  );
});

test('a job whose tab died long ago goes on without waiting', async () => {
  const world = openWorld();
  await world.clock.run(
    (async () => {
      const { tab, id } = await findCutOff(world);
      // A minute in which even a living tab may be silent, and as long as anything takes to arrive.
      await world.clock.wait(60_000 + inFlightTimeoutMs);
      await tab.jobs.start(id);
      expect((await tab.jobs.open(id)).state().inFlightUntil).toBeUndefined();
      await ended(tab.jobs, id);
      expect((await tab.jobs.open(id)).state().counts.done).toBe(people);
    })(),
  );
});

test('a tab that works for minutes without an outcome gives signs of life, so that its death is known not to be long ago', async () => {
  const world = openWorld();
  await world.clock.run(
    (async () => {
      const execute = async (): Promise<{ readonly kind: 'done' }> => {
        await world.clock.wait(600_000);
        return { kind: 'done' };
      };
      const first = world.openTab({ operation: { inFlightTimeoutMs: inFlightTimeoutMs, execute } });
      const id = await first.jobs.plan(planFor(people));
      await first.jobs.start(id);
      await world.clock.wait(200_000);
      first.die();
      const next = openPatientTab(world);
      await world.clock.wait(10);
      await next.jobs.start(id);
      expect((await next.jobs.open(id)).state().inFlightUntil).toBe(world.clock.now() + inFlightTimeoutMs);
      await ended(next.jobs, id);
    })(),
  );
});

test('where the machine’s clock was set back, the whole time is waited', async () => {
  const world = openWorld();
  await world.clock.run(
    (async () => {
      const { tab, id } = await findCutOff(world);
      await world.journal.append(
        id,
        [{ kind: 'alive', at: world.clock.now() + 3_600_000 }],
        (await tab.jobs.open(id)).state(),
      );
      await tab.jobs.start(id);
      expect((await tab.jobs.open(id)).state().inFlightUntil).toBe(world.clock.now() + inFlightTimeoutMs);
      await ended(tab.jobs, id);
    })(),
  );
});
