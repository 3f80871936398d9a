import type { Page } from '@playwright/test';
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

const { common, jobs, shell } = english;
const skuId = productIds.learn;
const batch = 'POST /$batch';
const expected = [/ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_ABORTED|ERR_FAILED/];

let take: (count: number) => readonly UserRow[];

test.use({ sandboxOptions: { users: 5_000 } });

test.beforeAll(({ sandbox }) => {
  take = peopleWithout(sandbox, skuId);
});

test.afterEach(({ sandbox }) => sandbox.emulator.faults.set([]));

function openPane(openJourney: OpenJourney, query: Readonly<Record<string, string>> = {}): Promise<Journey> {
  return openJourney({ query: { sub: `products/${skuId}/assign`, ...query }, expected });
}

/** Opens another tab in the same browser. */
async function openTab(
  sandbox: Sandbox,
  { page }: Journey,
  query: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`${sandbox.origins.host}/?${new URLSearchParams(query).toString()}`);
  return other;
}

const frameOf = (page: Page) => page.frameLocator('iframe.app-frame');

/** Goes to the list of jobs from the assign pane, which opens with the page. */
async function openJobs(tab: Journey['tab']): Promise<void> {
  await tab.getByRole('dialog').getByRole('button', { name: common.close, exact: true }).last().click();
  await tab
    .getByRole('link', { name: new RegExp(`^${shell.jobs}`) })
    .first()
    .click();
}

test('a job whose tab is closed again and again assigns each license once', async ({
  sandbox,
  openJourney,
}) => {
  test.setTimeout(360_000);
  const people = take(400);
  const journey = await openPane(openJourney);
  const { emulator } = sandbox;
  // Responses are late, so that the tab closes between the effect of a batch and its response as well as between batches.
  await pasteAndAssign(await journey.tabFrame(), people, () =>
    emulator.faults.set([{ kind: 'slow-answer', rate: 0.5, pathPattern: batch }]),
  );
  let { page } = journey;
  let closings = 0;
  while (countWrites(sandbox, people) < people.length && closings < 12) {
    const target = Math.min(people.length, countWrites(sandbox, people) + 90 + closings * 7);
    await waitForWrites(sandbox, people, target);
    await page.close({ runBeforeUnload: false });
    closings += 1;
    page = await openTab(sandbox, journey);
    const resume = frameOf(page).getByRole('button', { name: jobs.resume, exact: true }).first();
    await resume.waitFor({ timeout: 60_000 });
    await resume.click();
  }
  expect(closings).toBeGreaterThan(2);
  emulator.faults.set([]);
  const tab = frameOf(page);
  await tab
    .getByRole('link', { name: new RegExp(`^${shell.jobs}`) })
    .first()
    .click();
  await tab.getByRole('link', { name: /400/ }).first().click();
  await waitUntilFinished(tab, 120_000);
  const report = await readReport(page, tab);
  expect(findMismatches(sandbox, report, people, skuId)).toEqual([]);
  expect(report.every(({ outcome }) => outcome === jobs.reportOutcome.done)).toBe(true);
});

test('a second tab watches a job live, and cannot start it twice', async ({ sandbox, openJourney }) => {
  const people = take(200);
  const journey = await openPane(openJourney);
  const { emulator } = sandbox;
  await pasteAndAssign(await journey.tabFrame(), people, () =>
    emulator.faults.set([{ kind: 'slow', rate: 1, pathPattern: batch }]),
  );
  const other = await openTab(sandbox, journey);
  const tab = frameOf(other);
  await tab
    .getByRole('link', { name: new RegExp(`^${shell.jobs}`) })
    .first()
    .click();
  await tab.getByRole('link', { name: /200/ }).first().click();
  await tab.getByText(jobs.stateText.elsewhere).waitFor();
  expect(await tab.getByRole('button', { name: jobs.resume, exact: true }).count()).toBe(0);
  emulator.faults.set([]);
  await waitUntilFinished(tab);
  const report = await readReport(other, tab);
  expect(findMismatches(sandbox, report, people, skuId)).toEqual([]);
});

test('another account neither sees nor runs the job, and the first account resumes it', async ({
  sandbox,
  openJourney,
}) => {
  const people = take(200);
  const journey = await openPane(openJourney, { person: 'license-admin' });
  const { emulator } = sandbox;
  await pasteAndAssign(await journey.tabFrame(), people, () =>
    emulator.faults.set([{ kind: 'slow', rate: 1, pathPattern: batch }]),
  );
  await waitForWrites(sandbox, people, 20);
  await journey.page.locator('select[name=person]').selectOption('user-admin');
  await openJobs(journey.tab);
  await journey.tab.getByText(jobs.emptyTitle).waitFor();
  const countBefore = countWrites(sandbox, people);
  await journey.page.waitForTimeout(4_000);
  // Requests in flight at the switch of accounts may still arrive, and no others.
  expect(countWrites(sandbox, people) - countBefore).toBeLessThanOrEqual(80);
  emulator.faults.set([]);
  await journey.page.locator('select[name=person]').selectOption('license-admin');
  await openJobs(journey.tab);
  await journey.tab.getByRole('button', { name: jobs.resume, exact: true }).first().click();
  await journey.tab.getByRole('link', { name: /200/ }).first().click();
  await waitUntilFinished(journey.tab);
  const report = await readReport(journey.page, journey.tab);
  expect(findMismatches(sandbox, report, people, skuId)).toEqual([]);
  expect(report.every(({ outcome }) => outcome === jobs.reportOutcome.done)).toBe(true);
});

test('stopping ends all writes within a batch, and undo removes the licenses that were assigned', async ({
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
  await frame.getByRole('button', { name: jobs.stop, exact: true }).click();
  // A confirmation comes first where many items are not prepared yet.
  const anyway = frame.getByRole('button', { name: jobs.stopAnyway });
  const isStopping = frame.getByRole('button', { name: jobs.stopping });
  await anyway.or(isStopping).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await frame.getByRole('button', { name: /^Not started \d/ }).waitFor({ timeout: 60_000 });
  emulator.faults.set([]);
  await waitUntilFinished(frame);
  const report = await readReport(journey.page, frame);
  expect(findMismatches(sandbox, report, people, skuId)).toEqual([]);
  const done = report.filter(({ outcome }) => outcome === jobs.reportOutcome.done).length;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(300);
  await frame.getByRole('button', { name: jobs.undo, exact: true }).click();
  await frame.getByText(jobs.undoCount(done)).waitFor();
  await frame.getByRole('button', { name: jobs.undo, exact: true }).last().click();
  await frame
    .getByText(jobs.summary('undo', { done, pending: 0, skipped: 0, failed: 0, cancelled: 0 }))
    .waitFor();
  const { holders } = sandbox.tenant.groundTruth();
  expect(people.filter(({ id }) => holders[id]?.some((held) => held.skuId === skuId))).toEqual([]);
});

test('where the browser stores nothing, a job runs only for a person who accepts that', async ({
  sandbox,
  openJourney,
}) => {
  const people = take(5);
  const journey = await openPane(openJourney);
  await journey.page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined });
  });
  await journey.page.reload();
  const frame = await journey.tabFrame();
  await pasteAndAssign(frame, people);
  await frame.getByText(english.errors['journal-unavailable'].title).first().waitFor();
  expect(countWrites(sandbox, people)).toBe(0);
  await frame.getByRole('button', { name: jobs.withoutKeeping }).click();
  await waitUntilFinished(frame);
  const report = await readReport(journey.page, frame);
  expect(findMismatches(sandbox, report, people, skuId)).toEqual([]);
});
