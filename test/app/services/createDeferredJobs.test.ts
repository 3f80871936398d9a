import { createDeferredJobs } from '../../../src/app/services/createDeferredJobs';
import { AppError } from '../../../src/base/appError';
import { systemClock } from '../../../src/base/clock';
import { fakeJobs, fakePlan } from '../../ui/support/fakeJobs';
import type { FakeJobsOptions } from '../../ui/support/fakeJobs';

interface Options extends FakeJobsOptions {
  /** Number of tries that fail at first. Default is 0. */
  readonly failures?: number;
}

function setup({ failures = 0, ...options }: Options = {}) {
  const waits: number[] = [];
  const clock = {
    ...systemClock,
    wait: (delayInMs: number) => {
      waits.push(delayInMs);
      return Promise.resolve();
    },
  };
  const engine = fakeJobs(options);
  let tries = 0;
  const jobs = createDeferredJobs(() => {
    tries += 1;
    return tries > failures ? Promise.resolve(engine) : Promise.reject(new AppError('chunk-load-failed'));
  }, clock);
  return { engine, jobs, waits, tries: () => tries };
}

test('nothing is loaded and nothing is claimed until somebody asks', async () => {
  const { jobs, tries } = setup();
  jobs.subscribe(() => undefined);
  expect(jobs.list()).toEqual([]);
  expect(jobs.list()).toBe(jobs.list());
  expect(jobs.storage()).toBe('unknown');
  await Promise.resolve();
  expect(tries()).toBe(0);
});

test('a listener from before the engine is called when it is loaded and for each later change', async () => {
  const { engine, jobs } = setup({ outcomeOf: () => undefined });
  await engine.plan(fakePlan(1));
  let calls = 0;
  const stop = jobs.subscribe(() => (calls += 1));
  await jobs.load();
  expect(calls).toBe(1);
  expect(jobs.list()).toBe(engine.list());
  expect(jobs.storage()).toBe('device');
  engine.change('job-1', { status: 'running' });
  expect(calls).toBe(2);
  stop();
  engine.change('job-1', { status: 'finished' });
  expect(calls).toBe(2);
});

test('a listener that stopped before the engine is loaded is not called', async () => {
  const { engine, jobs } = setup();
  let calls = 0;
  jobs.subscribe(() => (calls += 1))();
  await jobs.load();
  await engine.plan(fakePlan(1));
  expect(calls).toBe(0);
});

test('a call brings the engine, and none is lost', async () => {
  const { engine, jobs, tries } = setup({ outcomeOf: () => undefined });
  const [one, other] = await Promise.all([jobs.plan(fakePlan(1)), jobs.plan(fakePlan(2))]);
  await jobs.start(one);
  await jobs.pause(one);
  await jobs.cancel(other);
  expect(engine.plans).toHaveLength(2);
  expect(engine.asked).toEqual([`start ${one}`, `pause ${one}`, `cancel ${other}`]);
  expect((await jobs.open(one)).state().header.id).toBe(one);
  await expect(jobs.open('another')).rejects.toMatchObject({ code: 'not-found' });
  expect(tries()).toBe(1);
});

test('a call rejects where the engine cannot be had, and the next one tries again', async () => {
  const { jobs, tries } = setup({ failures: 1 });
  await expect(jobs.plan(fakePlan(1))).rejects.toMatchObject({ code: 'chunk-load-failed' });
  await expect(jobs.plan(fakePlan(1))).resolves.toBe('job-1');
  expect(tries()).toBe(2);
});

test('waking goes on until the engine is there, ever more slowly, and only once', async () => {
  const { jobs, tries, waits } = setup({ failures: 7 });
  await Promise.all([jobs.load(), jobs.load()]);
  expect(tries()).toBe(8);
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

test('memory that was accepted beforehand is accepted by the engine', async () => {
  const { jobs } = setup({ storesNothing: true });
  jobs.acceptMemory();
  await expect(jobs.plan(fakePlan(1))).resolves.toBe('job-1');
});

test('what sends changes waits until it may, and fails as that does; everything else does not wait', async () => {
  const engine = fakeJobs();
  let allow: () => void = () => undefined;
  let leave: Promise<unknown> = new Promise<void>((resolve) => (allow = resolve));
  const jobs = createDeferredJobs(
    () => Promise.resolve(engine),
    systemClock,
    () => leave,
  );
  const id = await jobs.plan(fakePlan(1));
  const started = jobs.start(id);
  await Promise.resolve();
  expect(engine.list()[0]?.status).toBe('planned');
  allow();
  await started;
  expect(engine.list()[0]?.status).not.toBe('planned');
  leave = Promise.reject(new AppError('service-unavailable'));
  await expect(jobs.cancel(id)).rejects.toMatchObject({ code: 'service-unavailable' });
});
