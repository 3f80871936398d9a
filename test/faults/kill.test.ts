import { license as licenseOf, refOf } from '../licensing/support/samples';
import type { UserPrincipal } from '../../src/base/principal';
import { checkRun } from './runScenario';
import type { Scenario, ScenarioRun } from './scenario';
import { describeRows } from './describeRows';
import { waitBriefly, batches, changes, changing, fault, check } from './rows/shorthand';
import { isIdle, runUntilIdle, waitFor } from './waitFor';
import { grantLicenses, planMove, planOf, planRemove, product } from './environment/people';
import type { LicensePlan } from './environment/people';
import type { Page } from './environment/openPage';
import { openScenario } from './openScenario';

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
async function goOn({ environment, jobId }: ScenarioRun): Promise<void> {
  const page = environment.browser.openPage();
  const found = await waitFor(page, jobId, isIdle);
  if (found.status !== 'finished') await runUntilIdle(page, jobId);
}

/** Runs a job whose page dies at a step, and goes on in another; tells whether it died at all. */
async function dieAndGoOn(run: ScenarioRun, step: number): Promise<boolean> {
  const { page, jobId, environment } = run;
  const died = dieAtStep(page, step);
  const isCrashed = await Promise.race([died.then(() => true), runUntilIdle(page, jobId).then(() => false)]);
  if (!isCrashed) return false;
  await environment.clock.wait(reopensInMs);
  await goOn(run);
  return true;
}

const four: Scenario = { row: '28', name: '400 people', people: 400 };

/** Delays the effect of each request by three seconds: until after the next page is open, which also crashes. */
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
      const { environment, begun } = openScenario(scenario, 1);
      const problems = await environment.clock.run(
        begun.then(async (run) => {
          hasDied = await dieAndGoOn(run, step);
          return checkRun(scenario, run);
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
const dieOften: NonNullable<Scenario['act']> = async (run) => {
  const { environment, jobId } = run;
  let { page } = run;
  for (let deaths = 0; deaths < 6; deaths += 1) {
    const found = await waitFor(page, jobId, isIdle);
    if (found.status === 'finished') return;
    const died = dieAtStep(page, 1 + Math.floor(24 * environment.random()));
    await Promise.race([died, runUntilIdle(page, jobId)]);
    if (!page.isCrashed()) return;
    await environment.clock.wait(reopensInMs);
    page = environment.browser.openPage();
  }
  await goOn(run);
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

const owning: NonNullable<Scenario['arrange']> = ({ tenant }, people) =>
  grantLicenses(tenant, people, product);

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
async function dieWithCallsUnderWay(run: ScenarioRun): Promise<Page> {
  const { page, jobId, environment } = run;
  await page.jobs.start(jobId);
  while (changing(environment).length === 0) await environment.clock.wait(10);
  await waitBriefly(run, 800);
  page.crash();
  environment.emulator.faults.set([]);
  const next = environment.browser.openPage();
  await waitFor(next, jobId, isIdle);
  return next;
}

const resumeAndUndo: NonNullable<Scenario['act']> = async (run) => {
  const next = await dieWithCallsUnderWay(run);
  await runUntilIdle(next, run.jobId);
  await runUntilIdle(next, await next.jobs.undo(run.jobId));
  // By then everything has arrived.
  await run.environment.clock.wait(10_000);
};

/** The ids of people who do not hold the product as asked, as sentences. */
const unlike =
  (shouldHold: boolean): NonNullable<Scenario['assert']> =>
  ({ people, environment }) =>
    people.flatMap(({ id }) =>
      environment.tenant.user(id)?.licenses.some(({ skuId }) => skuId === product) === shouldHold
        ? []
        : [`${id} ${shouldHold ? 'lost' : 'kept'} the product`],
    );

const both =
  (...all: readonly NonNullable<Scenario['arrange']>[]): NonNullable<Scenario['arrange']> =>
  (...given) =>
    all.forEach((arrange) => arrange(...given));

describeRows([
  { row: '28a', name: 'pages die again and again while a product is given', people: 90, act: dieOften },
  {
    row: '28b',
    name: 'pages die again and again while it is taken',
    people: 90,
    plan: planRemove,
    arrange: owning,
    act: dieOften,
  },
  {
    row: '28c',
    name: 'pages die again and again while people are moved',
    people: 90,
    plan: planMove,
    arrange: owning,
    act: dieOften,
  },
  {
    row: '28d',
    name: 'pages die again and again while it is given through a group',
    people: 90,
    plan: planGroup,
    act: dieOften,
  },
  {
    row: '28e',
    name: 'pages die again and again, reads are late and answers are lost while a product is given',
    people: 60,
    arrange: troubled,
    act: dieOften,
    mayRepeat: true,
  },
  {
    row: '28f',
    name: 'pages die again and again, reads are late and answers are lost while it is taken',
    people: 60,
    plan: planRemove,
    arrange: both(owning, troubled),
    act: dieOften,
  },
  {
    row: '28g',
    name: 'what a page sent that died takes effect late: taken back at once, everybody is as before',
    people: 60,
    arrange: late,
    act: resumeAndUndo,
    assert: unlike(false),
    leavesOut: () => true,
    hasOtherJobs: true,
  },
  {
    row: '28h',
    name: 'what a page sent that died takes effect late: given back at once, everybody is as before',
    people: 60,
    plan: planRemove,
    arrange: both(owning, late),
    act: resumeAndUndo,
    assert: unlike(true),
    leavesOut: () => true,
    hasOtherJobs: true,
  },
  {
    row: '28i',
    name: 'what a page sent that died takes effect late: stopped at once, the report is true',
    people: 60,
    arrange: late,
    act: async (run) => {
      const next = await dieWithCallsUnderWay(run);
      await next.jobs.cancel(run.jobId);
      await run.environment.clock.wait(10_000);
    },
    shouldAllSucceed: false,
  },
  {
    row: '28j',
    name: 'a page dies while the group of its job is made, which happens late: there is one group',
    people: 60,
    plan: planGroup,
    arrange: fault('slow', { pathPattern: 'POST /groups' }),
    act: async (run) => {
      const next = await dieWithCallsUnderWay(run);
      await runUntilIdle(next, run.jobId);
    },
    assert: ({ environment }) =>
      check(
        'the group was made twice',
        environment.tenant.groups.filter(({ displayName }) => displayName === 'Timesheets for all').length ===
          1,
      ),
  },
]);
