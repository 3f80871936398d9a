import type { FrameLocator } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { peopleWithout, readReport, findMismatches } from '../support/bulkJourney';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';
import { pasteAndAssign, pasteText } from '../support/pasteAndAssign';

const { assign, common, jobs, product } = english;
const skuId = productIds.learn;
const furtherPage = 'GET /users?*skiptoken=*';
const hourInMs = 3_600_000;
const others = { pending: 0, skipped: 0, failed: 0, cancelled: 0 };

let take: (count: number) => readonly UserRow[];

test.use({ sandboxOptions: { users: 9_000 } });

test.beforeAll(({ sandbox }) => {
  take = peopleWithout(sandbox, skuId);
});

test.afterEach(({ sandbox }) => {
  const { emulator } = sandbox;
  emulator.faults.set([]);
  emulator.settings.linksLiveInMs = Infinity;
  Object.assign(emulator.lag, { readsInMs: 0, indexInMs: 0, countsInMs: 0 });
});

/** Counts the people who have the product, with those whose assignment is in error. */
function countHolders({ tenant }: Sandbox): number {
  const { holders } = tenant.groundTruth();
  return Object.values(holders).flatMap((each) => each.filter((holder) => holder.skuId === skuId)).length;
}

/** Waits until the list has everyone who has the product, and each of them once. */
async function waitForEveryHolder(sandbox: Sandbox, tab: FrameLocator): Promise<void> {
  const all = countHolders(sandbox);
  // The selection is a set of people, so a person who is listed twice makes the count smaller.
  const head = tab.getByRole('checkbox', { name: product.selectAllRows });
  await tab
    .getByRole('status')
    .filter({ hasText: /have a license/ })
    .waitFor();
  await head.check();
  await tab.getByText(product.selected(all, 0), { exact: true }).waitFor();
}

test('people whom the search index does not have yet are found by address and by ID, typed and pasted', async ({
  sandbox,
  openJourney,
}) => {
  const { tenant, emulator } = sandbox;
  const { tab } = await openJourney({ query: { sub: `products/${skuId}/assign` } });
  emulator.lag.indexInMs = hourInMs;
  // The emulator indexes names at the first search, so this test comes first.
  const people = take(4).map((user, index) => {
    const address = `quite.new.${index}@${tenant.defaultDomain}`;
    return { ...user, displayName: `Quite New ${index}`, userPrincipalName: address, mail: address };
  });
  tenant.save({ users: people });
  const [typed, typedId, pasted, pastedId] = people;
  if (!typed || !typedId || !pasted || !pastedId)
    throw new Error('The tenant lacks the people of this journey.');
  const picker = tab.getByRole('combobox').first();
  await picker.fill('Quite New');
  await tab.getByText(assign.nothingFound('Quite New')).first().waitFor();
  for (const [text, { displayName }] of [
    [typed.userPrincipalName, typed],
    [typedId.id, typedId],
  ] as const) {
    await picker.fill(text);
    await tab.getByRole('option', { name: new RegExp(displayName) }).click();
  }
  await tab.getByText(assign.listCount(2)).waitFor();
  await pasteText(picker, `${pasted.userPrincipalName}\n${pastedId.id}`);
  await tab.getByText(assign.listCount(4)).waitFor();
  await tab.getByRole('button', { name: assign.assign, exact: true }).click();
  await tab.getByText(jobs.summary('assign', { ...others, done: 4 })).waitFor();
  const { holders } = tenant.groundTruth();
  expect(people.filter(({ id }) => !holders[id]?.some((held) => held.skuId === skuId))).toEqual([]);
});

test('licenses that reads do not show for minutes are assigned once each, without further reads', async ({
  sandbox,
  openJourney,
}) => {
  const people = take(60);
  const journey = await openJourney({ query: { sub: `products/${skuId}/assign` } });
  const { emulator } = sandbox;
  let batches = 0;
  journey.page.on('request', (request) => {
    if (request.url().endsWith('/$batch')) batches += 1;
  });
  const frame = await journey.tabFrame();
  await pasteAndAssign(frame, people, () => {
    Object.assign(emulator.lag, { readsInMs: hourInMs, indexInMs: hourInMs, countsInMs: hourInMs });
    batches = 0;
  });
  const counts = { done: 60, ...others };
  await frame.getByText(jobs.summary('assign', counts)).waitFor();
  const report = await readReport(journey.page, frame);
  expect(findMismatches(sandbox, report, people, skuId)).toEqual([]);
  expect(batches).toBeLessThan(24);

  // Reads still show no license for anyone, and undo ignores them.
  await frame.getByRole('button', { name: jobs.undo, exact: true }).click();
  await frame.getByRole('button', { name: jobs.undo, exact: true }).last().click();
  await frame.getByText(jobs.summary('undo', counts)).waitFor();
  const { holders } = sandbox.tenant.groundTruth();
  expect(people.filter(({ id }) => holders[id]?.some((held) => held.skuId === skuId))).toEqual([]);
});

test('every holder is listed once, though pages fail, pages repeat people and a link is rejected', async ({
  sandbox,
  openJourney,
}) => {
  const before = sandbox.emulator.faults.injected().length;
  sandbox.emulator.faults.set([
    { kind: 'server-error', rate: 1, after: 1, limit: 2, pathPattern: furtherPage },
    { kind: 'link-expired', rate: 1, after: 4, limit: 1, pathPattern: furtherPage },
    { kind: 'page-repeats', rate: 0.7, pathPattern: furtherPage },
  ]);
  const { tab } = await openJourney({ query: { sub: `products/${skuId}` } });
  await tab.getByRole('button', { name: common.tryAgain }).click();
  await waitForEveryHolder(sandbox, tab);
  const kinds = sandbox.emulator.faults
    .injected()
    .slice(before)
    .map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['server-error', 'link-expired', 'page-repeats']));
});

test('a list whose link has expired is read from the start by Try again', async ({
  sandbox,
  openJourney,
}) => {
  // The link to each further page expires before it is followed.
  sandbox.emulator.settings.linksLiveInMs = 1;
  const { tab } = await openJourney({ query: { sub: `products/${skuId}` } });
  await tab.getByRole('button', { name: common.tryAgain }).waitFor();
  sandbox.emulator.settings.linksLiveInMs = Infinity;
  await tab.getByRole('button', { name: common.tryAgain }).click();
  await waitForEveryHolder(sandbox, tab);
});
