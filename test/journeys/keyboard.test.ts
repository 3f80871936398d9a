import { productIds } from '../../src/sandbox/tenant/products';
import { openJourney, sandboxOfFile } from '../support/journey';
import { english } from '../support/languages';

/** Someone who can be given a license and has none. */
async function someoneWithout() {
  const { tenant } = await sandboxOfFile();
  const { holders } = tenant.truth();
  const person = tenant.users.find(
    ({ id, usageLocation, userType, accountEnabled }, index) =>
      index > 50 &&
      usageLocation !== null &&
      userType === 'Member' &&
      accountEnabled &&
      holders[id] === undefined,
  );
  if (!person) throw new Error('Everybody holds something.');
  return person;
}

test('a person with a keyboard alone assigns a license', async () => {
  const { tab, page } = await openJourney({ query: { sub: `products/${productIds.learn}` } });
  const { tenant } = await sandboxOfFile();
  const person = await someoneWithout();
  await tab.getByText(/people have a license/).waitFor();
  const assign = tab.getByRole('button', { name: english.product.assign, exact: true });
  await assign.focus();
  await page.keyboard.press('Enter');
  // The picker has the focus as soon as the pane is open.
  await tab.locator('[role=combobox]:focus').waitFor();
  await page.keyboard.type(person.userPrincipalName);
  await tab
    .getByRole('option', { name: new RegExp(person.displayName) })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tab.getByText(english.assign.finding['gets-seat'], { exact: true }).waitFor();
  for (let steps = 0; steps < 15; steps += 1) {
    const focused = await tab.locator(':focus').innerText();
    if (focused === english.assign.assign) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await tab.getByText(english.jobs.done.assign, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  expect(tenant.truth().holders[person.id]?.map(({ skuId }) => skuId)).toContain(productIds.learn);
});

test('the pane closes by Escape while licenses are being assigned, and the job goes on', async () => {
  const person = await someoneWithout();
  const { tab, page, sandbox } = await openJourney({ query: { sub: `products/${productIds.learn}/assign` } });
  await tab.getByRole('combobox').fill(person.userPrincipalName);
  await tab.getByRole('option').first().click();
  await tab.getByText(english.assign.finding['gets-seat'], { exact: true }).waitFor();
  sandbox.emulator.faults.set([{ kind: 'slow', rate: 1 }]);
  await tab.getByRole('button', { name: english.assign.assign, exact: true }).click();
  await tab.getByText(english.jobs.started, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  sandbox.emulator.faults.set([]);
  await tab.getByRole('link', { name: english.shell.jobs }).click();
  await tab.getByText(english.jobs.status.finished, { exact: true }).first().waitFor();
  expect(sandbox.tenant.truth().holders[person.id]?.map(({ skuId }) => skuId)).toContain(productIds.learn);
});
