import { AppError } from '../../../src/base/appError';
import { countRefused } from '../check/checkWire';
import type { Result, Scenario, ScenarioRun } from '../scenario';
import { isIdle, runUntilIdle, settledItems, waitFor } from '../waitFor';
import { waitBriefly, atMost, batches, changing, fault, check, oneOf } from './shorthand';

const hourInMs = 3_600_000;

/** A quota so small that 260 people meet it: 150 at once, then one a second. */
const small: Pick<Scenario, 'environment' | 'people'> = {
  environment: { quota: { share: 0.05 } },
  people: 260,
};

/** No burst beyond the bucket: what may be refused of well-paced writes. */
const wellPaced = ({ environment }: Result): readonly string[] => {
  const { sent, refused } = countRefused(environment.network.exchanges);
  return atMost('refused in a thousand', (1_000 * refused) / sent, 30);
};

const durationInMs = ({ state }: Result): number => (state.finishedAt ?? 0) - (state.startedAt ?? 0);

/** Cancels at a moment and says so where more than one batch of changes leaves afterwards (I7). */
async function cancelNow({ environment, page, jobId }: ScenarioRun, withinMs = 5_000): Promise<void> {
  const left = changing(environment).length;
  const calls = Promise.all([page.jobs.cancel(jobId), page.jobs.cancel(jobId)]);
  const clickedAt = environment.clock.monotonic();
  await calls;
  await waitFor(page, jobId, isIdle);
  await page.jobs.cancel(jobId);
  if (changing(environment).length > left + 1)
    throw new Error(`${changing(environment).length - left} batches left after the click`);
  const tookInMs = environment.clock.monotonic() - clickedAt;
  if (tookInMs > withinMs) throw new Error(`cancelling took ${tookInMs} ms`);
}

/** The machine, its clock, the person at it, and its tabs. */
export const machineRows: readonly Scenario[] = [
  {
    row: '30a',
    name: 'the machine sleeps for an hour: it goes on, with no burst beyond the bucket',
    ...small,
    act: async ({ page, jobId, environment }) => {
      const rest = runUntilIdle(page, jobId);
      await settledItems(page, jobId, Math.floor(20 + 200 * environment.random()));
      environment.clock.sleep(hourInMs);
      await rest;
    },
    assert: wellPaced,
  },
  {
    row: '30b',
    name: 'timers of a hidden tab end once a minute',
    people: 90,
    act: async (run) => {
      const { page, jobId } = run;
      const rest = runUntilIdle(page, jobId);
      await waitBriefly(run, 600);
      page.clock.throttle(60_000);
      await rest;
    },
    assert: (result) => atMost('minutes', durationInMs(result) / 60_000, 30),
  },
  ...[hourInMs, -hourInMs].map((byInMs, index): Scenario => ({
    row: `31${'ab'.charAt(index)}`,
    name: `the clock is set ${index === 0 ? 'an hour ahead' : 'an hour back'} during a wait: waits stay as long as they are`,
    arrange: fault('throttle', { rate: 0.3, limit: 15 }),
    act: async (run) => {
      const { page, jobId, environment } = run;
      const startedAt = environment.clock.monotonic();
      const rest = runUntilIdle(page, jobId);
      await waitBriefly(run, 4_000);
      page.clock.jump(byInMs);
      await rest;
      const tookInMs = environment.clock.monotonic() - startedAt;
      if (tookInMs > 300_000) throw new Error(`took ${tookInMs} ms`);
    },
  })),
  {
    row: '31c',
    name: 'the clock is set an hour ahead while the quota paces',
    ...small,
    act: async ({ page, jobId, environment }) => {
      const rest = runUntilIdle(page, jobId);
      await settledItems(page, jobId, Math.floor(20 + 200 * environment.random()));
      page.clock.jump(hourInMs);
      await rest;
    },
    assert: wellPaced,
  },
  {
    row: '32a',
    name: 'cancelled in a burst, twice',
    people: 90,
    shouldAllSucceed: false,
    act: async (run) => {
      await run.page.jobs.start(run.jobId);
      await waitBriefly(run, 900);
      await cancelNow(run);
    },
  },
  {
    row: '32b',
    name: 'cancelled during a wait, twice',
    people: 90,
    shouldAllSucceed: false,
    arrange: fault('throttle', { rate: 1, after: 30, limit: 60 }),
    act: async (run) => {
      await run.page.jobs.start(run.jobId);
      await run.environment.clock.wait(3_000 + 4_000 * run.environment.random());
      await cancelNow(run);
    },
    assert: ({ state }) => check('nothing was cancelled', state.counts.cancelled > 0),
  },
  {
    row: '32c',
    name: 'paused and taken up again, three times',
    people: 90,
    act: async (run) => {
      const { page, jobId } = run;
      for (let round = 0; round < 3; round += 1) {
        await page.jobs.start(jobId);
        await waitBriefly(run, 500);
        await page.jobs.pause(jobId);
        const { status } = await waitFor(page, jobId, isIdle);
        if (status === 'finished') return;
      }
      await runUntilIdle(page, jobId);
    },
  },
  {
    row: '32d',
    name: 'cancelled, and everybody asked for again after all',
    people: 90,
    act: async (run) => {
      const { page, jobId } = run;
      await page.jobs.start(jobId);
      await waitBriefly(run, 600);
      await page.jobs.cancel(jobId);
      const { counts } = await waitFor(page, jobId, isIdle);
      if (counts.cancelled === 0) return;
      await page.jobs.retryFailed(jobId);
      await waitFor(page, jobId, isIdle);
    },
  },
  {
    row: '32e',
    name: 'cancelled while answers are lost or never come: what was sent is found out',
    people: 90,
    shouldAllSucceed: false,
    arrange: oneOf(
      fault('lost-answer', { rate: 0.5 }),
      fault('hang-after-effect', { rate: 0.5, pathPattern: batches, limit: 4 }),
      fault('hang', { rate: 0.5, pathPattern: batches, limit: 3 }),
      fault('gateway-timeout', { rate: 0.5 }),
    ),
    act: async (run) => {
      await run.page.jobs.start(run.jobId);
      await waitBriefly(run, 1_500);
      await cancelNow(run, 300_000);
    },
  },
  {
    row: '32f',
    name: 'cancelled without a connection: it ends when there is one, and tells the truth',
    people: 90,
    shouldAllSucceed: false,
    act: async (run) => {
      const { environment, page, jobId } = run;
      await page.jobs.start(jobId);
      await waitBriefly(run, 700);
      environment.network.cut();
      await waitBriefly(run, 3_000);
      const cancelled = page.jobs.cancel(jobId);
      await environment.clock.wait(60_000);
      environment.network.restore();
      await cancelled;
      const { status } = await waitFor(page, jobId, isIdle);
      if (status === 'finished') return;
      await page.jobs.cancel(jobId);
      await waitFor(page, jobId, (state) => state.status === 'finished');
    },
  },
  {
    row: '33',
    name: 'a second tab watches live and cannot run it; when the first one dies, it can',
    people: 90,
    act: async (run) => {
      const { page, jobId, environment } = run;
      await page.jobs.start(jobId);
      await waitBriefly(run, 300);
      const second = environment.browser.openPage();
      const refusal = await second.jobs.start(jobId).then(
        () => 'ran',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );
      if (refusal !== 'job-busy') throw new Error(`the second tab: ${refusal}`);
      await Promise.race([
        settledItems(second, jobId, 20 + Math.floor(60 * environment.random())),
        waitFor(page, jobId, isIdle),
      ]);
      page.crash();
      await environment.clock.wait(1_000);
      const third = environment.browser.openPage();
      const found = await waitFor(third, jobId, isIdle);
      if (found.status !== 'finished') await runUntilIdle(third, jobId);
    },
  },
];
