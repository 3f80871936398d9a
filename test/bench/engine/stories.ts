// Runs of this app alone with an event during the job, in virtual time: `stories.ts <name>` prints the result as JSON.
import { license as licenseOf, refOf } from '../../licensing/support/samples';
import type { UserPrincipal } from '../../../src/base/principal';
import { countRefused } from '../../faults/check/checkWire';
import { holdsTruly } from '../../faults/check/checkTruth';
import { isIdle, settledItems, waitFor } from '../../faults/waitFor';
import { isWrite } from '../../faults/environment/exchange';
import { openEnvironment } from '../../faults/environment/openEnvironment';
import type { Environment } from '../../faults/environment/openEnvironment';
import type { Page } from '../../faults/environment/openPage';
import { choosePeople, planAssign, planOf, product } from '../../faults/environment/people';
import type { LicensePlan } from '../../faults/environment/people';
import { appId } from '../../faults/environment/tokens';
import { latencyInMs, leastInMs, usersFor } from './contest';

/** Result of a story. */
export interface StoryResult {
  readonly people: number;
  /** Milliseconds until the response to the last change. */
  readonly tookInMs: number;
  readonly leastInMs: number;
  /** Number of changes that were sent, and of those that were rejected. */
  readonly sent: number;
  readonly refused: number;
  readonly lost: number;
  readonly falselyDone: number;
  readonly falselyFailed: number;
  readonly requests: number;
  /** Printed on its own line. */
  readonly note?: string;
}

interface Scene {
  readonly environment: Environment;
  readonly page: Page;
  readonly jobId: string;
  readonly people: readonly UserPrincipal[];
}

interface Story {
  readonly people: number;
  readonly groupProcessingDelayInMs?: number;
  readonly plan?: (people: readonly UserPrincipal[]) => LicensePlan;
  /** Plays the event while the job runs; resolves with the minimum time that is then possible, and a note. */
  readonly play: (scene: Scene) => Promise<{ readonly leastInMs: number; readonly note?: string }>;
}

/** Returns the level of the bucket of writes, in writes. */
function usedWrites({ emulator }: Environment): number {
  const reading = emulator.quota.readings().find(({ name }) => name === 'appWrites');
  return (reading?.level ?? 0) * (reading?.limit.amount ?? 0);
}

/** Compares the page's estimate of the time left with the true value. */
async function askTimeLeft({ page, jobId, environment }: Scene, afterInMs: number): Promise<() => string> {
  const view = await page.jobs.open(jobId);
  await environment.clock.wait(afterInMs);
  const saidInMs = view.throughput().timeLeftInMs ?? NaN;
  const askedAt = environment.clock.monotonic();
  return () => {
    const trulyInMs = environment.clock.monotonic() - askedAt;
    return `${afterInMs / 1_000} s later ${Math.round(saidInMs / 1_000)} s were said to be left, it took ${Math.round(trulyInMs / 1_000)} s`;
  };
}

/** Halves the quota from now on. */
async function halve(scene: Scene, settled: number): Promise<{ leastInMs: number; note: string }> {
  const { environment, page, jobId, people } = scene;
  if (settled > 0) await settledItems(page, jobId, settled);
  const used = usedWrites(environment);
  const left = people.filter(({ id }) => !isLicensed(environment, id)).length;
  environment.emulator.quota.settings.share = 0.5;
  const least = environment.clock.monotonic() + Math.max(0, (used + left - 1_500) / 10) * 1_000;
  const timeLeft = await askTimeLeft(scene, 10_000);
  await waitFor(page, jobId, isIdle);
  return { leastInMs: least, note: timeLeft() };
}

/** Charges the changes of another program with the same app id, successful or not. */
function spend({ emulator, tenant }: Environment, changes: number): void {
  for (let used = 0; used < changes; used += 1)
    try {
      emulator.quota.charge({ caller: { appid: appId, tid: tenant.id }, kind: 'write', units: 0 });
    } catch {
      // Rejected calls are charged too.
    }
}

const throughGroup = (people: readonly UserPrincipal[]): LicensePlan =>
  planOf(
    { kind: 'through-group', group: { name: 'Timesheets for all' }, disabledPlanIds: [] },
    people,
    () => ({
      add: [licenseOf(refOf(product))],
      remove: [],
    }),
  );

async function followGroup({
  environment,
  page,
  jobId,
  people,
}: Scene): Promise<{ leastInMs: number; note: string }> {
  const { counts, status } = await waitFor(
    page,
    jobId,
    (state) => state.status === 'following' || isIdle(state),
  );
  const writesEndAt = environment.clock.monotonic();
  await waitFor(page, jobId, isIdle);
  const endedAt = environment.clock.monotonic();
  return {
    leastInMs: leastInMs(people.length / 20 + 2),
    note:
      `then “${status}” with ${counts.pending.toLocaleString('en')} pending at ${Math.round(writesEndAt / 1_000)} s, ` +
      `and finished at ${Math.round(endedAt / 1_000)} s (Entra's processing is set to 2 × 300 s)`,
  };
}

const stories: Readonly<Record<string, Story>> = {
  'half of the quota goes after 3,500 of 5,000': { people: 5_000, play: (scene) => halve(scene, 3_500) },
  'half of the quota is gone from the start': { people: 5_000, play: (scene) => halve(scene, 0) },
  'refused calls are charged, another program sends 500': {
    people: 5_000,
    play: async ({ environment, page, jobId }) => {
      await settledItems(page, jobId, 3_200);
      spend(environment, 500);
      await waitFor(page, jobId, isIdle);
      return { leastInMs: leastInMs(5_500) };
    },
  },
  'through a group': {
    people: 100_000,
    groupProcessingDelayInMs: 300_000,
    plan: throughGroup,
    play: followGroup,
  },
};

/** The names of all stories. */
export const storyNames: readonly string[] = Object.keys(stories);

const isLicensed = ({ tenant }: Environment, id: string): boolean =>
  tenant.user(id)?.licenses.some(({ skuId, state }) => skuId === product && state === 'Active') === true;

async function runStory(name: string, people?: number): Promise<StoryResult> {
  const story = stories[name];
  if (!story) throw new Error(`there is no story "${name}"`);
  const { groupProcessingDelayInMs, plan = planAssign } = story;
  const count = people ?? story.people;
  const environment = openEnvironment({
    seed: 1,
    users: usersFor(count),
    latencyInMs,
    groupProcessingDelayInMs,
  });
  const chosen = choosePeople(environment.tenant, count, environment.random);
  const page = environment.browser.openPage();
  return environment.clock.run(
    (async () => {
      const jobId = await page.jobs.plan(plan(chosen));
      await page.jobs.start(jobId);
      const played = await story.play({ environment, page, jobId, people: chosen });
      return { people: count, ...played, ...(await sumUp(environment, page, jobId)) };
    })(),
  );
}

async function sumUp(
  environment: Environment,
  page: Page,
  jobId: string,
): Promise<Omit<StoryResult, 'people' | 'leastInMs' | 'note'>> {
  const { exchanges } = environment.network;
  const { items, header } = (await page.jobs.open(jobId)).state();
  const isByGroup = header.subject.kind === 'through-group';
  const tally = { lost: 0, falselyDone: 0, falselyFailed: 0 };
  for (const { input, outcome } of items) {
    const isSo = holdsTruly(environment.tenant, input, isByGroup);
    const isReported = outcome?.kind === 'done';
    if (!isSo) tally.lost += 1;
    if (isReported && !isSo) tally.falselyDone += 1;
    if (isSo && !isReported) tally.falselyFailed += 1;
  }
  const writes = exchanges.filter(({ calls }) => calls.some(isWrite));
  const tookInMs = Math.max(...writes.map(({ endedAt = 0 }) => endedAt));
  return { tookInMs, ...countRefused(exchanges), ...tally, requests: exchanges.length };
}

const [, file = '', name] = process.argv;
if (name !== undefined && file === __filename)
  void runStory(name, Number(process.argv[4] ?? NaN) || undefined).then((result) =>
    console.log(JSON.stringify(result)),
  );
