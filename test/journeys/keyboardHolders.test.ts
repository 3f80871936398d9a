import type { Sandbox } from '../../src/sandbox/startSandbox';
import { groupIds } from '../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../src/sandbox/tenant/products';
import { words } from '../../src/sandbox/words';
import { expect, test, type Journey } from '../support/journey';
import { openByKeys } from '../support/keyboard';
import { english } from '../support/languages';

// No pointer is used here: it would fail the journey.

const { assign, changes, common, fromList, install, jobs, product, shell, unassign } = english;

const selected = ({ tab }: Journey, text: string) => tab.getByText(text, { exact: false }).first();
/** The one stop of the Tab key in the list. */
const gridStop = ({ tab }: Journey) => tab.getByRole('grid').locator('[tabindex="0"]').first();

/** Returns how many people hold the product directly. */
function countDirect({ tenant }: Sandbox, skuId: string): number {
  return Object.values(tenant.groundTruth().holders).filter((held) =>
    held.some((holder) => holder.skuId === skuId && holder.paths.includes('direct')),
  ).length;
}

test('holders are searched, filtered, sorted, selected as a range and unassigned by keys', async ({
  sandbox,
  openJourney,
}) => {
  const journey = await openByKeys(openJourney, { sub: `products/${productIds.timesheets}` });
  const { tab, keyboard, button } = journey;
  const before = countDirect(sandbox, productIds.timesheets);
  await keyboard.moveTo(tab.getByRole('searchbox'));
  await keyboard.type('an');
  await tab
    .getByRole('status')
    .filter({ hasText: /of 64 people/ })
    .waitFor();
  await keyboard.type('zzz');
  // The button goes with what it clears, and the list that comes has the focus.
  await keyboard.enter(button(product.clearFilters));
  await tab.getByRole('grid').locator(':focus').waitFor();
  const chip = tab.getByRole('button', { name: new RegExp(`^${product.filterName.direct}`) });
  await keyboard.moveTo(chip, { key: 'Shift+Tab' });
  await keyboard.press(' ');
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press(' ');
  await expect(chip).toHaveAttribute('aria-pressed', 'false');

  // One Tab leads into the list, and the next one out of it.
  await keyboard.moveTo(gridStop(journey));
  await keyboard.press('Tab');
  await expect(tab.getByRole('grid').locator(':focus')).toHaveCount(0);
  await keyboard.moveTo(gridStop(journey), { key: 'Shift+Tab' });
  await keyboard.press('Control+Home');
  const heading = tab.getByRole('columnheader', { name: product.columnUser });
  await keyboard.moveTo(heading.getByRole('button'), { key: 'ArrowRight', limit: 4 });
  await keyboard.press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');

  await keyboard.press('ArrowDown', ' ', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await selected(journey, product.selected(3, 0)).waitFor();
  await keyboard.press('Shift+ArrowUp');
  await selected(journey, product.selected(2, 0)).waitFor();
  await keyboard.moveTo(button(product.unassign), { key: 'Shift+Tab' });
  await keyboard.press('Enter');
  const dialog = tab.getByRole('dialog', { name: product.unassign });
  await dialog.getByText(unassign.freesSeat).nth(1).waitFor();
  await keyboard.enter(dialog.getByRole('button', { name: unassign.remove, exact: true }));
  await keyboard.enter(button(jobs.undo));
  const question = tab.getByRole('alertdialog');
  expect(countDirect(sandbox, productIds.timesheets)).toBe(before - 2);
  await keyboard.enter(question.getByRole('button', { name: jobs.undo, exact: true }));
  await tab.getByText(jobs.done.undo, { exact: true }).first().waitFor();
  expect(countDirect(sandbox, productIds.timesheets)).toBe(before);
  await keyboard.enter(tab.getByRole('dialog').getByRole('button', { name: common.close, exact: true }));
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  // Whatever opened the dialog, or stands in its place, has the focus.
  await tab.locator(':focus').waitFor();
});

test('people are moved to another product, and their apps are changed, by keys', async ({
  sandbox,
  openJourney,
}) => {
  const journey = await openByKeys(openJourney, { sub: `products/${productIds.learn}` });
  const { tab, keyboard, button } = journey;
  const { holders } = sandbox.tenant.groundTruth();
  const person = sandbox.tenant.users.find(
    ({ id, userType, usageLocation }) =>
      userType === 'Member' &&
      usageLocation !== null &&
      holders[id]?.map(({ skuId, paths }) => `${skuId} ${paths.join()}`).join() ===
        `${productIds.learn} direct`,
  );
  if (!person) throw new Error('Each person holds more than this product.');
  const skusOf = () => sandbox.tenant.groundTruth().holders[person.id]?.map(({ skuId }) => skuId);
  await keyboard.moveTo(tab.getByRole('searchbox'));
  await keyboard.type(person.userPrincipalName);
  await tab.locator('[role="grid"][aria-rowcount="2"]').waitFor();
  // Enter steps into the cell with the name, which opens the person, and Escape leads back.
  await keyboard.moveTo(gridStop(journey));
  await keyboard.press('ArrowRight', 'Enter');
  const name = tab.getByRole('grid').getByRole('button', { name: person.displayName });
  await keyboard.waitForFocus(name);
  // The person's pane closes, or gives its place to a dialog, and the focus comes back to the name.
  const pane = tab.getByRole('dialog', { name: person.displayName });
  for (const action of [product.unassign, changes.move]) {
    await keyboard.press('Enter');
    await keyboard.enter(pane.getByRole('button', { name: action, exact: true }));
    await tab.getByRole('dialog', { name: action }).waitFor();
    await keyboard.press('Escape');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    await keyboard.waitForFocus(name);
  }
  await keyboard.press('Enter');
  await pane.waitFor();
  await keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });
  await keyboard.waitForFocus(name);
  await keyboard.press('Escape', 'ArrowLeft', ' ');
  await selected(journey, product.selected(1, 0)).waitFor();

  await keyboard.moveTo(button(changes.apps), { key: 'Shift+Tab' });
  await keyboard.press('Enter');
  const apps = tab.getByRole('dialog', { name: changes.apps });
  await keyboard.moveTo(apps.getByRole('combobox').last());
  await keyboard.type(changes.choice.off);
  await apps.getByText(changes.willChange(1)).waitFor();
  await keyboard.enter(apps.getByRole('button', { name: changes.appsNow, exact: true }));
  await tab.getByText(jobs.done['replace-plans'], { exact: true }).first().waitFor();
  await keyboard.enter(tab.getByRole('dialog').getByRole('button', { name: common.close, exact: true }));
  await tab.getByRole('dialog').waitFor({ state: 'detached' });

  // A person who was changed isn't selected anymore.
  await keyboard.moveTo(gridStop(journey), { limit: 60 });
  await keyboard.press(' ');
  await selected(journey, product.selected(1, 0)).waitFor();
  await keyboard.moveTo(button(changes.move), { key: 'Shift+Tab' });
  await keyboard.press('Enter');
  const move = tab.getByRole('dialog', { name: changes.move });
  await keyboard.moveTo(move.getByRole('combobox', { name: changes.target }));
  await keyboard.type('Snorrifax T');
  await move.getByText(changes.willMove(1)).waitFor();
  await keyboard.enter(move.getByRole('button', { name: changes.moveNow, exact: true }));
  await tab.getByText(jobs.done.move, { exact: true }).first().waitFor();
  expect(skusOf()).toEqual([productIds.timesheets]);
  await keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
});

test('people are selected from a typed list, and groups on their tab, by keys', async ({
  sandbox,
  openJourney,
}) => {
  const journey = await openByKeys(openJourney, { sub: `products/${productIds.expenses}` });
  const { tab, keyboard, button } = journey;
  const { holders } = sandbox.tenant.groundTruth();
  const people = sandbox.tenant.users
    .filter(({ id }) =>
      holders[id]?.some(({ skuId, paths }) => skuId === productIds.expenses && paths.includes('direct')),
    )
    .slice(0, 2);
  await keyboard.enter(button(fromList.title));
  await keyboard.moveTo(tab.getByRole('textbox', { name: fromList.boxLabel }));
  for (const { userPrincipalName } of people) {
    await keyboard.type(userPrincipalName);
    await keyboard.press('Enter');
  }
  await keyboard.enter(button(fromList.lookUp));
  await keyboard.enter(button(fromList.select(2)));
  await selected(journey, product.selected(2, 0)).waitFor();
  await keyboard.moveTo(button(product.unassign), { key: 'Shift+Tab' });

  const groups = tab.getByRole('tab', { name: new RegExp(`^${product.groups}`) });
  await keyboard.moveTo(tab.getByRole('tab', { selected: true }), { key: 'Shift+Tab' });
  await keyboard.moveTo(groups, { key: 'ArrowRight', limit: 3 });
  await keyboard.press('Enter');
  await expect(groups).toHaveAttribute('aria-selected', 'true');
});

test('a group gets a product and loses it, a usage location is set, and a product is installed, by keys', async ({
  sandbox,
  openJourney,
}) => {
  const journey = await openByKeys(openJourney, { sub: `products/${productIds.timesheets}/groups` });
  const { tab, page, keyboard, button } = journey;
  const { tenant } = sandbox;
  const nowhere = tenant.users.find(({ usageLocation, licenses }) => !usageLocation && licenses.length === 0);
  const skusOfGroup = () => tenant.group(groupIds.it)?.licenses.map(({ skuId }) => skuId);
  const pane = tab.getByRole('dialog', { name: /Snorrifax Timesheets/ });
  const choose = async (text: string): Promise<void> => {
    await keyboard.moveTo(pane.getByRole('combobox'), { key: 'Shift+Tab' });
    await keyboard.type(text);
    await tab.getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown', 'Enter');
  };
  await keyboard.enter(button(product.assign));
  await keyboard.waitForFocus(pane.getByRole('combobox'));
  await choose('IT');
  await choose(nowhere?.userPrincipalName ?? '');
  await tab.getByText(assign.checking).first().waitFor({ state: 'detached' });

  // A list that was closed goes on, and the focus with it.
  await keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });
  await keyboard.waitForFocus(button(product.assign));
  await keyboard.press('Enter');
  await keyboard.enter(button(assign.continueList), 40);
  await button(assign.continueList).waitFor({ state: 'detached' });
  await pane.locator(':focus').waitFor();
  await pane.getByText(assign.listCount(2), { exact: true }).waitFor({ state: 'attached' });

  await keyboard.enter(pane.getByRole('button', { name: assign.countrySet }));
  const countries = tab.getByRole('combobox', { name: assign.countryLabel });
  await keyboard.moveTo(countries);
  await keyboard.type('Swed');
  const question = tab.getByRole('dialog', { name: assign.countryTitle });
  await keyboard.enter(question.getByRole('button', { name: assign.countrySet, exact: true }));
  await keyboard.enter(question.getByRole('button', { name: shell.giveConsent }));
  await page.getByRole('button', { name: words.consent.accept }).press('Enter');
  await question.getByText(jobs.done['usage-location'], { exact: true }).waitFor();
  await keyboard.enter(question.getByRole('button', { name: common.close, exact: true }), 60);
  await question.waitFor({ state: 'detached' });
  expect(tenant.users.find(({ id }) => id === nowhere?.id)?.usageLocation).toBe('SE');
  await keyboard.enter(pane.getByRole('button', { name: assign.assign, exact: true }));
  await keyboard.enter(pane.getByRole('button', { name: common.close, exact: true }));
  await pane.waitFor({ state: 'detached' });
  expect(skusOfGroup()).toContain(productIds.timesheets);
  sandbox.emulator.settle();

  const box = tab.getByRole('checkbox', { name: product.selectRow('IT') });
  await keyboard.moveTo(gridStop(journey), { limit: 60 });
  await keyboard.moveTo(box, { key: 'ArrowDown', limit: 12 });
  await keyboard.press(' ');
  await keyboard.moveTo(button(product.unassign), { key: 'Shift+Tab' });
  await keyboard.press('Enter');
  const dialog = tab.getByRole('dialog', { name: product.unassign });
  await keyboard.enter(dialog.getByRole('button', { name: unassign.remove, exact: true, disabled: false }));
  await dialog.getByRole('button', { name: jobs.exportReport }).waitFor();
  await expect.poll(skusOfGroup).not.toContain(productIds.timesheets);
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await keyboard.enter(button(product.moreActions), 60);
  await keyboard.moveTo(tab.getByRole('menuitem', { name: product.install }), { key: 'ArrowDown', limit: 4 });
  await keyboard.press('Enter');
  await keyboard.enter(button(install.openDialog));
  // The host's own dialog is over the app.
  await page.getByRole('button', { name: words.dialogs.installAdd, exact: true }).press('Enter');
  await keyboard.enter(button(common.close));
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  await keyboard.waitForFocus(button(product.moreActions));
});
