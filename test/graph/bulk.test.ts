import * as v from 'valibot';
import { seededRandom } from '../../src/base/random';
import { createGraph } from '../../src/graph/createGraph';
import { answer } from '../http/answers';
import { createVirtualClock } from '../support/virtualClock';
import type { MeteredServiceOptions } from './meteredService';
import { meteredService } from './meteredService';

// Virtual time costs nothing, but thousands of calls take seconds.
jest.setTimeout(120_000);

/** One job of `people` writes, 160 at a time, at a service with the published quotas; times in seconds. */
async function runJob(
  people: number,
  options: Partial<MeteredServiceOptions> & { halvedAt?: number; usedBefore?: number } = {},
) {
  const clock = createVirtualClock();
  const service = meteredService({ clock, ...options });
  const graph = createGraph({
    graphUrl: 'https://graph.test',
    send: service.send,
    clock,
    random: seededRandom(7),
  });
  const { halvedAt, usedBefore = 0 } = options;
  const writer = { caller: { appid: 'app', tid: 'tenant' }, kind: 'write', units: 1 } as const;
  for (let used = 0; used < usedBefore; used += 1) service.quota.charge(writer);
  if (halvedAt !== undefined)
    void clock.wait(halvedAt * 1_000).then(() => (service.quota.settings.share = 0.5));

  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < people) {
      const path = `/users/${(next += 1)}/assignLicense`;
      await graph.send(
        { method: 'POST', path, body: {}, scopes: ['User.Read'], priority: 'bulk' },
        v.unknown(),
      );
      done += 1;
    }
  };
  let predicted = 0;
  void clock.wait(10_000).then(() => (predicted = 10 + graph.timeForWrites(people - done) / 1_000));
  await clock.run(Promise.all(Array.from({ length: Math.min(160, people) }, work)));
  const effects = new Set(service.items.filter(({ status }) => status === 200).map(({ path }) => path));
  return {
    seconds: clock.monotonic() / 1_000,
    predicted,
    refused: service.refused(),
    items: service.items.length,
    effects: effects.size,
    batches: service.batches,
  };
}

test('1,000 people take as long as four batches at a time do', async () => {
  const { seconds, effects, items, refused } = await runJob(1_000);
  expect([effects, items, refused]).toEqual([1_000, 1_000, 0]);
  expect(seconds).toBeLessThan(4.2);
});

test.each([
  [5_000, 300],
  [5_000, 900],
])(
  '%d people at a latency of %d ms take as long as the quota allows, and nobody is refused',
  async (people, latencyInMs) => {
    for (const seed of [1, 2]) {
      const { seconds, effects, refused, predicted } = await runJob(people, { latencyInMs, seed });
      expect([effects, refused]).toEqual([people, 0]);
      expect(seconds / ((people - 3_000) / 20)).toBeLessThan(1.03);
      expect(Math.abs(predicted / seconds - 1)).toBeLessThan(0.03);
    }
  },
);

test('at the pace of the quota batches are full', async () => {
  const { batches } = await runJob(5_000);
  expect(batches.filter((size) => size < 20).length).toBeLessThan(5);
});

test.each([
  ['in the burst', 5, []],
  ['at the rate', 100, []],
  ['in the burst, untold', 5, ['x-ms-throttle-limit-percentage']],
  ['at the rate, untold', 100, ['x-ms-throttle-limit-percentage']],
])('a quota that is halved %s costs few refusals and nobody', async (_name, halvedAt, hiding) => {
  const { effects, refused } = await runJob(6_000, { halvedAt, hiding });
  expect(effects).toBe(6_000);
  expect(refused / 6_000).toBeLessThan(0.03);
});

test('a quota that somebody used up before is found out by its percentage, without a refusal', async () => {
  const { effects, refused, seconds } = await runJob(4_000, { usedBefore: 2_900 });
  expect([effects, refused]).toEqual([4_000, 0]);
  expect(seconds / ((4_000 - 100) / 20)).toBeLessThan(1.03);
});

test('a quota that somebody used up before and that tells nothing costs a handful of refusals', async () => {
  const { effects, refused, seconds } = await runJob(4_000, {
    usedBefore: 2_900,
    hiding: ['x-ms-throttle-limit-percentage'],
  });
  expect(effects).toBe(4_000);
  expect(refused).toBeLessThan(20);
  expect(seconds / ((4_000 - 100) / 20)).toBeLessThan(1.1);
});

test('two engines that know nothing of each other share one quota, and few calls are refused', async () => {
  const clock = createVirtualClock();
  const service = meteredService({ clock });
  const engine = (path: string): Promise<unknown> => {
    const random = seededRandom(path.length);
    const graph = createGraph({ graphUrl: 'https://graph.test', send: service.send, clock, random });
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < 2_000)
        await graph.send(
          {
            method: 'POST',
            path: `${path}/${(next += 1)}`,
            body: {},
            scopes: ['User.Read'],
            priority: 'bulk',
          },
          v.unknown(),
        );
    };
    return Promise.all(Array.from({ length: 160 }, work));
  };
  await clock.run(Promise.all([engine('/one'), engine('/other')]));
  expect(clock.monotonic() / 50_000).toBeLessThan(1.06);
  expect(service.refused() / 4_000).toBeLessThan(0.01);
});

test('stray refusals cost their own time and not the quota', async () => {
  const random = seededRandom(3);
  const scope = { 'x-ms-throttle-scope': 'Tenant_Application/ReadWrite/app/tenant' };
  const { effects, seconds } = await runJob(1_000, {
    interfere: () => (random() < 0.02 ? answer(429, {}, scope) : undefined),
  });
  expect(effects).toBe(1_000);
  expect(seconds).toBeLessThan(15);
});

test('a person changes something at once while a job has used up all that was saved', async () => {
  const clock = createVirtualClock();
  const service = meteredService({ clock });
  const graph = createGraph({ graphUrl: 'https://graph.test', send: service.send, clock, random: () => 0 });
  const write = (path: string, priority: 'bulk' | 'interactive') =>
    graph.send({ method: 'POST', path, body: {}, scopes: ['User.Read'], priority }, v.unknown());
  const job = Promise.all(Array.from({ length: 3_400 }, (_, index) => write(`/users/${index}/x`, 'bulk')));
  await clock.run(clock.wait(20_000));
  expect(service.items.length).toBeLessThan(3_400);
  const asked = clock.monotonic();
  await clock.run(
    Promise.all(Array.from({ length: 10 }, (_, index) => write(`/hand/${index}/x`, 'interactive'))),
  );
  expect(clock.monotonic() - asked).toBeLessThan(1_500);
  await clock.run(job);
  expect(service.refused()).toBe(0);
});
