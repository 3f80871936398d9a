import { productIds } from '../../src/sandbox/tenant/products';
import { openJourney, sandboxOfFile } from '../support/journey';
import { english } from '../support/languages';

test('a person with a keyboard alone assigns a license', async () => {
  const { tab, page } = await openJourney({ query: { sub: `products/${productIds.learn}` } });
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
  await tab.getByText(/people hold a license/).waitFor();
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
  await tab.getByText(english.assign.done, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  expect(tenant.truth().holders[person.id]?.map(({ skuId }) => skuId)).toContain(productIds.learn);
});
