import type { Fault } from '../../src/sandbox/graph/faults';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import {
  countWrites,
  peopleWithout,
  readReport,
  findMismatches,
  waitForWrites,
  waitUntilFinished,
} from '../support/bulkJourney';
import { expect, test, type Journey, type OpenJourney } from '../support/journey';
import { english } from '../support/languages';
import { pasteAndAssign } from '../support/pasteAndAssign';

const { jobs, outcomes, errors } = english;
const skuId = productIds.learn;
const write = 'POST *assignLicense';
const batch = 'POST /$batch';

/** Console errors that injected faults cause. */
const faultErrors = [/status of (4\d\d|5\d\d)/, /ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_HTTP|ERR_INCOMPLETE/];

let take: (count: number) => readonly UserRow[];

test.use({ sandboxOptions: { users: 5_000 } });

test.beforeAll(({ sandbox }) => {
  take = peopleWithout(sandbox, skuId);
});

test.afterEach(({ sandbox }) => {
  const { emulator } = sandbox;
  emulator.faults.set([]);
  emulator.quota.reset();
});

const some = (kind: Fault['kind'], limit: number, pathPattern = write): Fault => ({
  kind,
  limit,
  pathPattern,
  rate: 0.4,
});

/** Opens the assign pane of the large product. */
function openPane(openJourney: OpenJourney, query: Readonly<Record<string, string>> = {}): Promise<Journey> {
  return openJourney({ query: { sub: `products/${skuId}/assign`, ...query }, expected: faultErrors });
}

async function checkReport(sandbox: Sandbox, { page, tabFrame }: Journey, people: readonly UserRow[]) {
  const report = await readReport(page, await tabFrame());
  return { report, mismatches: findMismatches(sandbox, report, people, skuId) };
}

const cases: readonly (readonly [string, readonly Fault[]])[] = [
  [
    'items are throttled, with every kind of Retry-After',
    [
      some('throttle', 3),
      some('throttle-without-retry-after', 2),
      some('throttle-date', 2),
      some('throttle-zero', 2),
      some('throttle-garbage', 2),
    ],
  ],
  ['a whole batch is throttled', [some('throttle', 1, batch)]],
  [
    'the service breaks in every way',
    [
      some('unavailable', 2),
      some('unavailable-without-retry-after', 2),
      some('server-error', 2),
      some('server-error-html', 2),
      some('bad-gateway', 2),
      some('bad-gateway-html', 2),
      some('gateway-timeout', 2),
      some('gateway-timeout-html', 2),
      some('insufficient-storage', 2),
      some('unavailable-without-retry-after', 1, batch),
      some('bad-gateway-html', 1, batch),
    ],
  ],
  [
    'responses of batches are corrupted in every way',
    [
      some('error-in-ok', 1, batch),
      some('html-in-ok', 1, batch),
      some('cut-json', 1, batch),
      some('batch-without-responses', 1, batch),
      some('batch-one-missing', 1, batch),
      some('batch-one-twice', 1, batch),
      some('batch-unknown-id', 1, batch),
    ],
  ],
  [
    'connections break before and after the effect',
    [
      some('lost-request', 3),
      some('lost-answer', 3),
      some('lost-request', 1, batch),
      some('lost-answer', 2, batch),
    ],
  ],
  ['no response arrives', [some('hang', 1, batch), some('hang-after-effect', 1, batch)]],
  [
    'other changes of the same people are under way',
    [some('concurrency', 3), some('concurrency-400', 3), some('precondition-failed', 3)],
  ],
  [
    'tokens expire and are challenged',
    [some('token-expired', 5), some('token-expired', 1, batch), some('claims-challenge', 3)],
  ],
];

for (const [what, faults] of cases) {
  test(`everyone gets the license once, and the report says so, when ${what}`, async ({
    sandbox,
    openJourney,
  }) => {
    const people = take(60);
    const journey = await openPane(openJourney);
    const frame = await journey.tabFrame();
    await frame.getByRole('combobox').first().waitFor();
    sandbox.emulator.faults.set([]);
    const before = sandbox.emulator.faults.injected().length;
    await pasteAndAssign(frame, people, () => sandbox.emulator.faults.set(faults));
    await waitUntilFinished(frame, 120_000);
    expect(sandbox.emulator.faults.injected().length).toBeGreaterThan(before);
    const { report, mismatches } = await checkReport(sandbox, journey, people);
    expect(mismatches).toEqual([]);
    expect(new Set(report.map(({ outcome }) => outcome))).toEqual(new Set([jobs.reportOutcome.done]));
  });
}

test('the report separates people who were rejected, with the reason, from those who got the license', async ({
  sandbox,
  openJourney,
}) => {
  const people = take(60);
  const [gone] = people;
  const journey = await openPane(openJourney);
  const frame = await journey.tabFrame();
  await pasteAndAssign(frame, people, () =>
    sandbox.emulator.faults.set([
      { kind: 'user-deleted', rate: 1, person: gone?.id, pathPattern: write },
      { kind: 'seats-taken', rate: 1, after: 39, limit: 1, pathPattern: write },
    ]),
  );
  await waitUntilFinished(frame);
  const { report, mismatches } = await checkReport(sandbox, journey, people);
  expect(mismatches).toEqual([]);
  const reasons = new Set(
    report.filter(({ outcome }) => outcome === jobs.reportOutcome.failed).map((row) => row.reason),
  );
  expect(reasons).toEqual(
    new Set([outcomes['principal-not-found'].title, outcomes['no-licenses-available'].title]),
  );
  expect(report.find(({ id }) => id === gone?.id)?.reason).toBe(outcomes['principal-not-found'].title);

  // Licenses that become available go to the rest.
  sandbox.emulator.faults.set([]);
  for (let round = 0; round < 10; round += 1)
    sandbox.emulator.actAsOtherAdmin('seats-freed', { skuIds: [skuId] });
  await frame.getByRole('button', { name: jobs.retryFailed }).click();
  await frame.getByRole('button', { name: `${jobs.filterName.done} 59` }).waitFor();
  const again = await checkReport(sandbox, journey, people);
  expect(again.mismatches).toEqual([]);
  for (let round = 0; round < 100; round += 1)
    sandbox.emulator.actAsOtherAdmin('seats-freed', { skuIds: [skuId] });
});

test('a product that is suspended before the start fails for everyone, and nothing is written', async ({
  sandbox,
  openJourney,
}) => {
  const people = take(20);
  const journey = await openPane(openJourney);
  const { emulator } = sandbox;
  const frame = await journey.tabFrame();
  await pasteAndAssign(frame, people, () => emulator.actAsOtherAdmin('sku-suspended', { skuIds: [skuId] }));
  await waitUntilFinished(frame);
  emulator.actAsOtherAdmin('sku-resumed', { skuIds: [skuId] });
  const { report, mismatches } = await checkReport(sandbox, journey, people);
  expect(mismatches).toEqual([]);
  const reasons = report.map(({ outcome, reason }) => `${outcome}: ${reason}`);
  expect(new Set(reasons)).toEqual(
    new Set([`${jobs.reportOutcome.failed}: ${outcomes['product-suspended'].title}`]),
  );
  expect(countWrites(sandbox, people)).toBe(0);
});

test('a role that expires stops all writes, and the job continues where it stopped', async ({
  sandbox,
  openJourney,
}) => {
  const people = take(120);
  const journey = await openPane(openJourney);
  const { emulator } = sandbox;
  const frame = await journey.tabFrame();
  await pasteAndAssign(frame, people, () =>
    emulator.faults.set([{ kind: 'role-ended', rate: 1, after: 30, limit: 1, pathPattern: write }]),
  );
  await frame.getByText(jobs.pause.roleMissing(false)).first().waitFor();
  const stoppedAt = countWrites(sandbox, people);
  await journey.page.waitForTimeout(3_000);
  expect(countWrites(sandbox, people)).toBe(stoppedAt);
  emulator.faults.set([]);
  await frame.getByRole('button', { name: jobs.resume, exact: true }).click();
  await waitUntilFinished(frame);
  const { report, mismatches } = await checkReport(sandbox, journey, people);
  expect(mismatches).toEqual([]);
  expect(report.every(({ outcome }) => outcome === jobs.reportOutcome.done)).toBe(true);
});

test('a service that asks to wait a day gets no further requests, and the job says so', async ({
  sandbox,
  openJourney,
}) => {
  const people = take(60);
  const journey = await openPane(openJourney);
  const { emulator } = sandbox;
  const frame = await journey.tabFrame();
  await pasteAndAssign(frame, people, () =>
    emulator.faults.set([{ kind: 'throttle-day', rate: 1, limit: 1, after: 20, pathPattern: write }]),
  );
  await frame.getByText(errors.throttled.title).first().waitFor();
  await frame.getByRole('button', { name: `${jobs.filterName.waiting} 1` }).waitFor();
  const { report, mismatches } = await checkReport(sandbox, journey, people);
  expect(mismatches).toEqual([]);
  expect(report.filter(({ outcome }) => outcome !== jobs.reportOutcome.done)).toHaveLength(1);
  await frame.getByRole('button', { name: jobs.stop, exact: true }).click();
  await frame.getByRole('button', { name: `${jobs.filterName.cancelled} 1` }).waitFor();
  expect((await checkReport(sandbox, journey, people)).mismatches).toEqual([]);
});

test('without a connection the job pauses, says so, and resumes by itself', async ({
  sandbox,
  openJourney,
}) => {
  const people = take(300);
  const journey = await openPane(openJourney);
  const { emulator } = sandbox;
  const frame = await journey.tabFrame();
  await pasteAndAssign(frame, people, () =>
    emulator.faults.set([{ kind: 'slow', rate: 1, pathPattern: batch }]),
  );
  await waitForWrites(sandbox, people, 20);
  emulator.faults.set([{ kind: 'cut-off', rate: 1 }]);
  await frame.getByText(jobs.pause.offline).waitFor({ timeout: 60_000 });
  emulator.faults.set([]);
  await waitUntilFinished(frame, 120_000);
  const { report, mismatches } = await checkReport(sandbox, journey, people);
  expect(mismatches).toEqual([]);
  expect(report.every(({ outcome }) => outcome === jobs.reportOutcome.done)).toBe(true);
});
