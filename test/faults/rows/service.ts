import * as v from 'valibot';
import type { JobItem } from '../../../src/jobs/job';
import type { LicenseJobInput } from '../../../src/license-jobs/licenseJob';
import type { LicensingCode } from '../../../src/licensing/types';
import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';
import { checkOverlaps } from '../check/checkWire';
import type { LicenseState } from '../check/checkTruth';
import type { Scenario, Story } from '../scenario';
import { runToRest } from '../waitFor';
import { endow, planMove, planRemove, product } from '../environment/people';
import type { World } from '../environment/openEnvironment';
import { aMoment, atMost, fault, must, oneOf } from './shorthand';

const minuteInMs = 60_000;

/** For each person, whether the product was held directly, from the start on, as each write left it. */
function historyOf({ emulator }: World, id: string): readonly boolean[] {
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

/** What a report says of a person was so at some time while the job ran. */
function checkForItsTime(world: World, state: LicenseState): readonly string[] {
  const wanted = state.header.subject.kind === 'assign';
  return [...state.items].flatMap(({ outcome, input }: JobItem<LicenseJobInput, LicensingCode>) => {
    const isTold =
      outcome?.kind === 'done' || (outcome?.kind === 'skipped' && outcome.reason === 'already-so');
    const isNamed = outcome?.kind === 'failed' && outcome.reason === 'concurrent-change';
    const wasSo = historyOf(world, input.principal.id).includes(wanted);
    return must(
      `${input.principal.id} was never so, and ${JSON.stringify(outcome)}`,
      isTold ? wasSo : isNamed,
    );
  });
}

const readAll = async ({ page, world }: Story): Promise<void> => {
  const users = await page.graph.allPages(
    { path: '/users', query: { select: ['id', 'displayName'], top: 20 }, scopes: ['User.Read.All'] },
    v.object({ id: v.string() }),
  );
  const all = world.tenant.users.filter(({ deletedDateTime }) => deletedDateTime === undefined);
  const ids = new Set(users.map(({ id }) => id));
  if (ids.size !== users.length) throw new Error(`${users.length - ids.size} people were given twice`);
  if (ids.size !== all.length) throw new Error(`${ids.size} of ${all.length} people were read`);
};

const pages = 'GET /users?*skiptoken*';
const spoilt = (kind: FaultKind, limit = 5): NonNullable<Scenario['arrange']> =>
  fault(kind, { pathPattern: pages, rate: 0.3, limit });

/** Other admins, late reads, and lists of many pages. */
export const serviceRows: readonly Scenario[] = [
  {
    row: '34',
    name: 'two admins, the same people, one adds and one removes: each report is true for its time',
    people: 60,
    isWhole: false,
    leavesOut: () => true,
    arrange: ({ emulator }) => {
      emulator.settings.writesTakeInMs = 200;
    },
    play: async (story) => {
      const { page, jobId, people, world } = story;
      const other = world.otherBrowser.openPage();
      const removal = await other.jobs.plan(planRemove(people));
      const first = runToRest(page, jobId);
      await aMoment(story, 1_000);
      const states = [await runToRest(other, removal), await first];
      const problems = states.flatMap((state) => checkForItsTime(world, state));
      problems.push(...checkOverlaps(world.network.exchanges));
      if (problems.length > 0) throw new Error(problems.slice(0, 5).join('\n'));
    },
  },
  {
    row: '34b',
    name: 'two jobs of one tab about the same people: no two changes of a person at a time',
    people: 60,
    hasOtherJobs: true,
    isWhole: false,
    leavesOut: () => true,
    arrange: (world, people, seed) => {
      world.emulator.settings.writesTakeInMs = 200;
      fault('lost-answer', { rate: 0.1 })(world, people, seed);
    },
    play: async (story) => {
      const { page, jobId, people, world } = story;
      const removal = await page.jobs.plan(planRemove(people));
      const first = runToRest(page, jobId);
      await aMoment(story, 500);
      const states = [await runToRest(page, removal), await first];
      const problems = states.flatMap((state) => checkForItsTime(world, state));
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
    judge: ({ world, state, people }) => [
      ...atMost('requests', world.network.exchanges.length, 12 + people.length / 5),
      ...atMost('milliseconds', (state.finishedAt ?? 0) - (state.startedAt ?? 0), 20_000),
    ],
  },
  {
    row: '35b',
    name: 'licenses are invisible for five minutes, and answers are lost: no false failure',
    mayRepeat: true,
    arrange: (world, people, seed) => {
      world.emulator.lag.readsInMs = 5 * minuteInMs;
      world.emulator.lag.indexInMs = 5 * minuteInMs;
      fault('lost-answer', { rate: 0.1 })(world, people, seed);
    },
  },
  {
    row: '35c',
    name: 'taken licenses stay visible for five minutes, and answers are lost: no false failure',
    plan: planRemove,
    arrange: (world, people, seed) => {
      endow(world.tenant, people, product);
      world.emulator.lag.readsInMs = 5 * minuteInMs;
      world.emulator.lag.indexInMs = 5 * minuteInMs;
      fault('lost-answer', { rate: 0.1 })(world, people, seed);
    },
  },
  {
    row: '35d',
    name: 'people are moved while reads are five minutes late, and answers are lost: no false failure',
    plan: planMove,
    mayRepeat: true,
    arrange: (world, people, seed) => {
      endow(world.tenant, people, product);
      world.emulator.lag.readsInMs = 5 * minuteInMs;
      world.emulator.lag.indexInMs = 5 * minuteInMs;
      fault('lost-answer', { rate: 0.1 })(world, people, seed);
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
    play: async ({ page, jobId, people, world }) => {
      const id = people[0]?.id ?? '';
      const found = await page.directory.match([
        { text: `quite.new@${world.tenant.defaultDomain}`, kind: 'address' },
        { text: id, kind: 'object-id' },
      ]);
      if (found[0]?.kind !== 'matched' || found[0].principal.id !== id || found[1]?.kind !== 'duplicate')
        throw new Error(`found ${JSON.stringify(found)}`);
      await runToRest(page, jobId);
    },
  },
  {
    row: '37',
    name: 'pages fail, repeat people or are empty, and their links end: everybody is read once',
    people: 5,
    seeds: 70,
    arrange: oneOf(
      spoilt('server-error'),
      spoilt('lost-answer'),
      spoilt('throttle'),
      spoilt('unavailable'),
      spoilt('link-expired', 2),
      spoilt('page-repeats'),
      ({ emulator }) => {
        emulator.settings.hasEmptyPages = true;
      },
    ),
    play: async (story) => {
      await readAll(story);
      await runToRest(story.page, story.jobId);
    },
  },
];
