import { countRefused } from '../check/checkWire';
import type { Result, Scenario } from '../scenario';
import { runUntilIdle, settledItems, waitFor, isIdle } from '../waitFor';
import type { Environment } from '../environment/openEnvironment';
import { appId } from '../environment/tokens';
import { atMost, batches, fault, check, oneOf, sentChanges } from './shorthand';

const dayInMs = 86_400_000;

/** Each person is asked for once more for each refusal, and no more. */
export const sendsOnlyRefused = ({ environment, people }: Result): readonly string[] => {
  const refused = environment.emulator.faults
    .injected()
    .filter(({ path }) => path.endsWith('assignLicense')).length;
  return check(
    `${sentChanges(environment).length} changes were sent for ${people.length} people and ${refused} refusals`,
    sentChanges(environment).length === people.length + refused,
  );
};

/** Checks that the wait doubles after each throttled exchange in a row, whose header the page can't read. */
const waitsDoubling = ({ environment }: Result): readonly string[] => {
  const all = environment.network.exchanges;
  let inARow = 0;
  return all.flatMap(({ status, endedAt = 0, followedFrom = 0 }) => {
    if (status !== 429) inARow = 0;
    if (status !== 429) return [];
    const leastInMs = 10_000 * 2 ** inARow;
    inARow += 1;
    const next = all[followedFrom];
    return check(
      `a request left ${(next?.departedAt ?? 0) - endedAt} ms after a refusal that asks for ${leastInMs}`,
      next === undefined || next.departedAt - endedAt >= leastInMs,
    );
  });
};

export const durationInMs = ({ state }: Result): number => (state.finishedAt ?? 0) - (state.startedAt ?? 0);

/** Seconds that so many writes take at the least, with this part of the published quota. */
export const leastInMs = (writes: number, share: number): number =>
  Math.max(0, (writes - 3_000 * share) / (20 * share)) * 1_000;

/** Another program of the same app sends so many changes at once, refused or not. */
function spend({ emulator, tenant }: Environment, changes: number): void {
  for (let used = 0; used < changes; used += 1)
    try {
      emulator.quota.charge({ caller: { appid: appId, tid: tenant.id }, kind: 'write', units: 0 });
    } catch {
      // A refusal is what it gets for it.
    }
}

const halved: Pick<Scenario, 'environment' | 'people'> = {
  environment: { quota: { share: 0.16 } },
  people: 800,
};

/** Refusals for the number of calls. */
export const throttledRows: readonly Scenario[] = [
  {
    row: '1',
    name: 'three of twenty are asked to wait ten seconds',
    arrange: fault('throttle', { rate: 0.15, limit: 9 }),
    assert: sendsOnlyRefused,
  },
  {
    row: '2',
    name: 'a whole batch is refused, and the browser hides for how long',
    arrange: fault('throttle', { pathPattern: batches, limit: 2, after: 1 }),
    assert: waitsDoubling,
  },
  {
    row: '3',
    name: 'refusals do not say for how long',
    arrange: fault('throttle-without-retry-after', { rate: 0.2, limit: 30 }),
    assert: sendsOnlyRefused,
  },
  {
    row: '4a',
    name: 'the wait is told as a date, or as words',
    arrange: oneOf(
      fault('throttle-date', { rate: 0.1, limit: 12 }),
      fault('throttle-garbage', { rate: 0.1, limit: 12 }),
    ),
    assert: sendsOnlyRefused,
  },
  {
    row: '4b',
    name: 'the wait is told as nought, which counts as a second',
    arrange: fault('throttle-zero', { rate: 0.1, limit: 12 }),
    assert: (result) => [
      ...sendsOnlyRefused(result),
      ...result.environment.network.exchanges.flatMap(
        ({ calls, endedAt = 0, followedFrom = 0 }, _index, all) => {
          const refused = new Set(calls.filter(({ status }) => status === 429).map(({ path }) => path));
          const early = all
            .slice(followedFrom)
            .some(
              (next) => next.departedAt < endedAt + 999.9 && next.calls.some(({ path }) => refused.has(path)),
            );
          return check('a change was sent again within a second of its refusal', !early);
        },
      ),
    ],
  },
  {
    row: '4c',
    name: 'the wait is a day: the job rests, says until when, and goes on by itself',
    arrange: fault('throttle-day', { rate: 1, limit: 3, after: 20 }),
    act: async ({ page, jobId, environment }) => {
      await page.jobs.start(jobId);
      const paused = await waitFor(page, jobId, ({ status }) => status === 'paused');
      const goesOnAt = paused.pause?.kind === 'stopped' ? paused.pause.goesOnAt : undefined;
      const inMs = (goesOnAt ?? 0) - environment.clock.now();
      if (inMs < 0.99 * dayInMs || inMs > 1.01 * dayInMs)
        throw new Error(`says that it goes on in ${inMs} ms: ${JSON.stringify(paused.pause)}`);
      await waitFor(page, jobId, isIdle);
    },
  },
  {
    row: '5',
    seeds: 15,
    name: 'refused calls are charged, and another program of the same app uses the quota up in the middle',
    environment: { quota: { share: 0.06 } },
    people: 400,
    act: async ({ environment, page, jobId }) => {
      const rest = runUntilIdle(page, jobId);
      await settledItems(page, jobId, Math.floor(100 + 200 * environment.random()));
      spend(environment, 60);
      await rest;
    },
    assert: (result) => atMost('milliseconds', durationInMs(result), 1.1 * leastInMs(400 + 60, 0.06)),
  },
  {
    row: '6',
    seeds: 10,
    name: 'another app takes half of the quota in the middle',
    ...halved,
    act: async ({ environment, page, jobId }) => {
      const rest = runUntilIdle(page, jobId);
      await settledItems(page, jobId, Math.floor(520 + 120 * environment.random()));
      environment.emulator.quota.settings.share = 0.08;
      await rest;
    },
    assert: ({ environment }) => {
      const { sent, refused } = countRefused(environment.network.exchanges);
      return atMost('refused in a thousand', (1_000 * refused) / sent, 30);
    },
  },
  {
    row: '7',
    seeds: 10,
    name: 'the service warns before it refuses: the job slows down first',
    environment: { quota: { share: 0.4 } },
    people: 500,
    arrange: (environment) => spend(environment, 860),
    assert: ({ environment }) => {
      const { sent, refused } = countRefused(environment.network.exchanges);
      return atMost('refused in a thousand', (1_000 * refused) / sent, 30);
    },
  },
  {
    row: '7b',
    seeds: 15,
    name: 'a tab that used the quota up died: the next one knows, and does not begin with a burst',
    environment: { quota: { share: 0.1 } },
    people: 360,
    act: async ({ environment, page, jobId }) => {
      await page.jobs.start(jobId);
      await settledItems(page, jobId, Math.floor(280 + 40 * environment.random()));
      page.crash();
      await environment.clock.wait(1_000);
      const next = environment.browser.openPage();
      await runUntilIdle(next, jobId);
    },
    assert: ({ environment }) => {
      const { sent, refused } = countRefused(environment.network.exchanges);
      return atMost('refused in a thousand', (1_000 * refused) / sent, 30);
    },
  },
];
