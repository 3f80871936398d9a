import type { FrameLocator } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';
import { backToList, openOptions } from '../support/pasteAndAssign';

const { assign, jobs } = english;
const learn = { id: productIds.learn, name: 'Tindlewick Learn' };
const timesheets = { id: productIds.timesheets, name: 'Snorrifax Timesheets' };
const query = { person: 'license-admin', sub: `products/${learn.id}/assign` };
const noCounts = { done: 0, pending: 0, skipped: 0, failed: 0, cancelled: 0 };

/** Returns the paths by which a person holds each of the two products. */
function pathsOf({ tenant }: Sandbox, userId: string): readonly (readonly string[])[] {
  const held = tenant.groundTruth().holders[userId] ?? [];
  return [learn, timesheets].map(({ id }) => held.find(({ skuId }) => skuId === id)?.paths ?? []);
}

/** Returns two people who hold neither product, and one who holds the first only directly. */
function threePeople({ tenant }: Sandbox) {
  const { holders } = tenant.groundTruth();
  const people = tenant.users.filter(
    ({ userType, accountEnabled, usageLocation, mail }) =>
      userType === 'Member' && accountEnabled && usageLocation !== null && mail !== null,
  );
  const [first, second] = people.filter(({ id }) => holders[id] === undefined);
  const holder = people.find(({ id }) => {
    const held = holders[id] ?? [];
    const hasFirst = held.some(({ skuId, paths }) => skuId === learn.id && paths.join() === 'direct');
    return hasFirst && !held.some(({ skuId }) => skuId === timesheets.id);
  });
  if (!first || !second || !holder) throw new Error('The tenant lacks the people of this journey.');
  return [first, second, holder] as const;
}

async function choose(tab: FrameLocator, address: string): Promise<void> {
  await tab.getByRole('combobox').fill(address);
  await tab.getByRole('option').first().click();
  await tab.getByRole('option').first().waitFor({ state: 'hidden' });
}

test('two products are assigned to three people in one change each, and removed by undo', async ({
  sandbox,
  openJourney,
}) => {
  const [first, second, holder] = threePeople(sandbox);
  const people = [first, second, holder];
  const { tab, tabFrame, page } = await openJourney({ query });
  await choose(tab, first.userPrincipalName);
  await openOptions(tab);
  await tab.getByRole('button', { name: assign.alsoAssign, exact: true }).focus();
  await page.keyboard.press('Enter');
  await tab.getByRole('menuitem').first().waitFor();
  // Typing a letter moves the focus to the next product that begins with it.
  for (const name of ['Snorrifax Rota', timesheets.name]) {
    await page.keyboard.press('s');
    await tab.locator('[role=menuitem]:focus', { hasText: name }).waitFor();
  }
  await page.keyboard.press('Enter');
  await tab.getByRole('heading', { name: assign.productsTitle }).waitFor();
  await backToList(tab);
  for (const { userPrincipalName } of [second, holder]) await choose(tab, userPrincipalName);
  await tab.getByText(assign.findingKeeps(learn.name)).waitFor();
  await tab.getByText(assign.findingGets([timesheets.name]), { exact: true }).waitFor();
  expect(await tab.getByText(assign.findingGets([learn.name, timesheets.name])).count()).toBe(2);
  expect(await findAxeFaults(await tabFrame())).toEqual([]);

  const before = sandbox.emulator.writes.entries().length;
  await tab.getByRole('button', { name: assign.assign, exact: true }).click();
  await tab.getByText(jobs.summary('assign', { ...noCounts, done: 3 })).waitFor();
  const writes = sandbox.emulator.writes.entries().slice(before);
  expect(writes.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort());
  expect(writes.every(({ cause }) => cause?.request.endsWith('/assignLicense'))).toBe(true);
  for (const { id } of people) expect(pathsOf(sandbox, id)).toEqual([['direct'], ['direct']]);

  await tab.getByRole('button', { name: jobs.undo, exact: true }).click();
  await tab.getByRole('button', { name: jobs.undo, exact: true }).last().click();
  await tab.getByText(jobs.summary('undo', { ...noCounts, done: 3 })).waitFor();
  expect(sandbox.emulator.writes.entries()).toHaveLength(before + 6);
  for (const { id } of [first, second]) expect(pathsOf(sandbox, id)).toEqual([[], []]);
  expect(pathsOf(sandbox, holder.id)).toEqual([['direct'], []]);
});

test('a full product blocks the other products of a person, until it is removed from the list', async ({
  sandbox,
  openJourney,
}) => {
  const [person] = threePeople(sandbox);
  const rota = 'Snorrifax Rota';
  const { tab, page, tabFrame } = await openJourney({ query, viewport: { width: 390, height: 844 } });
  await choose(tab, person.userPrincipalName);
  await openOptions(tab);
  await tab.getByRole('button', { name: assign.alsoAssign, exact: true }).click();
  await tab.getByRole('menuitem', { name: rota }).click();
  await backToList(tab);
  await tab.getByText(assign.findingNoSeatOf([rota], [learn.name])).waitFor();
  await tab.getByText(assign.nothingToSend).first().waitFor();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
  await openOptions(tab);
  await tab.getByRole('button', { name: assign.dropProduct(rota) }).focus();
  await page.keyboard.press('Enter');
  await tab.locator('button:focus', { hasText: assign.alsoAssign }).waitFor();
  await backToList(tab);
  await tab.getByText(assign.finding['gets-seat'], { exact: true }).waitFor();
  await tab.getByRole('button', { name: assign.assign, exact: true }).click();
  await tab.getByText(jobs.summary('assign', { ...noCounts, done: 1 })).waitFor();
  expect(pathsOf(sandbox, person.id)).toEqual([['direct'], []]);
});
