import type { FrameLocator } from 'playwright-core';
import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { peopleWithout, readReport, untruths } from '../support/bulkJourney';
import { openJourney, sandboxOfFile } from '../support/journey';
import { english } from '../support/languages';
import { pasteAndAssign, pasteText } from '../support/pasteAndAssign';

const { assign, common, jobs, product } = english;
const skuId = productIds.learn;
const furtherPage = 'GET /users?*skiptoken=*';
const hourInMs = 3_600_000;
const others = { pending: 0, skipped: 0, failed: 0, cancelled: 0 };

let take: (count: number) => readonly UserRow[];

beforeAll(async () => {
  await sandboxOfFile({ users: 3_000 });
  take = await peopleWithout(skuId);
});

afterEach(async () => {
  const { emulator } = await sandboxOfFile();
  emulator.faults.set([]);
  emulator.settings.linksLiveInMs = Infinity;
  Object.assign(emulator.lag, { readsInMs: 0, indexInMs: 0, countsInMs: 0 });
});

/** Numbers of those who have the product, and of those of them who have it directly. */
async function countHolders(): Promise<{ readonly all: number; readonly direct: number }> {
  const { tenant } = await sandboxOfFile();
  const { holders } = tenant.truth();
  const held = Object.values(holders).flatMap((each) => each.filter((holder) => holder.skuId === skuId));
  const isDirect = held.filter(({ paths, failed }) => [...paths, ...Object.keys(failed)].includes('direct'));
  return { all: held.length, direct: isDirect.length };
}

/** Begins to read all pages of holders, which a list does that is narrowed to those who hold directly. */
async function loadAllHolders(tab: FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: product.filterName.direct, exact: true }).click();
  await tab.getByRole('button', { name: product.loadRest }).click();
}

/** Waits until the list has everyone who has the product, and each of them once. */
async function waitForEveryHolder(tab: FrameLocator): Promise<void> {
  const { all, direct } = await countHolders();
  await tab.getByText(product.countShown(direct, all), { exact: true }).waitFor();
  await tab.getByRole('button', { name: product.filterName.direct, exact: true }).click();
  // Ticks are kept by person, so the two numbers differ where a person is there twice.
  await tab.getByRole('checkbox', { name: product.selectAllRows }).check();
  await tab.getByText(product.selected(all, 0), { exact: true }).waitFor();
}

test('somebody whom the search index does not know yet is found by address and by id, typed and pasted', async () => {
  const { tenant, emulator } = await sandboxOfFile();
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
  const { holders } = tenant.truth();
  expect(people.filter(({ id }) => !holders[id]?.some((held) => held.skuId === skuId))).toEqual([]);
});

test('licenses that readings do not show for minutes are done, once for each, and nobody is asked for again', async () => {
  const people = take(60);
  const journey = await openJourney({ query: { sub: `products/${skuId}/assign` } });
  const { emulator } = journey.sandbox;
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
  expect(untruths(journey.sandbox, report, people, skuId)).toEqual([]);
  expect(batches).toBeLessThan(24);

  // Readings still show that nobody has anything, and undo is not misled by them.
  await frame.getByRole('button', { name: jobs.undo, exact: true }).click();
  await frame.getByRole('button', { name: jobs.undo, exact: true }).last().click();
  await frame.getByText(jobs.summary('undo', counts)).waitFor();
  const { holders } = journey.sandbox.tenant.truth();
  expect(people.filter(({ id }) => holders[id]?.some((held) => held.skuId === skuId))).toEqual([]);
});

test('every holder is listed once, though pages fail and repeat people and a link is refused', async () => {
  const { tab, sandbox } = await openJourney({ query: { sub: `products/${skuId}` } });
  await tab.getByRole('checkbox', { name: product.selectAllRows }).waitFor();
  const before = sandbox.emulator.faults.injected().length;
  sandbox.emulator.faults.set([
    { kind: 'server-error', rate: 1, after: 1, limit: 2, pathPattern: furtherPage },
    { kind: 'link-expired', rate: 1, after: 4, limit: 1, pathPattern: furtherPage },
    { kind: 'page-repeats', rate: 0.7, pathPattern: furtherPage },
  ]);
  await loadAllHolders(tab);
  await tab.getByRole('button', { name: common.tryAgain }).click();
  await waitForEveryHolder(tab);
  const kinds = sandbox.emulator.faults
    .injected()
    .slice(before)
    .map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['server-error', 'link-expired', 'page-repeats']));
});

test('a list whose link has really ended is read anew by trying again', async () => {
  const { tab, sandbox, page } = await openJourney({ query: { sub: `products/${skuId}` } });
  await tab.getByRole('checkbox', { name: product.selectAllRows }).waitFor();
  const livesInMs = 3_000;
  sandbox.emulator.settings.linksLiveInMs = livesInMs;
  await page.waitForTimeout(livesInMs);
  await loadAllHolders(tab);
  await tab.getByRole('button', { name: common.tryAgain }).click();
  await waitForEveryHolder(tab);
});
