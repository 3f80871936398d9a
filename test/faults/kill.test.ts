import { license as licenseOf, refOf } from '../licensing/support/samples';
import type { UserPrincipal } from '../../src/base/principal';
import { finishStory } from './playScenario';
import type { Scenario, Story } from './scenario';
import { describeRows } from './describeRows';
import { aMoment, batches, changes, changing, fault, must } from './rows/shorthand';
import { isAtRest, runToRest, waitFor } from './waitFor';
import { endow, planMove, planOf, planRemove, product } from './environment/people';
import type { LicensePlan } from './environment/people';
import type { Page } from './environment/openPage';
import { openStory } from './openStory';

const timeoutInMs = 300_000;

/** Lets a page die at its n-th step from now, counted from 1; resolves when it is dead. */
function dieAtStep(page: Page, step: number): Promise<void> {
  let passed = 0;
  return new Promise((resolve) => {
    page.watch(() => {
      passed += 1;
      if (passed !== step) return;
      page.crash();
      resolve();
    });
  });
}

/** Milliseconds that a tab takes to be opened again, in which the wire becomes silent. */
const reopensInMs = 1_000;

/** Goes on in a fresh tab until the job is over. */
async function goOn({ world, jobId }: Story): Promise<void> {
  const page = world.browser.openPage();
  const found = await waitFor(page, jobId, isAtRest);
  if (found.status !== 'finished') await runToRest(page, jobId);
}

/** Runs a job whose page dies at a step, and goes on in another; tells whether it died at all. */
async function dieAndGoOn(story: Story, step: number): Promise<boolean> {
  const { page, jobId, world } = story;
  const died = dieAtStep(page, step);
  const isDead = await Promise.race([died.then(() => true), runToRest(page, jobId).then(() => false)]);
  if (!isDead) return false;
  await world.clock.wait(reopensInMs);
  await goOn(story);
  return true;
}

const four: Scenario = { row: '28', name: '400 people', people: 400 };

/** Whatever a page sends takes effect three seconds late: after the next one is open, where it dies. */
const late: NonNullable<Scenario['arrange']> = ({ emulator }, _people, seed) =>
  emulator.faults.set([{ kind: 'slow', rate: 1, pathPattern: batches, seed }]);

test.each([
  ['', four],
  [' with calls that take effect late', { ...four, arrange: late }],
] as const)(
  'row 28: a page that dies at any step of a job of 400%s leaves it so that the next one ends it, with no effect twice',
  async (_when, scenario) => {
    const { FAULT_STEP } = process.env;
    let step = FAULT_STEP === undefined ? 1 : Number(FAULT_STEP);
    for (let hasDied = true; hasDied; step += 1) {
      const story = openStory(scenario, 1);
      const problems = await story.world.clock.run(
        story.begun.then(async (begun) => {
          hasDied = await dieAndGoOn(begun, step);
          return finishStory(scenario, begun);
        }),
      );
      if (problems.length > 0)
        throw new Error([`FAULT_STEP=${step} npx jest test/faults/kill`, ...problems].join('\n'));
      if (FAULT_STEP !== undefined) return;
    }
    process.stdout.write(`row 28: died at each of ${step - 2} steps\n`);
    expect(step).toBeGreaterThan(70);
  },
  timeoutInMs,
);

/** Dies again and again, each time at another step. */
const dieOften: NonNullable<Scenario['play']> = async (story) => {
  const { world, jobId } = story;
  let { page } = story;
  for (let deaths = 0; deaths < 6; deaths += 1) {
    const found = await waitFor(page, jobId, isAtRest);
    if (found.status === 'finished') return;
    const died = dieAtStep(page, 1 + Math.floor(24 * world.random()));
    await Promise.race([died, runToRest(page, jobId)]);
    if (!page.isDead()) return;
    await world.clock.wait(reopensInMs);
    page = world.browser.openPage();
  }
  await goOn(story);
};

const planGroup = (people: readonly UserPrincipal[]): LicensePlan =>
  planOf(
    { kind: 'through-group', group: { name: 'Timesheets for all' }, disabledPlanIds: [] },
    people,
    () => ({
      add: [licenseOf(refOf(product))],
      remove: [],
    }),
  );

const owning: NonNullable<Scenario['arrange']> = ({ tenant }, people) => endow(tenant, people, product);

/** Reads are late for longer than any of the pages lives, and answers are lost. */
const troubled: NonNullable<Scenario['arrange']> = ({ emulator }, _people, seed) => {
  emulator.lag.readsInMs = 300_000;
  emulator.lag.indexInMs = 300_000;
  emulator.faults.set([
    { kind: 'lost-answer', rate: 0.1, pathPattern: changes, seed },
    { kind: 'throttle', rate: 0.02, pathPattern: changes, seed: seed + 1_000 },
    { kind: 'server-error', rate: 0.02, pathPattern: changes, seed: seed + 2_000 },
  ]);
};

/** The page dies with calls under way, and the next one is open at once. */
async function dieWithCallsUnderWay(story: Story): Promise<Page> {
  const { page, jobId, world } = story;
  await page.jobs.start(jobId);
  while (changing(world).length === 0) await world.clock.wait(10);
  await aMoment(story, 800);
  page.crash();
  world.emulator.faults.set([]);
  const next = world.browser.openPage();
  await waitFor(next, jobId, isAtRest);
  return next;
}

const resumeAndUndo: NonNullable<Scenario['play']> = async (story) => {
  const next = await dieWithCallsUnderWay(story);
  await runToRest(next, story.jobId);
  await runToRest(next, await next.jobs.undo(story.jobId));
  // By then everything has arrived.
  await story.world.clock.wait(10_000);
};

/** The ids of people who do not hold the product as asked, as sentences. */
const unlike =
  (shouldHold: boolean): NonNullable<Scenario['judge']> =>
  ({ people, world }) =>
    people.flatMap(({ id }) =>
      world.tenant.user(id)?.licenses.some(({ skuId }) => skuId === product) === shouldHold
        ? []
        : [`${id} ${shouldHold ? 'lost' : 'kept'} the product`],
    );

const both =
  (...all: readonly NonNullable<Scenario['arrange']>[]): NonNullable<Scenario['arrange']> =>
  (...story) =>
    all.forEach((arrange) => arrange(...story));

describeRows([
  { row: '28a', name: 'pages die again and again while a product is given', people: 90, play: dieOften },
  {
    row: '28b',
    name: 'pages die again and again while it is taken',
    people: 90,
    plan: planRemove,
    arrange: owning,
    play: dieOften,
  },
  {
    row: '28c',
    name: 'pages die again and again while people are moved',
    people: 90,
    plan: planMove,
    arrange: owning,
    play: dieOften,
  },
  {
    row: '28d',
    name: 'pages die again and again while it is given through a group',
    people: 90,
    plan: planGroup,
    play: dieOften,
  },
  {
    row: '28e',
    name: 'pages die again and again, reads are late and answers are lost while a product is given',
    people: 60,
    arrange: troubled,
    play: dieOften,
    mayRepeat: true,
  },
  {
    row: '28f',
    name: 'pages die again and again, reads are late and answers are lost while it is taken',
    people: 60,
    plan: planRemove,
    arrange: both(owning, troubled),
    play: dieOften,
  },
  {
    row: '28g',
    name: 'what a page sent that died takes effect late: taken back at once, everybody is as before',
    people: 60,
    arrange: late,
    play: resumeAndUndo,
    judge: unlike(false),
    leavesOut: () => true,
    hasOtherJobs: true,
  },
  {
    row: '28h',
    name: 'what a page sent that died takes effect late: given back at once, everybody is as before',
    people: 60,
    plan: planRemove,
    arrange: both(owning, late),
    play: resumeAndUndo,
    judge: unlike(true),
    leavesOut: () => true,
    hasOtherJobs: true,
  },
  {
    row: '28i',
    name: 'what a page sent that died takes effect late: stopped at once, the report is true',
    people: 60,
    arrange: late,
    play: async (story) => {
      const next = await dieWithCallsUnderWay(story);
      await next.jobs.cancel(story.jobId);
      await story.world.clock.wait(10_000);
    },
    isWhole: false,
  },
  {
    row: '28j',
    name: 'a page dies while the group of its job is made, which happens late: there is one group',
    people: 60,
    plan: planGroup,
    arrange: fault('slow', { pathPattern: 'POST /groups' }),
    play: async (story) => {
      const next = await dieWithCallsUnderWay(story);
      await runToRest(next, story.jobId);
    },
    judge: ({ world }) =>
      must(
        'the group was made twice',
        world.tenant.groups.filter(({ displayName }) => displayName === 'Timesheets for all').length === 1,
      ),
  },
]);
