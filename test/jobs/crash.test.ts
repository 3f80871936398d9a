import { seededRandom } from '../../src/base/random';
import type { Outcome } from '../../src/base/outcome';
import type { Code, Step } from './support/service';
import { ended, fault, openWorld, planFor, type GiveJobs, type Tab, type World } from './support/world';

const people = 14;

/** Runs a job in a tab that dies at step number `dieAt`; gives the steps it took, and the id. */
async function runUntil(world: World, dieAt: number, story: (tab: Tab, id: string) => Promise<void>) {
  const steps: Step[] = [];
  let hasDied: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    hasDied = resolve;
  });
  const tab = world.openTab({
    onStep(step, die) {
      steps.push(step);
      if (steps.length !== dieAt) return;
      die();
      hasDied();
    },
  });
  const planned = tab.jobs.plan(planFor(people));
  await world.clock.run(Promise.race([planned.then((id) => story(tab, id)), death]));
  // Whatever the dead tab had under way comes to nothing, or to its effect.
  await world.clock.run(world.clock.wait(1_000));
  return steps;
}

const toTheEnd = async ({ jobs }: Tab, id: string): Promise<void> => {
  await jobs.start(id);
  await ended(jobs, id);
};

/** Finishes the stored job in a new tab; resolves with undefined if there is none. */
async function resume(world: World, goOn: (jobs: GiveJobs, id: string) => Promise<void>) {
  const { jobs } = world.openTab();
  await world.clock.run(world.clock.wait(10));
  const id = jobs.list()[0]?.header.id;
  if (id === undefined) return undefined;
  const summary = jobs.list()[0];
  await world.clock.run(goOn(jobs, id));
  const view = await world.clock.run(jobs.open(id));
  return { state: view.state(), summary };
}

const startAndEnd = async (jobs: GiveJobs, id: string): Promise<void> => {
  await jobs.start(id);
  await ended(jobs, id);
};

test('a tab that dies at any step leaves a job that another tab ends, with nobody lost and nobody done twice', async () => {
  const whole = await runUntil(openWorld(), 0, toTheEnd);
  expect(whole.length).toBeGreaterThan(3 * people);
  for (let dieAt = 1; dieAt <= whole.length; dieAt += 1) {
    const world = openWorld();
    await runUntil(world, dieAt, toTheEnd);
    const resumed = await resume(world, startAndEnd);
    // Only a job that was never stored may be missing, and then nothing was sent.
    if (!resumed) {
      expect([dieAt, world.service.calls]).toEqual([1, []]);
      continue;
    }
    expect([dieAt, resumed.state.status, resumed.state.counts.done]).toEqual([dieAt, 'finished', people]);
    expect([dieAt, world.service.effects.length, world.service.repeats]).toEqual([dieAt, people, []]);
    for (const { before } of resumed.state.items) expect([dieAt, before]).toEqual([dieAt, { held: false }]);
  }
}, 60_000);

test('a job whose tab died is offered as interrupted', async () => {
  const world = openWorld();
  await runUntil(world, 20, toTheEnd);
  const resumed = await resume(world, () => Promise.resolve());
  expect(resumed?.summary).toMatchObject({
    status: 'paused',
    pause: { kind: 'interrupted' },
    runner: 'nobody',
  });
  expect(resumed?.state).toMatchObject({ status: 'paused', pause: { kind: 'interrupted' } });
});

test('a tab that dies while it cancels leaves a job that another tab cancels, and the report is true', async () => {
  const story = async ({ jobs }: Tab, id: string): Promise<void> => {
    await jobs.start(id);
    await world.clock.wait(330);
    await jobs.cancel(id);
  };
  let world = openWorld();
  const whole = await runUntil(world, 0, story);
  for (let dieAt = 4; dieAt <= whole.length; dieAt += 1) {
    world = openWorld();
    await runUntil(world, dieAt, story);
    const callsBefore = world.service.calls.length;
    const resumed = await resume(world, (jobs, id) => jobs.cancel(id));
    expect(resumed?.state.status).toBe('finished');
    // Nothing is sent any more, and who holds it is exactly who is reported.
    expect(world.service.calls).toHaveLength(callsBefore);
    const done = [...(resumed?.state.items ?? [])].filter(({ outcome }) => outcome?.kind === 'done');
    expect([dieAt, done.map(({ key }) => key).sort()]).toEqual([dieAt, [...world.service.holders].sort()]);
  }
}, 60_000);

test('whatever fails, whoever pauses, and however often tabs die, every item ends once and truly', async () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const random = seededRandom(seed);
    const world = openWorld();
    world.service.trouble = (_input, when): ReturnType<World['service']['trouble']> => {
      const chance = random();
      if (chance < 0.03) return fault('offline');
      // After the effect, the service must not return a code that means no effect.
      if (chance < 0.06) return fault(when === 'before' ? 'forbidden' : 'unexpected-answer');
      if (chance < 0.08) return fault(when === 'before' ? 'throttled' : 'timed-out', 5_000);
      const refusal: Outcome<Code> = { kind: 'failed', reason: 'refused' };
      return chance < 0.12 && when === 'before' ? refusal : undefined;
    };
    let id: string | undefined;
    for (let life = 0; life < 12; life += 1) {
      const tab = world.openTab({ onStep: (_step, end) => random() < 0.02 && end() });
      const story = async (): Promise<void> => {
        id =
          (await resultOf(world, id === undefined ? tab.jobs.plan(planFor(people)) : Promise.resolve(id))) ??
          id;
        if (id === undefined) return;
        for (let turn = 0; turn < 3; turn += 1) {
          await resultOf(world, tab.jobs.start(id));
          await world.clock.wait(random() * 1_500);
          if (random() < 0.5) await resultOf(world, tab.jobs.pause(id));
        }
      };
      await world.clock.run(story());
      tab.die();
      await world.clock.run(world.clock.wait(1_000));
      id ??= (await world.list())[0]?.header.id;
    }
    world.service.trouble = () => undefined;
    const resumed = await resume(world, startAndEnd);
    const items = [...(resumed?.state.items ?? [])];
    expect([seed, resumed?.state.status, items.length]).toEqual([seed, 'finished', people]);
    for (const { key, outcome } of items)
      expect([seed, key, outcome?.kind === 'done']).toEqual([seed, key, world.service.holders.has(key)]);
    expect([seed, world.service.repeats]).toEqual([seed, []]);
  }
}, 60_000);

/** Resolves with the result of `work`; undefined if it fails, or if its tab dies so that it never ends. */
async function resultOf<T>(world: World, work: Promise<T>): Promise<T | undefined> {
  const over = new AbortController();
  const silence = world.clock.wait(60_000, over.signal).then(
    () => undefined,
    () => undefined,
  );
  const result = await Promise.race([work.catch(() => undefined), silence]);
  over.abort();
  return result;
}
