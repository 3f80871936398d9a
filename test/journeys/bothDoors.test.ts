import type { FrameLocator } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { cloudProductIds, cloudProducts } from '../../src/sandbox/tenant/cloudProducts';
import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { poolsOfSku } from '../../src/sandbox/tenant/skuPools';
import { words as sandboxWords } from '../../src/sandbox/words';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';
import { selectHolders } from '../support/selectHolders';

// In this tenant the directory and cloud licensing list the product, which was bought twice.
const expenses = 'Fribbletorp Expenses';
const ledger = 'THORNWICK LEDGER, THORNWICK LEDGER EXPORT';

const { assign, common, doors, jobs, product, shell, unassign } = english;

/** Returns someone who can get a license and has none at all. */
function someoneWithout({ tenant }: Sandbox): UserRow {
  const owners = new Set(tenant.cloudAssignments.all().map(({ ownerId }) => ownerId));
  const person = tenant.users.find(
    ({ id, userType, accountEnabled, usageLocation, mail, licenses }) =>
      userType === 'Member' &&
      accountEnabled &&
      usageLocation !== null &&
      mail !== null &&
      licenses.length === 0 &&
      !owners.has(id),
  );
  if (!person) throw new Error('Everybody holds something.');
  return person;
}

/** Returns someone with a seat of both purchases of Thornwick Ledger. */
function someoneWithTwo({ tenant }: Sandbox): UserRow {
  const pools = cloudProducts.find(({ key }) => key === cloudProductIds.ledger)?.pools ?? [];
  const rows = tenant.cloudAssignments.all();
  const isIn = (ownerId: string, key: string): boolean =>
    rows.some((row) => row.ownerId === ownerId && row.poolKey === key);
  const person = tenant.users.find(({ id }) => pools.every(({ key }) => isIn(id, key)));
  if (!person) throw new Error('No person has two seats.');
  return person;
}

/** Places of the purchases that somebody's license of the product comes from, from 1. */
function purchasesOf({ tenant }: Sandbox, { id }: UserRow): readonly number[] {
  const rows = tenant.cloudAssignments.all().filter(({ ownerId }) => ownerId === id);
  return poolsOfSku(tenant, productIds.expenses).flatMap(({ key }, at) =>
    rows.some(({ poolKey }) => poolKey === key) ? [at + 1] : [],
  );
}

async function openProduct(tab: FrameLocator, name: string): Promise<void> {
  await tab.getByRole('link', { name: shell.licenses, exact: true }).click();
  await tab.getByRole('link', { name }).click();
  await tab.getByRole('heading', { level: 1, name }).waitFor();
}

test('a product of both doors is assigned from a chosen subscription, shown with its path, removed and given back', async ({
  sandbox,
  openJourney,
}) => {
  const { tab, page, tabFrame } = await openJourney();
  const person = someoneWithout(sandbox);
  const button = (name: string) => tab.getByRole('button', { name, exact: true });
  const accept = () => page.getByRole('button', { name: sandboxWords.consent.accept }).click();
  await tab.getByText(doors.offer).waitFor();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
  await button(doors.givePermission).click();
  await accept();
  await tab.getByText(doors.offer).waitFor({ state: 'detached' });

  await openProduct(tab, expenses);
  await button(product.assign).first().click();
  const pane = tab.getByRole('dialog');
  await pane.getByRole('combobox').fill(person.userPrincipalName);
  await tab.getByRole('option', { name: person.displayName }).first().click();
  await pane.getByText(assign.finding['gets-seat'], { exact: true }).waitFor();
  await pane.getByRole('button', { name: assign.options, exact: true }).click();
  const choice = pane.getByRole('radiogroup', { name: doors.assignFrom });
  await choice.getByRole('radio').nth(2).check();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
  await pane.getByRole('button', { name: assign.optionsBack, exact: true }).click();
  await pane.getByRole('button', { name: assign.assign, exact: true }).click();
  await pane.getByRole('button', { name: shell.giveConsent }).click();
  await accept();
  await pane.getByText(jobs.done.assign, { exact: true }).waitFor();
  expect(purchasesOf(sandbox, person)).toEqual([2]);
  await pane.getByRole('button', { name: common.close, exact: true }).last().click();

  await selectHolders(tab, [person]);
  await tab
    .getByRole('row')
    .filter({ hasText: person.displayName })
    .getByText(product.filterName.direct)
    .first()
    .waitFor();
  await button(product.unassign).click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByText(unassign.freesSeat).first().waitFor();
  await dialog.getByRole('button', { name: unassign.remove, exact: true }).click();
  await dialog.getByText(jobs.done.remove).first().waitFor();
  expect(purchasesOf(sandbox, person)).toEqual([]);
  await dialog.getByRole('button', { name: jobs.undo, exact: true }).click();
  await button(jobs.undo).last().click();
  await tab.getByText(jobs.done.undo, { exact: true }).first().waitFor();
  expect(purchasesOf(sandbox, person)).toEqual([2]);
  await button(common.close).last().click();

  await openProduct(tab, ledger);
  await selectHolders(tab, [someoneWithTwo(sandbox)]);
  await button(product.unassign).click();
  await tab.getByText(unassign.severalQuestion(1)).waitFor();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
});
