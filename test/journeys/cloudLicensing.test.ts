import type { FrameLocator, Page } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { cloudProductIds, cloudProducts } from '../../src/sandbox/tenant/cloudProducts';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { words as sandboxWords } from '../../src/sandbox/words';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { english, languages } from '../support/languages';
import { selectHolders } from '../support/selectHolders';

type Words = (typeof languages)[number]['words'];

// The service names its plans alone.
const insights = 'QUILLMARROW INSIGHTS CORE, QUILLMARROW INSIGHTS ALERTS';
const rooms = 'MERROWFEN ROOMS';

// In this file's tenant no product of another vendor is in the directory.
test.use({ sandboxOptions: { settings: { doors: 'cloud-licensing' } } });

test.beforeEach('takes back the permissions that a test before gave', ({ sandbox }) => {
  for (const scope of ['Directory.Read.All', 'User.ReadWrite.All', 'Group.ReadWrite.All'] as const)
    sandbox.consent.withdraw(scope);
});

function poolsOf(productKey: string): readonly string[] {
  return cloudProducts.find(({ key }) => key === productKey)?.pools.map(({ key }) => key) ?? [];
}

/** Returns the ids of all whom Quillmarrow Insights is assigned to. */
function assignedIn({ tenant }: Sandbox): readonly string[] {
  const pools = poolsOf(cloudProductIds.insights);
  const rows = tenant.cloudAssignments.all().filter(({ poolKey }) => pools.includes(poolKey));
  return rows.map(({ ownerId }) => ownerId);
}

/** Returns the names of the people who wait for Merrowfen Rooms, first in line first. */
function waitingIn({ tenant }: Sandbox): readonly string[] {
  const pools = poolsOf(cloudProductIds.rooms);
  const rows = tenant.cloudSeats.all().filter(({ id }) => pools.includes(id));
  const ids = rows.flatMap(({ waiting }) => waiting.map(({ ownerId }) => ownerId));
  return ids.map((id) => tenant.user(id)?.displayName ?? '');
}

/** Returns someone who can get a license and has none at all. */
function someoneWithout({ tenant }: Sandbox): UserRow {
  const { holders } = tenant.groundTruth();
  const owners = new Set(tenant.cloudAssignments.all().map(({ ownerId }) => ownerId));
  const person = tenant.users.find(
    ({ id, userType, accountEnabled, usageLocation, mail }) =>
      userType === 'Member' &&
      accountEnabled &&
      usageLocation !== null &&
      mail !== null &&
      holders[id] === undefined &&
      !owners.has(id),
  );
  if (!person) throw new Error('Everybody holds something.');
  return person;
}

const accept = (page: Page) => page.getByRole('button', { name: sandboxWords.consent.accept }).click();

/** Gives the permission that the start page asks for, and opens Quillmarrow Insights. */
async function openDoor(tab: FrameLocator, page: Page, words: Words): Promise<void> {
  await tab.getByText(words.doors.offer).waitFor();
  expect(await tab.getByRole('link', { name: insights }).count()).toBe(0);
  await tab.getByRole('button', { name: words.doors.givePermission, exact: true }).click();
  await accept(page);
  await tab.getByRole('link', { name: insights }).click();
  await tab.getByRole('heading', { level: 1, name: insights }).waitFor();
  await tab.getByText(words.doors.offer).waitFor({ state: 'detached' });
}

/** Assigns the product of the page to a person, with the permission that the first change needs. */
async function assignTo(person: UserRow, tab: FrameLocator, page: Page, words: Words): Promise<void> {
  await tab.getByRole('button', { name: words.product.assign, exact: true }).first().click();
  const pane = tab.getByRole('dialog');
  await pane.getByRole('combobox').fill(person.userPrincipalName);
  await tab.getByRole('option', { name: person.displayName }).first().click();
  await pane.getByText(words.assign.finding['gets-seat'], { exact: true }).waitFor();
  await pane.getByRole('button', { name: words.assign.assign, exact: true }).click();
  await pane.getByRole('button', { name: words.shell.giveConsent }).click();
  await accept(page);
  await pane.getByText(words.jobs.done.assign, { exact: true }).waitFor();
  await pane.getByRole('button', { name: words.common.close, exact: true }).last().click();
  await pane.waitFor({ state: 'detached' });
  await tab.getByRole('grid').getByText(person.userPrincipalName).waitFor();
}

test('a product of cloud licensing is found, assigned, removed and given back', async ({
  sandbox,
  openJourney,
}) => {
  const { doors, jobs, product, shell, unassign } = english;
  const { tab, page, tabFrame } = await openJourney();
  const person = someoneWithout(sandbox);
  await openDoor(tab, page, english);
  await assignTo(person, tab, page, english);
  expect(assignedIn(sandbox)).toEqual([person.id]);

  await tab.getByRole('link', { name: shell.licenses, exact: true }).click();
  await tab.getByRole('link', { name: rooms }).click();
  await tab.getByRole('button', { name: doors.showLine, exact: true }).click();
  const waiting = tab.getByRole('list', { name: doors.waitingFor(rooms) }).getByRole('listitem');
  await waiting.first().waitFor();
  const inLine = waitingIn(sandbox);
  expect(inLine.length).toBeGreaterThan(0);
  await tab.getByRole('heading', { name: doors.waitingCount(inLine.length) }).waitFor();
  const lines = await waiting.allInnerTexts();
  expect(lines).toHaveLength(inLine.length);
  for (const [at, name] of inLine.entries()) {
    expect(lines[at]).toContain(name);
    expect(lines[at]).toContain(doors.placeInLine(at + 1));
  }
  expect(await findAxeFaults(await tabFrame())).toEqual([]);

  await tab.getByRole('link', { name: shell.licenses, exact: true }).click();
  await tab.getByRole('link', { name: insights }).click();
  await selectHolders(tab, [person]);
  await tab.getByRole('button', { name: product.unassign, exact: true }).click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByText(unassign.freesSeat).first().waitFor();
  await dialog.getByRole('button', { name: unassign.remove, exact: true }).click();
  await dialog.getByText(jobs.done.remove).first().waitFor();
  expect(assignedIn(sandbox)).toEqual([]);

  await dialog.getByRole('button', { name: jobs.undo, exact: true }).click();
  await tab.getByRole('button', { name: jobs.undo, exact: true }).last().click();
  await tab.getByText(jobs.done.undo, { exact: true }).first().waitFor();
  expect(assignedIn(sandbox)).toEqual([person.id]);
});

test('a product of cloud licensing is found and assigned in Swedish', async ({ sandbox, openJourney }) => {
  const [, { lang, words }] = languages;
  const { tab, page } = await openJourney({ query: { lang } });
  const before = assignedIn(sandbox);
  const person = someoneWithout(sandbox);
  await openDoor(tab, page, words);
  await assignTo(person, tab, page, words);
  expect(assignedIn(sandbox)).toEqual([...before, person.id]);
});
