// `playCase.ts <order as JSON>` plays one case with all its seeds and prints the runs as JSON.
import { countRefused } from '../../faults/check/checkWire';
import { holdsTruly } from '../../faults/check/checkTruth';
import { isIdle, waitFor } from '../../faults/waitFor';
import { openEnvironment } from '../../faults/environment/openEnvironment';
import { choosePeople, planAssign } from '../../faults/environment/people';
import { latencyInMs } from '../engine/contest';
import type { Measured, Scene, ThrottlingCase } from './cases';
import { throttlingCases } from './cases';
import { createRealClock } from './realClock';

/** Order to play one case. */
export interface CaseOrder {
  readonly name: string;
  readonly seeds: readonly number[];
  readonly isReal: boolean;
}

/** One run beside the same one without the fault. */
export interface CaseRun extends Measured {
  readonly seed: number;
  readonly leastInMs: number;
  readonly leastClickInMs?: number;
  readonly sent: number;
  readonly refused: number;
  readonly lost: number;
  readonly falseOutcomes: number;
  /** Most people who were refused and not yet sent again at the same time. */
  readonly waiting: number;
  /** The furthest that the range of the time left was off, as a part of what was truly left, from 20 s after the start on. */
  readonly timeLeftOff: number | undefined;
}

const firstAskedInMs = 20_000;
/** In the last seconds a part of what is left is no measure. */
const lastAskedInMs = 10_000;

type Run = Omit<CaseRun, 'seed' | 'leastInMs' | 'leastClickInMs'>;

async function playOnce(
  test: ThrottlingCase,
  seed: number,
  isReal: boolean,
  isFaulty: boolean,
): Promise<Run> {
  const { others = 1 } = test;
  const environment = openEnvironment({
    seed,
    users: Math.ceil(1.8 * (test.people + others)),
    latencyInMs,
    ...(isReal ? { clock: createRealClock() } : {}),
  });
  const chosen = choosePeople(environment.tenant, test.people + others, environment.random);
  const people = chosen.slice(0, test.people);
  if (isFaulty) {
    test.arrange?.(environment, seed);
    environment.emulator.quota.settings.share = test.share ?? 1;
  }
  const page = environment.browser.openPage();
  const playing = async (): Promise<Run> => {
    const jobId = await page.jobs.plan(planAssign(people));
    const scene: Scene = { environment, page, jobId, people, others: chosen.slice(test.people) };
    const startedAt = environment.clock.monotonic();
    await page.jobs.start(jobId);
    const said = await trackTimeLeft(scene);
    const needsPlay = isFaulty || test.maxClick !== undefined;
    const measured = needsPlay ? await test.play?.(scene) : undefined;
    await waitFor(page, jobId, isIdle);
    const endedAt = environment.clock.monotonic();
    return {
      tookInMs: endedAt - startedAt,
      ...measured,
      ...(await sumUp(scene)),
      waiting: countMaxWaiting(scene),
      timeLeftOff: said(endedAt),
    };
  };
  return environment.clock.run(playing());
}

/** Asks for the time left every second; gives how far off it was, once the end is known. */
async function trackTimeLeft({
  environment,
  page,
  jobId,
}: Scene): Promise<(endedAt: number) => number | undefined> {
  const view = await page.jobs.open(jobId);
  const startedAt = environment.clock.monotonic();
  const said: { readonly at: number; readonly leftInMs: number; readonly error: number }[] = [];
  void (async () => {
    while (!isIdle(view.state())) {
      const { timeLeftInMs, timeLeftError = 0 } = view.throughput();
      if (timeLeftInMs !== undefined)
        said.push({ at: environment.clock.monotonic(), leftInMs: timeLeftInMs, error: timeLeftError });
      await environment.clock.wait(1_000);
    }
  })();
  return (endedAt) => {
    const offs = said
      .filter(({ at }) => at >= startedAt + firstAskedInMs && at <= endedAt - lastAskedInMs)
      .map(({ at, leftInMs, error }) => {
        const trulyInMs = endedAt - at;
        const least = Number.isFinite(error) ? leftInMs * (1 - error) : leftInMs;
        const most = Number.isFinite(error) ? leftInMs * (1 + error) : Infinity;
        const nearest = Math.min(Math.max(trulyInMs, least), most);
        return (nearest - trulyInMs) / trulyInMs;
      });
    return offs.length === 0 ? undefined : offs.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  };
}

async function sumUp({
  environment,
  page,
  jobId,
}: Scene): Promise<Pick<Run, 'sent' | 'refused' | 'lost' | 'falseOutcomes'>> {
  const { items } = (await page.jobs.open(jobId)).state();
  let lost = 0;
  let falseOutcomes = 0;
  for (const { input, outcome } of items) {
    const isSo = holdsTruly(environment.tenant, input, false);
    const isReported = outcome?.kind === 'done' || outcome?.kind === 'skipped';
    if (!isSo) lost += 1;
    if (isSo !== isReported) falseOutcomes += 1;
  }
  return { ...countRefused(environment.network.exchanges), lost, falseOutcomes };
}

function countMaxWaiting({ environment }: Scene): number {
  const waiting = new Set<string>();
  let most = 0;
  const steps = environment.network.exchanges.flatMap(({ calls, departedAt, endedAt = departedAt }) => [
    { at: departedAt, act: () => calls.forEach(({ path }) => waiting.delete(path)) },
    {
      at: endedAt,
      act: () => calls.forEach(({ path, status }) => status === 429 && waiting.add(path)),
    },
  ]);
  for (const { act } of steps.sort((one, other) => one.at - other.at)) {
    act();
    most = Math.max(most, waiting.size);
  }
  return most;
}

async function play({ name, seeds, isReal }: CaseOrder): Promise<readonly CaseRun[]> {
  const test = throttlingCases[name];
  if (!test) throw new Error(`there is no case "${name}"`);
  const runs: CaseRun[] = [];
  for (const seed of seeds) {
    const run = await playOnce(test, seed, isReal, true);
    const clean = test.leastInMs === undefined ? await playOnce(test, seed, false, false) : undefined;
    runs.push({
      seed,
      ...run,
      leastInMs: test.leastInMs ?? clean?.tookInMs ?? 0,
      leastClickInMs: clean?.clickInMs,
    });
  }
  return runs;
}

void play(JSON.parse(process.argv[2] ?? '') as CaseOrder).then((runs) => console.log(JSON.stringify(runs)));
