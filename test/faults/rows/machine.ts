import { AppError } from '../../../src/base/appError';
import { countRefused } from '../check/checkWire';
import type { Ending, Scenario, Story } from '../scenario';
import { isAtRest, runToRest, settledItems, waitFor } from '../waitFor';
import { aMoment, atMost, batches, changing, fault, must, oneOf } from './shorthand';

const hourInMs = 3_600_000;

/** A quota so small that 260 people meet it: 150 at once, then one a second. */
const small: Pick<Scenario, 'world' | 'people'> = {
  world: { quota: { share: 0.05 } },
  people: 260,
};

/** No burst beyond the bucket: what may be refused of well-paced writes. */
const wellPaced = ({ world }: Ending): readonly string[] => {
  const { sent, refused } = countRefused(world.network.exchanges);
  return atMost('refused in a thousand', (1_000 * refused) / sent, 30);
};

const durationInMs = ({ state }: Ending): number => (state.finishedAt ?? 0) - (state.startedAt ?? 0);

/** Cancels at a moment and says so where more than one batch of changes leaves afterwards (I7). */
async function cancelNow({ world, page, jobId }: Story, withinMs = 5_000): Promise<void> {
  const left = changing(world).length;
  const calls = Promise.all([page.jobs.cancel(jobId), page.jobs.cancel(jobId)]);
  const clickedAt = world.clock.monotonic();
  await calls;
  await waitFor(page, jobId, isAtRest);
  await page.jobs.cancel(jobId);
  if (changing(world).length > left + 1)
    throw new Error(`${changing(world).length - left} batches left after the click`);
  const tookInMs = world.clock.monotonic() - clickedAt;
  if (tookInMs > withinMs) throw new Error(`cancelling took ${tookInMs} ms`);
}

/** The machine, its clock, the person at it, and its tabs. */
export const machineRows: readonly Scenario[] = [
  {
    row: '30a',
    name: 'the machine sleeps for an hour: it goes on, with no burst beyond the bucket',
    ...small,
    play: async ({ page, jobId, world }) => {
      const rest = runToRest(page, jobId);
      await settledItems(page, jobId, Math.floor(20 + 200 * world.random()));
      world.clock.sleep(hourInMs);
      await rest;
    },
    judge: wellPaced,
  },
  {
    row: '30b',
    name: 'timers of a hidden tab end once a minute',
    people: 90,
    play: async (story) => {
      const { page, jobId } = story;
      const rest = runToRest(page, jobId);
      await aMoment(story, 600);
      page.clock.throttle(60_000);
      await rest;
    },
    judge: (ending) => atMost('minutes', durationInMs(ending) / 60_000, 30),
  },
  ...[hourInMs, -hourInMs].map((byInMs, index): Scenario => ({
    row: `31${'ab'.charAt(index)}`,
    name: `the clock is set ${index === 0 ? 'an hour ahead' : 'an hour back'} during a wait: waits stay as long as they are`,
    arrange: fault('throttle', { rate: 0.3, limit: 15 }),
    play: async (story) => {
      const { page, jobId, world } = story;
      const startedAt = world.clock.monotonic();
      const rest = runToRest(page, jobId);
      await aMoment(story, 4_000);
      page.clock.jump(byInMs);
      await rest;
      const tookInMs = world.clock.monotonic() - startedAt;
      if (tookInMs > 300_000) throw new Error(`took ${tookInMs} ms`);
    },
  })),
  {
    row: '31c',
    name: 'the clock is set an hour ahead while the quota paces',
    ...small,
    play: async ({ page, jobId, world }) => {
      const rest = runToRest(page, jobId);
      await settledItems(page, jobId, Math.floor(20 + 200 * world.random()));
      page.clock.jump(hourInMs);
      await rest;
    },
    judge: wellPaced,
  },
  {
    row: '32a',
    name: 'cancelled in a burst, twice',
    people: 90,
    isWhole: false,
    play: async (story) => {
      await story.page.jobs.start(story.jobId);
      await aMoment(story, 900);
      await cancelNow(story);
    },
  },
  {
    row: '32b',
    name: 'cancelled during a wait, twice',
    people: 90,
    isWhole: false,
    arrange: fault('throttle', { rate: 1, after: 30, limit: 60 }),
    play: async (story) => {
      await story.page.jobs.start(story.jobId);
      await story.world.clock.wait(3_000 + 4_000 * story.world.random());
      await cancelNow(story);
    },
    judge: ({ state }) => must('nothing was cancelled', state.counts.cancelled > 0),
  },
  {
    row: '32c',
    name: 'paused and taken up again, three times',
    people: 90,
    play: async (story) => {
      const { page, jobId } = story;
      for (let round = 0; round < 3; round += 1) {
        await page.jobs.start(jobId);
        await aMoment(story, 500);
        await page.jobs.pause(jobId);
        const { status } = await waitFor(page, jobId, isAtRest);
        if (status === 'finished') return;
      }
      await runToRest(page, jobId);
    },
  },
  {
    row: '32d',
    name: 'cancelled, and everybody asked for again after all',
    people: 90,
    play: async (story) => {
      const { page, jobId } = story;
      await page.jobs.start(jobId);
      await aMoment(story, 600);
      await page.jobs.cancel(jobId);
      const { counts } = await waitFor(page, jobId, isAtRest);
      if (counts.cancelled === 0) return;
      await page.jobs.retryFailed(jobId);
      await waitFor(page, jobId, isAtRest);
    },
  },
  {
    row: '32e',
    name: 'cancelled while answers are lost or never come: what was sent is found out',
    people: 90,
    isWhole: false,
    arrange: oneOf(
      fault('lost-answer', { rate: 0.5 }),
      fault('hang-after-effect', { rate: 0.5, pathPattern: batches, limit: 4 }),
      fault('hang', { rate: 0.5, pathPattern: batches, limit: 3 }),
      fault('gateway-timeout', { rate: 0.5 }),
    ),
    play: async (story) => {
      await story.page.jobs.start(story.jobId);
      await aMoment(story, 1_500);
      await cancelNow(story, 300_000);
    },
  },
  {
    row: '32f',
    name: 'cancelled without a connection: it ends when there is one, and tells the truth',
    people: 90,
    isWhole: false,
    play: async (story) => {
      const { world, page, jobId } = story;
      await page.jobs.start(jobId);
      await aMoment(story, 700);
      world.network.cut();
      await aMoment(story, 3_000);
      const cancelled = page.jobs.cancel(jobId);
      await world.clock.wait(60_000);
      world.network.restore();
      await cancelled;
      const { status } = await waitFor(page, jobId, isAtRest);
      if (status === 'finished') return;
      await page.jobs.cancel(jobId);
      await waitFor(page, jobId, (state) => state.status === 'finished');
    },
  },
  {
    row: '33',
    name: 'a second tab watches live and cannot run it; when the first one dies, it can',
    people: 90,
    play: async (story) => {
      const { page, jobId, world } = story;
      await page.jobs.start(jobId);
      await aMoment(story, 300);
      const second = world.browser.openPage();
      const refusal = await second.jobs.start(jobId).then(
        () => 'ran',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );
      if (refusal !== 'job-busy') throw new Error(`the second tab: ${refusal}`);
      await Promise.race([
        settledItems(second, jobId, 20 + Math.floor(60 * world.random())),
        waitFor(page, jobId, isAtRest),
      ]);
      page.crash();
      await world.clock.wait(1_000);
      const third = world.browser.openPage();
      const found = await waitFor(third, jobId, isAtRest);
      if (found.status !== 'finished') await runToRest(third, jobId);
    },
  },
];
