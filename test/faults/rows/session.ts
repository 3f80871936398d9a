import { AppError } from '../../../src/base/appError';
import type { ErrorCode } from '../../../src/base/appError';
import type { LicenseState } from '../check/checkTruth';
import type { Scenario, ScenarioRun } from '../scenario';
import { isIdle, runUntilIdle, waitFor } from '../waitFor';
import { waitBriefly, atMost, changing, fault, clearFaults, check, sentChanges } from './shorthand';

/** Says where a job rests for another reason than the one expected. */
function assertPaused({ status, pause }: LicenseState, code: ErrorCode): void {
  if (status !== 'paused' || pause?.kind !== 'stopped' || pause.code !== code)
    throw new Error(`is ${status} ${JSON.stringify(pause)}, not resting for ${code}`);
}

/** A job that comes to rest for a reason, and ends once that is over. */
function pausesFor(
  code: ErrorCode,
  breakIt: (run: ScenarioRun) => void,
  repair: (run: ScenarioRun) => void,
): NonNullable<Scenario['act']> {
  return async (run) => {
    const { page, jobId, environment } = run;
    await page.jobs.start(jobId);
    await waitBriefly(run, 600);
    breakIt(run);
    const rested = await waitFor(page, jobId, isIdle);
    if (rested.status === 'finished') return;
    assertPaused(rested, code);
    const sent = sentChanges(environment).length;
    await environment.clock.wait(120_000);
    if (sentChanges(environment).length > sent) throw new Error('changes were sent while the job rested');
    repair(run);
    await runUntilIdle(page, jobId);
  };
}

/** One of several, by chance. */
const choose = <T>(all: readonly [T, ...T[]], { environment }: ScenarioRun): T =>
  all[Math.floor(environment.random() * all.length)] ?? all[0];

const me = ({ environment }: ScenarioRun): string =>
  environment.tenant.personas.find(({ key }) => key === 'global-admin')?.userId ?? '';

/** The sign-in, the role, the account and the browser's storage. */
export const sessionRows: readonly Scenario[] = [
  {
    row: '23',
    name: 'the role ends in the middle: all writes stop, and the job can go on later',
    people: 120,
    act: async ({ page, jobId, environment, people }) => {
      fault('role-ended', { after: 25, limit: 1 })(environment, people, 1);
      assertPaused(await runUntilIdle(page, jobId), 'forbidden');
      const first = environment.emulator.faults.injected()[0]?.at ?? 0;
      const refusedAt =
        environment.network.exchanges.find(({ calls }) => calls.some(({ status }) => status === 403))
          ?.endedAt ?? 0;
      const late = changing(environment).filter(({ departedAt }) => departedAt > refusedAt);
      // What was handed to the transport before, 160 changes, may still leave while the rights are read.
      if (late.length > 8) throw new Error(`${late.length} batches left after the refusal at ${first}`);
      clearFaults(environment);
      await runUntilIdle(page, jobId);
    },
  },
  {
    row: '41a',
    name: 'some people may not be changed: each refusal is an outcome, and the others are done',
    seeds: 20,
    arrange: fault('forbidden', { rate: 0.3 }),
    shouldAllSucceed: false,
    act: async ({ page, jobId }) => {
      const { counts } = await runUntilIdle(page, jobId);
      if (counts.failed === 0 || counts.done === 0) throw new Error(`ended with ${JSON.stringify(counts)}`);
    },
  },
  {
    row: '41b',
    name: 'all three of a small list may not be changed: an outcome for each, and the job ends',
    people: 3,
    seeds: 10,
    arrange: fault('forbidden'),
    shouldAllSucceed: false,
    act: async ({ page, jobId }) => {
      const { status, counts } = await runUntilIdle(page, jobId);
      if (status !== 'finished' || counts.failed !== 3)
        throw new Error(`${status}, ${counts.failed} refused`);
    },
  },
  {
    row: '24a',
    name: 'tokens end after three seconds: one refresh for all, nobody lost',
    people: 90,
    environment: { tokensLiveForInS: 3 },
    act: async ({ page, jobId }) => {
      await page.jobs.start(jobId);
      await waitFor(page, jobId, isIdle);
    },
    assert: ({ page, environment, state }) => {
      const seconds = ((state.finishedAt ?? 0) - (state.startedAt ?? 0)) / 1_000;
      const sets = 4;
      return [
        ...atMost('tokens', page.tokens.issued(), sets * (1 + Math.ceil(seconds / 3))),
        ...check('nothing was sent', sentChanges(environment).length > 0),
      ];
    },
  },
  {
    row: '24b',
    name: 'items say that the token has ended: one refresh for all',
    arrange: fault('token-expired', { after: 10, limit: 20 }),
    assert: ({ page }) => atMost('tokens', page.tokens.issued(), 8),
  },
  {
    row: '24c',
    seeds: 6,
    name: 'tokens end and new ones come late, and the job is paused meanwhile: nothing leaves after that',
    people: 90,
    environment: { tokensLiveForInS: 1 },
    act: async (run) => {
      const { page, jobId, environment } = run;
      page.tokens.delay(3_000);
      await page.jobs.start(jobId);
      await waitBriefly(run, 9_000);
      const paused = page.jobs.pause(jobId);
      const sent = sentChanges(environment).length;
      await paused;
      await environment.clock.wait(20_000);
      if (sentChanges(environment).length > sent) throw new Error('changes left after the pause');
      await runUntilIdle(page, jobId);
    },
  },
  {
    row: '25a',
    name: 'the sessions are revoked in the middle: claims are passed on, and the job goes on',
    people: 90,
    act: async (run) => {
      const { page, jobId, environment } = run;
      const rest = runUntilIdle(page, jobId);
      await waitBriefly(run, 900);
      environment.emulator.revoke(me(run));
      await rest;
    },
    assert: ({ page }) => atMost('claims passed on', page.tokens.challenged(), 4),
  },
  {
    row: '25b',
    name: 'a policy asks for a stronger sign-in in the middle',
    people: 90,
    act: async (run) => {
      const { page, jobId, environment } = run;
      const rest = runUntilIdle(page, jobId);
      await waitBriefly(run, 900);
      environment.emulator.demandStepUp(me(run));
      await rest;
    },
    assert: ({ page }) => atMost('claims passed on', page.tokens.challenged(), 4),
  },
  {
    row: '25c',
    name: 'every token is challenged: no loop, and the job rests until it is over',
    people: 40,
    act: pausesFor(
      'token-refused',
      ({ environment, people }) => fault('claims-challenge')(environment, people, 1),
      ({ environment }) => clearFaults(environment),
    ),
    assert: ({ page }) => atMost('claims passed on', page.tokens.challenged(), 20),
  },
  {
    row: '26',
    name: 'no token comes, for want of a sign-in, a window or a consent: the job rests until a person has helped',
    people: 90,
    act: (run) => {
      const code = choose(['sign-in-needed', 'popup-blocked', 'consent-needed'] as const, run);
      return pausesFor(
        code,
        ({ page, environment }) => {
          page.tokens.refuse(code);
          environment.emulator.revoke(me(run));
        },
        ({ page }) => page.tokens.refuse(undefined),
      )(run);
    },
  },
  {
    row: '27a',
    name: 'another account signs in elsewhere: the job refuses to go on',
    people: 90,
    act: pausesFor(
      'account-changed',
      ({ page }) => page.tokens.refuse('account-changed'),
      ({ page }) => page.tokens.refuse(undefined),
    ),
  },
  {
    row: '27b',
    name: 'a tab of another account does not take the job up',
    people: 90,
    act: async (run) => {
      const { page, jobId, environment } = run;
      await page.jobs.start(jobId);
      await waitBriefly(run, 900);
      page.crash();
      await environment.clock.wait(1_000);
      const other = environment.browser.openPage('license-admin');
      const refusals = await Promise.all(
        [other.jobs.open(jobId), other.jobs.start(jobId), other.jobs.cancel(jobId)].map((asked) =>
          asked.then(
            () => 'nothing',
            (error: unknown) => (error instanceof AppError ? error.code : String(error)),
          ),
        ),
      );
      if (refusals.some((code) => code !== 'account-changed'))
        throw new Error(`refused by ${refusals.join(', ')}`);
      const again = environment.browser.openPage();
      const found = await waitFor(again, jobId, isIdle);
      if (found.status !== 'finished') await runUntilIdle(again, jobId);
    },
  },
  {
    row: '29',
    name: 'storage is full or gone in the middle: nothing is sent that is not written down',
    people: 90,
    act: (run) => {
      const code = choose(['journal-full', 'journal-unavailable'] as const, run);
      return pausesFor(
        code,
        ({ page }) => page.journal.fail(new AppError(code)),
        ({ page }) => page.journal.fail(undefined),
      )(run);
    },
  },
];
