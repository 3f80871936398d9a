// Runs of this app in which calls are refused for other reasons than the published quota, each beside what it is measured by.
import type { UserPrincipal } from '../../../src/base/principal';
import { isIdle, settledItems, waitFor } from '../../faults/waitFor';
import { license, refOf } from '../../licensing/support/samples';
import type { Page } from '../../faults/environment/openPage';
import type { Environment } from '../../faults/environment/openEnvironment';
import { planAssign, product } from '../../faults/environment/people';
import { fixedWindow, mixed, refuseBatches, writeMeanwhile } from '../../faults/environment/refusals';

/** A run under way. */
export interface Scene {
  readonly environment: Environment;
  readonly page: Page;
  readonly jobId: string;
  readonly people: readonly UserPrincipal[];
  /** People of the tenant that no job is about. */
  readonly others: readonly UserPrincipal[];
}

/** Durations of one run. */
export interface Measured {
  readonly tookInMs: number;
  /** Milliseconds of a change that a person made meanwhile. */
  readonly clickInMs?: number;
}

/** One row of the table. */
export interface ThrottlingCase {
  readonly people: number;
  /** People of the tenant beside them that no job is about; default 1. */
  readonly others?: number;
  /** Part of the published quota that the service leaves, while the app reckons with all of it. */
  readonly share?: number;
  readonly arrange?: (environment: Environment, seed: number) => void;
  /** Plays on once the job has started; default waits for its end. */
  readonly play?: (scene: Scene) => Promise<Partial<Measured>>;
  /** Milliseconds to compare with; default are those of the same run without the fault. */
  readonly leastInMs?: number;
  /** Largest mean and largest single run, in milliseconds, by what it is compared with. */
  readonly goal: (leastInMs: number) => { readonly mean: number; readonly worst?: number };
  /** Part of the changes that may be refused. */
  readonly maxRefused?: number;
  /** Times that a change by hand may take as long as without the fault. */
  readonly maxClick?: number;
}

const click = async ({ environment, page, others }: Scene): Promise<number> => {
  const [person] = others;
  if (!person) throw new Error('nobody is left to be licensed by hand');
  const startedAt = environment.clock.monotonic();
  const principal = { kind: 'user', id: person.id } as const;
  await page.licensing.apply({ principal, add: [license(refOf(product))], remove: [] });
  return environment.clock.monotonic() - startedAt;
};

const toTheEnd = ({ page, jobId }: Scene): Promise<unknown> => waitFor(page, jobId, isIdle);

/** A person changes something half a second after the first refusal of 1,000. */
const clickMeanwhile = async (scene: Scene): Promise<Partial<Measured>> => {
  const { environment, page, jobId } = scene;
  const { faults } = environment.emulator;
  const isHit = (): boolean => faults.list().length === 0 || faults.injected().length > 0;
  await waitFor(page, jobId, (state) => isIdle(state) || (isHit() && state.counts.done >= 200));
  await environment.clock.wait(500);
  const clickInMs = await click(scene);
  await toTheEnd(scene);
  return { clickInMs };
};

const refuseAllFor =
  (forMs: number, kind: 'throttle' | 'throttle-zero') =>
  async (scene: Scene): Promise<Partial<Measured>> => {
    const { environment, page, jobId } = scene;
    await settledItems(page, jobId, Math.floor(300 + 400 * environment.random()));
    environment.emulator.faults.set([{ kind, rate: 1, pathPattern: 'POST /users/*/assignLicense' }]);
    await environment.clock.wait(forMs);
    environment.emulator.faults.set([]);
    await toTheEnd(scene);
    return {};
  };

/** As above, but for whole batches. */
const refuseBatchesFor =
  (forMs: number, retryAfterInS: number | undefined) =>
  async (scene: Scene): Promise<Partial<Measured>> => {
    const { environment, page, jobId } = scene;
    await settledItems(page, jobId, Math.floor(300 + 400 * environment.random()));
    let isRefusing = true;
    refuseBatches(environment.emulator, () => (isRefusing ? { status: 429, retryAfterInS } : undefined));
    await environment.clock.wait(forMs);
    isRefusing = false;
    await toTheEnd(scene);
    return {};
  };

/** A second engine, in another browser, gives the license to the second half of the people. */
const twoEngines = async (scene: Scene): Promise<Partial<Measured>> => {
  const { environment, others } = scene;
  const startedAt = environment.clock.monotonic();
  const page = environment.otherBrowser.openPage();
  const jobId = await page.jobs.plan(planAssign(others.slice(0, 2_500)));
  await page.jobs.start(jobId);
  const end = async (rest: Promise<unknown>): Promise<number> => {
    await rest;
    return environment.clock.monotonic() - startedAt;
  };
  const ends = await Promise.all([end(toTheEnd(scene)), end(waitFor(page, jobId, isIdle))]);
  return { tookInMs: Math.max(...ends) };
};

/** Another program of the same app has five more writes to send each second, all the time. */
const withOtherProgram = async (scene: Scene): Promise<Partial<Measured>> => {
  const stop = writeMeanwhile(scene.environment, 5);
  await toTheEnd(scene);
  await stop();
  return {};
};

const plus =
  (mean: number) =>
  (leastInMs: number): { mean: number } => ({ mean: leastInMs + mean });
const times =
  (factor: number) =>
  (leastInMs: number): { mean: number } => ({ mean: leastInMs * factor });

/** All rows, by the names that `--case` takes. */
export const throttlingCases: Readonly<Record<string, ThrottlingCase>> = {
  'published quota, 5,000 people': { people: 5_000, leastInMs: 100_000, goal: times(1.03), maxRefused: 0 },
  'one whole batch refused, Retry-After 1': {
    people: 1_000,
    arrange: ({ emulator }, seed) => {
      const hit = 15 + (seed % 20);
      refuseBatches(emulator, (nth) => (nth === hit ? { status: 429, retryAfterInS: 1 } : undefined));
    },
    goal: plus(2_000),
  },
  'mixed faults, batches too, Retry-After 1': {
    people: 500,
    arrange: mixed('throttle-zero'),
    goal: () => ({ mean: 15_000, worst: 30_000 }),
  },
  'mixed faults, batches too, Retry-After 10 on items': {
    people: 500,
    arrange: mixed('throttle'),
    goal: () => ({ mean: 20_000, worst: 35_000 }),
  },
  'stray refusals of 0.4 %, Retry-After 10': {
    people: 1_000,
    arrange: ({ emulator }, seed) =>
      emulator.faults.set([
        { kind: 'throttle', rate: 0.004, pathPattern: 'POST /users/*/assignLicense', seed },
      ]),
    play: clickMeanwhile,
    goal: plus(12_000),
    maxClick: 2,
  },
  'everything refused for 60 s, Retry-After 10': {
    people: 1_000,
    play: refuseAllFor(60_000, 'throttle'),
    goal: plus(64_000),
  },
  'everything refused for 60 s, Retry-After 1': {
    people: 1_000,
    play: refuseAllFor(60_000, 'throttle-zero'),
    goal: plus(64_000),
  },
  'whole batches refused for 60 s, Retry-After 10': {
    people: 1_000,
    play: refuseBatchesFor(60_000, 10),
    goal: plus(64_000),
  },
  'fixed window of 150 s': {
    people: 5_000,
    arrange: fixedWindow(false),
    leastInMs: 150_000,
    goal: () => ({ mean: 160_000 }),
  },
  'fixed window of 150 s, percentage sent': {
    people: 5_000,
    arrange: fixedWindow(true),
    leastInMs: 150_000,
    goal: () => ({ mean: 160_000 }),
  },
  'two engines, 2,500 people each': {
    people: 2_500,
    others: 2_500,
    play: twoEngines,
    leastInMs: 100_000,
    goal: times(1.03),
    maxRefused: 0.01,
  },
  'quota halved': { people: 3_000, share: 0.5, leastInMs: 150_000, goal: times(1.03) },
  'another program writes 5 a second': {
    people: 5_000,
    play: withOtherProgram,
    leastInMs: 2_000_000 / 15,
    goal: times(1.05),
  },
};
