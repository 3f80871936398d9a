import type { Result, Scenario } from '../scenario';
import { isIdle, runUntilIdle, settledItems, waitFor } from '../waitFor';
import { license, refOf } from '../../licensing/support/samples';
import { countRefused } from '../check/checkWire';
import { planAssign, product } from '../environment/people';
import { fixedWindow, mixed, refuseBatches, writeMeanwhile } from '../environment/refusals';
import { atMost, fault, clearFaults, check } from './shorthand';
import { durationInMs, leastInMs, sendsOnlyRefused } from './throttled';

const refusedInThousand = ({ environment }: Result): number => {
  const { sent, refused } = countRefused(environment.network.exchanges);
  return (1_000 * refused) / sent;
};

/** Plays a job that is refused for a minute in its middle; `begin` returns what ends the refusals. */
const refuseForAMinute =
  (begin: (environment: Result['environment']) => () => unknown): NonNullable<Scenario['act']> =>
  async ({ environment, page, jobId }) => {
    const rest = runUntilIdle(page, jobId);
    await settledItems(page, jobId, 40);
    const end = begin(environment);
    await environment.clock.wait(60_000);
    end();
    await rest;
  };

/** Refusals for other reasons than the published quota. */
export const refusedRows: readonly Scenario[] = [
  {
    row: '1b',
    seeds: 5,
    name: 'a stray refusal asks for ten seconds: nobody else waits, nor does what a person looks at',
    people: 120,
    arrange: fault('throttle', { limit: 1, after: 30 }),
    act: async ({ environment, page, jobId }) => {
      const rest = runUntilIdle(page, jobId);
      await settledItems(page, jobId, 60);
      const askedAt = environment.clock.monotonic();
      await page.directory.readMe();
      if (environment.clock.monotonic() - askedAt > 1_500)
        throw new Error('a person waited for a stray refusal');
      await rest;
    },
    assert: ({ environment }) => {
      const others = environment.network.exchanges.filter(({ departedAt }) => departedAt < 5_000);
      return check('somebody else waited', others.flatMap(({ calls }) => calls).length >= 120);
    },
  },
  {
    row: '1c',
    seeds: 4,
    name: 'refusals here and there ask for ten seconds: hardly anybody waits, and a change by hand does not',
    people: 120,
    hasOtherJobs: true,
    arrange: fault('throttle', { rate: 0.04, limit: 4 }),
    plan: (people) => planAssign(people.slice(1)),
    act: async ({ environment, page, jobId, people: [byHand] }) => {
      const rest = runUntilIdle(page, jobId);
      await settledItems(page, jobId, 40);
      const principal = { kind: 'user', id: byHand?.id ?? '' } as const;
      environment.emulator.faults.set([]);
      const clickedAt = environment.clock.monotonic();
      await page.licensing.apply({ principal, add: [license(refOf(product))], remove: [] });
      if (environment.clock.monotonic() - clickedAt > 1_000)
        throw new Error('a change by hand waited for strangers');
      await rest;
    },
    assert: (result) => atMost('milliseconds', durationInMs(result), 15_000),
  },
  {
    row: '2b',
    seeds: 5,
    name: 'one batch is refused once, with a wait of a second: the others lose little more than that',
    people: 200,
    arrange: fault('throttle-zero', { limit: 20, after: 60 }),
    assert: (result) => [...sendsOnlyRefused(result), ...atMost('milliseconds', durationInMs(result), 4_500)],
  },
  {
    row: '2c',
    seeds: 4,
    name: 'one batch is refused once as a whole, with a wait of a second: the others lose no more than two',
    people: 200,
    arrange: ({ emulator }, _people, seed) =>
      refuseBatches(emulator, (nth) =>
        nth === 3 + 2 * seed ? { status: 429, retryAfterInS: 1 } : undefined,
      ),
    assert: (result) => atMost('milliseconds', durationInMs(result), 4_500),
  },
  {
    row: '7c',
    seeds: 5,
    name: 'everything is refused for a minute: four seconds later all is as before',
    people: 120,
    act: refuseForAMinute((environment) => {
      fault('throttle')(environment, [], 1);
      return () => clearFaults(environment);
    }),
    assert: (result) => atMost('milliseconds', durationInMs(result), 67_000),
  },
  {
    row: '7d',
    seeds: 5,
    name: 'the quota is a window of 150 seconds: its second one is used at once',
    people: 260,
    environment: { quota: { share: 0.05 } },
    arrange: fixedWindow(false, 150),
    assert: (result) => atMost('milliseconds', durationInMs(result), 156_000),
  },
  {
    row: '7e',
    seeds: 3,
    name: 'whole batches are refused for a minute: four seconds later all is as before',
    people: 120,
    act: refuseForAMinute((environment) => {
      let isRefusing = true;
      const retryAfterInS = environment.random() < 0.5 ? 10 : 1;
      refuseBatches(environment.emulator, () => (isRefusing ? { status: 429, retryAfterInS } : undefined));
      return () => (isRefusing = false);
    }),
    assert: (result) => atMost('milliseconds', durationInMs(result), 67_000),
  },
  {
    row: '7f',
    seeds: 2,
    name: 'the quota is a window of 150 seconds and warns: its second one is used at once',
    people: 260,
    environment: { quota: { share: 0.05 } },
    arrange: fixedWindow(true, 150),
    assert: (result) => atMost('milliseconds', durationInMs(result), 156_000),
  },
  {
    row: '7g',
    seeds: 2,
    name: 'a second browser has as many people to license: both keep to the one quota',
    people: 420,
    environment: { quota: { share: 0.1 } },
    hasOtherJobs: true,
    plan: (people) => planAssign(people.slice(210)),
    act: async ({ environment, page, jobId, people }) => {
      const other = environment.otherBrowser.openPage();
      const otherJob = await other.jobs.plan(planAssign(people.slice(0, 210)));
      await other.jobs.start(otherJob);
      await runUntilIdle(page, jobId);
      const { counts } = await waitFor(other, otherJob, isIdle);
      if (counts.done < 210) throw new Error(`${counts.done} of the other's 210 are done`);
    },
    assert: (result) => [
      ...atMost('milliseconds', durationInMs(result), 1.15 * leastInMs(420, 0.1)),
      ...atMost('refused in a thousand', refusedInThousand(result), 60),
    ],
  },
  {
    row: '7h',
    seeds: 2,
    name: 'half of the quota is not there: the rest is used',
    people: 450,
    environment: { quota: { share: 0.16 } },
    arrange: ({ emulator }) => {
      emulator.quota.settings.share = 0.08;
    },
    assert: (result) => atMost('milliseconds', durationInMs(result), 1.05 * leastInMs(450, 0.08)),
  },
  {
    row: '7i',
    seeds: 2,
    name: 'another program writes all the time: what it leaves is used',
    people: 400,
    environment: { quota: { share: 0.1 } },
    act: async ({ environment, page, jobId }) => {
      const stop = writeMeanwhile(environment, 1);
      await runUntilIdle(page, jobId);
      await stop();
    },
    assert: (result) => atMost('milliseconds', durationInMs(result), 1.05 * 2 * leastInMs(400, 0.1)),
  },
  {
    row: '8c',
    seeds: 8,
    name: 'changes and whole batches fail in every way now and then, and refusals ask for a second',
    people: 100,
    mayRepeat: true,
    arrange: (environment, _people, seed) => mixed('throttle-zero')(environment, seed),
    assert: (result) => atMost('milliseconds', durationInMs(result), 30_000),
  },
  {
    row: '8d',
    seeds: 4,
    name: 'changes and whole batches fail in every way now and then, and refusals of one ask for ten seconds',
    people: 100,
    mayRepeat: true,
    arrange: (environment, _people, seed) => mixed('throttle')(environment, seed),
    assert: (result) => atMost('milliseconds', durationInMs(result), 35_000),
  },
];
