import { productIds } from '../../src/sandbox/tenant/products';
import { peopleWithout } from '../support/bulkJourney';
import { expect, test } from '../support/journey';
import { openByKeys } from '../support/keyboard';
import { english } from '../support/languages';
import { pasteText } from '../support/pasteAndAssign';

// No pointer is used here: it would fail the journey.

const { about, assign, classify, common, exporting, jobs, licenses, myApps, shell } = english;

test('products are searched, filtered, sorted, opened for assigning and classified by keys', async ({
  openJourney,
}) => {
  const { tab, keyboard, button } = await openByKeys(openJourney, {});
  const rows = tab.getByRole('table', { name: licenses.table }).getByRole('row');
  await keyboard.moveTo(tab.getByRole('searchbox'));
  await keyboard.type('snorrifax');
  await expect(rows).toHaveCount(3);
  await keyboard.type('zzz');
  // The button goes with what it clears, and the list that comes has the focus.
  await keyboard.enter(button(licenses.clearFilters));
  await tab.getByRole('table', { name: licenses.table }).locator(':focus').waitFor();
  const full = tab.getByRole('button', { name: new RegExp(`^${licenses.filterNames.noneLeft}`) });
  await keyboard.moveTo(full, { key: 'Shift+Tab' });
  await keyboard.press(' ');
  await expect(full).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press(' ');
  await expect(full).toHaveAttribute('aria-pressed', 'false');

  await keyboard.enter(tab.getByRole('columnheader').getByRole('button', { name: licenses.columns.name }));
  await tab.locator('th[aria-sort=ascending]', { hasText: licenses.columns.name }).waitFor();
  await keyboard.moveTo(button(licenses.viewMenu), { key: 'Shift+Tab' });
  await keyboard.press('Enter');
  await keyboard.moveTo(tab.getByRole('menuitemcheckbox', { name: licenses.filterNames.microsoft }), {
    key: 'ArrowDown',
    limit: 12,
  });
  await keyboard.press('Enter', 'Escape');
  await rows.filter({ hasText: 'Microsoft 365' }).first().waitFor();

  // Assign is a button of its row, two stops after the product's name.
  await keyboard.moveTo(tab.getByRole('link', { name: /Fribbletorp Expenses/ }), { limit: 90 });
  await keyboard.moveTo(button(licenses.assignOf('Fribbletorp Expenses')), { limit: 2 });
  await keyboard.press('Enter');
  await keyboard.waitForFocus(tab.getByRole('dialog').getByRole('combobox'));
  await keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });

  await keyboard.enter(tab.getByRole('link', { name: shell.licenses, exact: true }), 60);
  const section = tab.getByRole('region', { name: classify.title });
  await keyboard.moveTo(section.getByRole('checkbox').first(), { limit: 120 });
  await keyboard.press(' ');
  const name = await section.getByRole('link').first().innerText();
  await keyboard.enter(section.getByRole('button', { name: classify.treatSelectedAsIsv }));
  await section.waitFor({ state: 'detached' });
  await keyboard.moveTo(button(licenses.moreOf(name)), { limit: 120 });
  await keyboard.press('Enter');
  const hide = tab.getByRole('menuitem', { name: classify.hide, exact: true });
  await keyboard.moveTo(hide, { key: 'ArrowDown', limit: 12 });
  await keyboard.press('Enter');
  await keyboard.waitForFocus(tab.getByRole('heading', { level: 1 }));
  await expect(rows.filter({ hasText: name })).toHaveCount(0);
});

test('a job is paused, resumed, retried, undone, exported and deleted by keys', async ({
  sandbox,
  openJourney,
}) => {
  const { tab, page, keyboard, button } = await openByKeys(
    openJourney,
    { sub: `products/${productIds.learn}/assign` },
    [/status of 403/],
  );
  const people = peopleWithout(sandbox, productIds.learn)(150);
  const picker = tab.getByRole('dialog').getByRole('combobox').first();
  await keyboard.moveTo(picker);
  await pasteText(picker, people.map(({ userPrincipalName }) => userPrincipalName).join('\n'));
  await tab.getByRole('dialog').getByRole('grid').waitFor();
  await tab.getByText(assign.checking).first().waitFor({ state: 'detached' });
  const pathPattern = 'POST *assignLicense';
  const refused = { kind: 'forbidden', rate: 1, person: people[0]?.id, pathPattern } as const;
  sandbox.emulator.faults.set([refused, { kind: 'slow', rate: 1, limit: 4, pathPattern }]);
  // The list is one stop, however long.
  expect(await keyboard.moveTo(button(assign.assign))).toBeLessThanOrEqual(10);
  await keyboard.press('Enter');
  await keyboard.waitForFocus(tab.getByRole('heading', { name: jobs.runningTitle.assign }));
  await keyboard.enter(button(jobs.pauseJob), 3);
  await button(jobs.resume).waitFor();
  await keyboard.enter(button(jobs.resume));
  await button(jobs.retryFailed).waitFor();
  sandbox.emulator.faults.set([]);
  await keyboard.enter(button(jobs.retryFailed));
  await button(jobs.retryFailed).waitFor({ state: 'detached' });
  await keyboard.enter(button(jobs.exportReport));
  const saving = page.waitForEvent('download');
  await keyboard.enter(button(exporting.download));
  await saving;
  const saved = tab.getByRole('dialog', { name: exporting.title });
  await keyboard.enter(saved.getByRole('button', { name: common.close, exact: true }));
  await saved.waitFor({ state: 'detached' });
  await keyboard.enter(button(jobs.undo));
  await keyboard.enter(tab.getByRole('alertdialog').getByRole('button', { name: jobs.undo, exact: true }));
  await tab.getByText(jobs.done.undo, { exact: true }).first().waitFor();
  await keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });

  await keyboard.enter(tab.getByRole('link', { name: shell.jobs }), 60);
  const grid = tab.getByRole('grid', { name: jobs.history });
  await keyboard.moveTo(grid.locator('[tabindex="0"]').first());
  const more = grid.getByRole('button', { name: /^More/ }).first();
  const rows = await grid.getByRole('row').count();
  await keyboard.press('End', 'Enter');
  await keyboard.waitForFocus(more);
  await keyboard.press('Enter');
  await keyboard.moveTo(tab.getByRole('menuitem', { name: jobs.forget }), { key: 'ArrowDown', limit: 4 });
  await keyboard.press('Enter');
  await keyboard.enter(tab.getByRole('alertdialog').getByRole('button', { name: jobs.forget, exact: true }));
  await expect(grid.getByRole('row')).toHaveCount(rows - 1);
  await tab.locator(':focus').waitFor();
  await keyboard.moveTo(grid.locator('[tabindex="0"]').first());
  await keyboard.press('Home', 'Enter', 'Enter');
  await tab.getByRole('grid', { name: jobs.history }).waitFor({ state: 'detached' });
});

test('access is requested by keys', async ({ openJourney }) => {
  const { tab, keyboard, button } = await openByKeys(openJourney, {
    person: 'member',
    sub: 'my-apps',
  });
  await keyboard.enter(button(myApps.askFor('Snorrifax Timesheets')));
  const dialog = tab.getByRole('dialog');
  await keyboard.moveTo(dialog.getByRole('button', { name: myApps.copyRequest }));
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await keyboard.waitForFocus(button(myApps.askFor('Snorrifax Timesheets')));
});

test('kept data is exported and deleted by keys', async ({ openJourney }) => {
  const { tab, page, keyboard, button } = await openByKeys(openJourney, { sub: 'about' });
  await tab.getByText(about.what('session', 1)).waitFor();
  await keyboard.enter(button(about.export));
  const saving = page.waitForEvent('download');
  await keyboard.enter(button(exporting.download));
  await saving;
  await keyboard.press('Escape');
  await tab.getByRole('dialog', { name: exporting.title }).waitFor({ state: 'detached' });
  await keyboard.enter(button(about.deleteEverything));
  await keyboard.enter(tab.getByRole('alertdialog').getByRole('button', { name: about.delete, exact: true }));
  await tab.getByText(about.deleted).waitFor();
});
