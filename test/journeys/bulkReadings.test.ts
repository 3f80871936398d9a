import type { FrameLocator } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { peopleWithout, readReport, untruths } from '../support/bulkJourney';
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

/** Number of those who have the product, or are to have it and are in error. */
function countHolders({ tenant }: Sandbox): number {
  const { holders } = tenant.groundTruth();
  return Object.values(holders).flatMap((each) => each.filter((holder) => holder.skuId === skuId)).length;
}

/** Waits until the list has everyone who has the product, and each of them once. */
async function waitForEveryHolder(sandbox: Sandbox, tab: FrameLocator): Promise<void> {
  const all = countHolders(sandbox);
  // Ticks are kept by person, so fewer are selected where a person is there twice.
  const head = tab.getByRole('checkbox', { name: product.selectAllRows });
  await tab
    .getByRole('status')
    .filter({ hasText: /have a license/ })
    .waitFor();
  await head.check();
  await tab.getByText(product.selected(all, 0), { exact: true }).waitFor();
}

test('somebody whom the search index does not know yet is found by address and by id, typed and pasted', async ({
  sandbox,
  openJourney,
}) => {
  const { tenant, emulator } = sandbox;
  const { tab } = await openJourney({ query: { sub: `products/${skuId}/assign` } });
  emulator.lag.indexInMs = hourInMs;
  // The emulator takes names as fixed once somebody was looked for by them, so this journey comes first.
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

test('licenses that readings do not show for minutes are done, once for each, and nobody is asked for again', async ({
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
  expect(untruths(sandbox, report, people, skuId)).toEqual([]);
  expect(batches).toBeLessThan(24);

  // Readings still show that nobody has anything, and undo is not misled by them.
  await frame.getByRole('button', { name: jobs.undo, exact: true }).click();
  await frame.getByRole('button', { name: jobs.undo, exact: true }).last().click();
  await frame.getByText(jobs.summary('undo', counts)).waitFor();
  const { holders } = sandbox.tenant.groundTruth();
  expect(people.filter(({ id }) => holders[id]?.some((held) => held.skuId === skuId))).toEqual([]);
});

test('every holder is listed once, though pages fail and repeat people and a link is refused', async ({
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

test('a list whose link has really ended is read anew by trying again', async ({ sandbox, openJourney }) => {
  // Each further page takes longer than the link to it lives.
  sandbox.emulator.settings.linksLiveInMs = 1;
  const { tab } = await openJourney({ query: { sub: `products/${skuId}` } });
  await tab.getByRole('button', { name: common.tryAgain }).waitFor();
  sandbox.emulator.settings.linksLiveInMs = Infinity;
  await tab.getByRole('button', { name: common.tryAgain }).click();
  await waitForEveryHolder(sandbox, tab);
});
