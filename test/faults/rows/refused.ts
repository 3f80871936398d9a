/* eslint-disable words/plain-words -- properties of a scenario */
import type { Scenario } from '../scenario';
import { runToRest, settledItems } from '../waitFor';
import { fixedWindow, mixed } from '../world/refusals';
import { atMost, fault, heal, must } from './shorthand';
import { durationInMs, sendsOnlyRefused } from './throttled';

/** Refusals for other reasons than the published quota. */
export const refusedRows: readonly Scenario[] = [
  {
    row: '1b',
    seeds: 5,
    name: 'a stray refusal asks for ten seconds: nobody else waits, nor does what a person looks at',
    people: 120,
    arrange: fault('throttle', { limit: 1, after: 30 }),
    play: async ({ world, page, jobId }) => {
      const rest = runToRest(page, jobId);
      await settledItems(page, jobId, 60);
      const askedAt = world.clock.monotonic();
      await page.directory.readMe();
      if (world.clock.monotonic() - askedAt > 1_500) throw new Error('a person waited for a stray refusal');
      await rest;
    },
    judge: ({ world }) => {
      const others = world.network.exchanges.filter(({ departedAt }) => departedAt < 5_000);
      return must('somebody else waited', others.flatMap(({ calls }) => calls).length >= 120);
    },
  },
  {
    row: '2b',
    seeds: 5,
    name: 'one batch is refused once, with a wait of a second: the others lose little more than that',
    people: 200,
    arrange: fault('throttle-zero', { limit: 20, after: 60 }),
    judge: (ending) => [...sendsOnlyRefused(ending), ...atMost('milliseconds', durationInMs(ending), 4_500)],
  },
  {
    row: '7c',
    seeds: 5,
    name: 'everything is refused for a minute: four seconds later all is as before',
    people: 120,
    play: async ({ world, page, jobId }) => {
      const rest = runToRest(page, jobId);
      await settledItems(page, jobId, 40);
      fault('throttle')(world, [], 1);
      await world.clock.wait(60_000);
      heal(world);
      await rest;
    },
    judge: (ending) => atMost('milliseconds', durationInMs(ending), 67_000),
  },
  {
    row: '7d',
    seeds: 5,
    name: 'the quota is a window of 150 seconds: its second one is used at once',
    people: 260,
    world: { quota: { share: 0.05 } },
    arrange: fixedWindow(false, 150),
    judge: (ending) => atMost('milliseconds', durationInMs(ending), 156_000),
  },
  {
    row: '8b',
    seeds: 8,
    name: 'changes and whole batches fail in every way now and then',
    people: 100,
    mayRepeat: true,
    arrange: (world, _people, seed) => mixed('throttle-zero')(world, seed),
    judge: (ending) => atMost('milliseconds', durationInMs(ending), 30_000),
  },
];
