import * as v from 'valibot';
import type { JobItem } from '../../../src/jobs/job';
import type { LicenseJobInput } from '../../../src/license-jobs/licenseJob';
import type { LicensingCode } from '../../../src/licensing/types';
import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';
import { checkOverlaps } from '../check/checkWire';
import type { LicenseState } from '../check/checkTruth';
import type { Scenario, ScenarioRun } from '../scenario';
import { runUntilIdle } from '../waitFor';
import { grantLicenses, planMove, planRemove, product } from '../environment/people';
import type { Environment } from '../environment/openEnvironment';
import { waitBriefly, atMost, fault, check, oneOf } from './shorthand';

const minuteInMs = 60_000;

/** For each person, whether the product was held directly, from the start on, as each write left it. */
function historyOf({ emulator }: Environment, id: string): readonly boolean[] {
  const steps = emulator.writes
    .entries()
    .flatMap((entry) =>
      entry.id === id
        ? entry.effects.flatMap((effect) =>
            'skuId' in effect && effect.skuId === product ? [effect.what !== 'license-removed'] : [],
          )
        : [],
    );
  return [false, ...steps];
}

/** Checks that each reported state was true at some time while the job ran. */
function checkForItsTime(environment: Environment, state: LicenseState): readonly string[] {
  const wanted = state.header.subject.kind === 'assign';
  return [...state.items].flatMap(({ outcome, input }: JobItem<LicenseJobInput, LicensingCode>) => {
    const isReported =
      outcome?.kind === 'done' || (outcome?.kind === 'skipped' && outcome.reason === 'no-change');
    const isNamed = outcome?.kind === 'failed' && outcome.reason === 'concurrent-change';
    const wasSo = historyOf(environment, input.principal.id).includes(wanted);
    return check(
      `${input.principal.id} was never so, and ${JSON.stringify(outcome)}`,
      isReported ? wasSo : isNamed,
    );
  });
}

const readAll = async ({ page, environment }: ScenarioRun): Promise<void> => {
  const users = await page.graph.allPages(
    { path: '/users', query: { select: ['id', 'displayName'], top: 20 }, scopes: ['User.Read.All'] },
    v.object({ id: v.string() }),
  );
  const all = environment.tenant.users.filter(({ deletedDateTime }) => deletedDateTime === undefined);
  const ids = new Set(users.map(({ id }) => id));
  if (ids.size !== users.length) throw new Error(`${users.length - ids.size} people were given twice`);
  if (ids.size !== all.length) throw new Error(`${ids.size} of ${all.length} people were read`);
};

const pages = 'GET /users?*skiptoken*';
const corrupted = (kind: FaultKind, limit = 5): NonNullable<Scenario['arrange']> =>
  fault(kind, { pathPattern: pages, rate: 0.3, limit });

/** Other admins, late reads, and lists of many pages. */
export const serviceRows: readonly Scenario[] = [
  {
    row: '34',
    name: 'two admins, the same people, one adds and one removes: each report is true for its time',
    people: 60,
    shouldAllSucceed: false,
    leavesOut: () => true,
    arrange: ({ emulator }) => {
      emulator.settings.writesTakeInMs = 200;
    },
    act: async (run) => {
      const { page, jobId, people, environment } = run;
      const other = environment.otherBrowser.openPage();
      const removal = await other.jobs.plan(planRemove(people));
      const first = runUntilIdle(page, jobId);
      await waitBriefly(run, 1_000);
      const states = [await runUntilIdle(other, removal), await first];
      const problems = states.flatMap((state) => checkForItsTime(environment, state));
      problems.push(...checkOverlaps(environment.network.exchanges));
      if (problems.length > 0) throw new Error(problems.slice(0, 5).join('\n'));
    },
  },
  {
    row: '34b',
    name: 'two jobs of one tab about the same people: no two changes of a person at a time',
    people: 60,
    hasOtherJobs: true,
    shouldAllSucceed: false,
    leavesOut: () => true,
    arrange: (environment, people, seed) => {
      environment.emulator.settings.writesTakeInMs = 200;
      fault('lost-answer', { rate: 0.1 })(environment, people, seed);
    },
    act: async (run) => {
      const { page, jobId, people, environment } = run;
      const removal = await page.jobs.plan(planRemove(people));
      const first = runUntilIdle(page, jobId);
      await waitBriefly(run, 500);
      const states = [await runUntilIdle(page, removal), await first];
      const problems = states.flatMap((state) => checkForItsTime(environment, state));
      if (problems.length > 0) throw new Error(problems.slice(0, 5).join('\n'));
    },
  },
  {
    row: '35a',
    name: 'licenses are invisible for five minutes: done, and no loop',
    arrange: ({ emulator }) => {
      emulator.lag.readsInMs = 5 * minuteInMs;
      emulator.lag.indexInMs = 5 * minuteInMs;
    },
    assert: ({ environment, state, people }) => [
      ...atMost('requests', environment.network.exchanges.length, 12 + people.length / 5),
      ...atMost('milliseconds', (state.finishedAt ?? 0) - (state.startedAt ?? 0), 20_000),
    ],
  },
  {
    row: '35b',
    name: 'licenses are invisible for five minutes, and answers are lost: no false failure',
    mayRepeat: true,
    arrange: (environment, people, seed) => {
      environment.emulator.lag.readsInMs = 5 * minuteInMs;
      environment.emulator.lag.indexInMs = 5 * minuteInMs;
      fault('lost-answer', { rate: 0.1 })(environment, people, seed);
    },
  },
  {
    row: '35c',
    name: 'taken licenses stay visible for five minutes, and answers are lost: no false failure',
    plan: planRemove,
    arrange: (environment, people, seed) => {
      grantLicenses(environment.tenant, people, product);
      environment.emulator.lag.readsInMs = 5 * minuteInMs;
      environment.emulator.lag.indexInMs = 5 * minuteInMs;
      fault('lost-answer', { rate: 0.1 })(environment, people, seed);
    },
  },
  {
    row: '35d',
    name: 'people are moved while reads are five minutes late, and answers are lost: no false failure',
    plan: planMove,
    mayRepeat: true,
    arrange: (environment, people, seed) => {
      grantLicenses(environment.tenant, people, product);
      environment.emulator.lag.readsInMs = 5 * minuteInMs;
      environment.emulator.lag.indexInMs = 5 * minuteInMs;
      fault('lost-answer', { rate: 0.1 })(environment, people, seed);
    },
  },
  {
    row: '36',
    name: 'the search index does not know a person yet: the exact address and the id do',
    people: 20,
    arrange: ({ emulator, tenant }, people) => {
      emulator.lag.indexInMs = 60 * minuteInMs;
      const row = tenant.user(people[0]?.id ?? '');
      const mail = `quite.new@${tenant.defaultDomain}`;
      if (row) tenant.save({ users: [{ ...row, mail, userPrincipalName: mail, displayName: 'Quite New' }] });
    },
    act: async ({ page, jobId, people, environment }) => {
      const id = people[0]?.id ?? '';
      const found = await page.directory.match([
        { text: `quite.new@${environment.tenant.defaultDomain}`, kind: 'address' },
        { text: id, kind: 'object-id' },
      ]);
      if (found[0]?.kind !== 'matched' || found[0].principal.id !== id || found[1]?.kind !== 'duplicate')
        throw new Error(`found ${JSON.stringify(found)}`);
      await runUntilIdle(page, jobId);
    },
  },
  {
    row: '37',
    name: 'pages fail, repeat people or are empty, and their links end: everybody is read once',
    people: 5,
    seeds: 70,
    arrange: oneOf(
      corrupted('server-error'),
      corrupted('lost-answer'),
      corrupted('throttle'),
      corrupted('unavailable'),
      corrupted('link-expired', 2),
      corrupted('page-repeats'),
      ({ emulator }) => {
        emulator.settings.hasEmptyPages = true;
      },
    ),
    act: async (run) => {
      await readAll(run);
      await runUntilIdle(run.page, run.jobId);
    },
  },
];
