import { AppError } from '../../../src/base/appError';
import type { ErrorCode } from '../../../src/base/appError';
import type { LicenseState } from '../check/checkTruth';
import type { Scenario, Story } from '../scenario';
import { isAtRest, runToRest, waitFor } from '../waitFor';
import { aMoment, atMost, changing, fault, heal, must, sentChanges } from './shorthand';

/** Says where a job rests for another reason than the one expected. */
function mustRest({ status, pause }: LicenseState, code: ErrorCode): void {
  if (status !== 'paused' || pause?.kind !== 'stopped' || pause.code !== code)
    throw new Error(`is ${status} ${JSON.stringify(pause)}, not resting for ${code}`);
}

/** A job that comes to rest for a reason, and ends once that is over. */
function restsFor(
  code: ErrorCode,
  hurt: (story: Story) => void,
  mend: (story: Story) => void,
): NonNullable<Scenario['play']> {
  return async (story) => {
    const { page, jobId, world } = story;
    await page.jobs.start(jobId);
    await aMoment(story, 600);
    hurt(story);
    const rested = await waitFor(page, jobId, isAtRest);
    if (rested.status === 'finished') return;
    mustRest(rested, code);
    const sent = sentChanges(world).length;
    await world.clock.wait(120_000);
    if (sentChanges(world).length > sent) throw new Error('changes were sent while the job rested');
    mend(story);
    await runToRest(page, jobId);
  };
}

/** One of several, by chance. */
const choose = <T>(all: readonly [T, ...T[]], { world }: Story): T =>
  all[Math.floor(world.random() * all.length)] ?? all[0];

const me = ({ world }: Story): string =>
  world.tenant.personas.find(({ key }) => key === 'global-admin')?.userId ?? '';

/** The sign-in, the role, the account and the browser's storage. */
export const sessionRows: readonly Scenario[] = [
  {
    row: '23',
    name: 'the role ends in the middle: all writes stop, and the job can go on later',
    people: 120,
    play: async ({ page, jobId, world, people }) => {
      fault('role-ended', { after: 25, limit: 1 })(world, people, 1);
      mustRest(await runToRest(page, jobId), 'forbidden');
      const first = world.emulator.faults.injected()[0]?.at ?? 0;
      const toldAt =
        world.network.exchanges.find(({ calls }) => calls.some(({ status }) => status === 403))?.endedAt ?? 0;
      const late = changing(world).filter(({ departedAt }) => departedAt > toldAt);
      // What was handed to the transport before, 160 changes, may still leave while the rights are read.
      if (late.length > 8) throw new Error(`${late.length} batches left after the refusal at ${first}`);
      heal(world);
      await runToRest(page, jobId);
    },
  },
  {
    row: '41a',
    name: 'some people may not be changed: each refusal is an outcome, and the others are done',
    seeds: 20,
    arrange: fault('forbidden', { rate: 0.3 }),
    isWhole: false,
    play: async ({ page, jobId }) => {
      const { counts } = await runToRest(page, jobId);
      if (counts.failed === 0 || counts.done === 0) throw new Error(`ended with ${JSON.stringify(counts)}`);
    },
  },
  {
    row: '41b',
    name: 'all three of a small list may not be changed: an outcome for each, and the job ends',
    people: 3,
    seeds: 10,
    arrange: fault('forbidden'),
    isWhole: false,
    play: async ({ page, jobId }) => {
      const { status, counts } = await runToRest(page, jobId);
      if (status !== 'finished' || counts.failed !== 3)
        throw new Error(`${status}, ${counts.failed} refused`);
    },
  },
  {
    row: '24a',
    name: 'tokens end after three seconds: one refresh for all, nobody lost',
    people: 90,
    world: { tokensLiveForInS: 3 },
    play: async ({ page, jobId }) => {
      await page.jobs.start(jobId);
      await waitFor(page, jobId, isAtRest);
    },
    judge: ({ page, world, state }) => {
      const seconds = ((state.finishedAt ?? 0) - (state.startedAt ?? 0)) / 1_000;
      const sets = 4;
      return [
        ...atMost('tokens', page.tokens.issued(), sets * (1 + Math.ceil(seconds / 3))),
        ...must('nothing was sent', sentChanges(world).length > 0),
      ];
    },
  },
  {
    row: '24b',
    name: 'items say that the token has ended: one refresh for all',
    arrange: fault('token-expired', { after: 10, limit: 20 }),
    judge: ({ page }) => atMost('tokens', page.tokens.issued(), 8),
  },
  {
    row: '24c',
    seeds: 6,
    name: 'tokens end and new ones come late, and the job is paused meanwhile: nothing leaves after that',
    people: 90,
    // eslint-disable-next-line words/plain-words -- property of a scenario
    world: { tokensLiveForInS: 1 },
    play: async (story) => {
      const { page, jobId, world } = story;
      page.tokens.delay(3_000);
      await page.jobs.start(jobId);
      await aMoment(story, 9_000);
      const paused = page.jobs.pause(jobId);
      const sent = sentChanges(world).length;
      await paused;
      await world.clock.wait(20_000);
      if (sentChanges(world).length > sent) throw new Error('changes left after the pause');
      await runToRest(page, jobId);
    },
  },
  {
    row: '25a',
    name: 'the sessions are revoked in the middle: claims are passed on, and the job goes on',
    people: 90,
    play: async (story) => {
      const { page, jobId, world } = story;
      const rest = runToRest(page, jobId);
      await aMoment(story, 900);
      world.emulator.revoke(me(story));
      await rest;
    },
    judge: ({ page }) => atMost('claims passed on', page.tokens.challenged(), 4),
  },
  {
    row: '25b',
    name: 'a policy asks for a stronger sign-in in the middle',
    people: 90,
    play: async (story) => {
      const { page, jobId, world } = story;
      const rest = runToRest(page, jobId);
      await aMoment(story, 900);
      world.emulator.demandStepUp(me(story));
      await rest;
    },
    judge: ({ page }) => atMost('claims passed on', page.tokens.challenged(), 4),
  },
  {
    row: '25c',
    name: 'every token is challenged: no loop, and the job rests until it is over',
    people: 40,
    play: restsFor(
      'token-refused',
      ({ world, people }) => fault('claims-challenge')(world, people, 1),
      ({ world }) => heal(world),
    ),
    judge: ({ page }) => atMost('claims passed on', page.tokens.challenged(), 20),
  },
  {
    row: '26',
    name: 'no token comes, for want of a sign-in, a window or a consent: the job rests until a person has helped',
    people: 90,
    play: (story) => {
      const code = choose(['sign-in-needed', 'popup-blocked', 'consent-needed'] as const, story);
      return restsFor(
        code,
        ({ page, world }) => {
          page.tokens.refuse(code);
          world.emulator.revoke(me(story));
        },
        ({ page }) => page.tokens.refuse(undefined),
      )(story);
    },
  },
  {
    row: '27a',
    name: 'another account signs in elsewhere: the job refuses to go on',
    people: 90,
    play: restsFor(
      'account-changed',
      ({ page }) => page.tokens.refuse('account-changed'),
      ({ page }) => page.tokens.refuse(undefined),
    ),
  },
  {
    row: '27b',
    name: 'a tab of another account does not take the job up',
    people: 90,
    play: async (story) => {
      const { page, jobId, world } = story;
      await page.jobs.start(jobId);
      await aMoment(story, 900);
      page.crash();
      await world.clock.wait(1_000);
      const other = world.browser.openPage('license-admin');
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
      const again = world.browser.openPage();
      const found = await waitFor(again, jobId, isAtRest);
      if (found.status !== 'finished') await runToRest(again, jobId);
    },
  },
  {
    row: '29',
    name: 'storage is full or gone in the middle: nothing is sent that is not written down',
    people: 90,
    play: (story) => {
      const code = choose(['journal-full', 'journal-unavailable'] as const, story);
      return restsFor(
        code,
        ({ page }) => page.journal.fail(new AppError(code)),
        ({ page }) => page.journal.fail(undefined),
      )(story);
    },
  },
];
