import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { words } from '../../src/sandbox/words';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

/** Returns a person who can get a license and has none. */
function someoneWithout({ tenant }: Sandbox) {
  const { holders } = tenant.groundTruth();
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

test('a person assigns a license with the keyboard only', async ({ sandbox, openJourney }) => {
  const { tab, page } = await openJourney({ query: { sub: `products/${productIds.learn}` } });
  const { tenant } = sandbox;
  const person = someoneWithout(sandbox);
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
  expect(tenant.groundTruth().holders[person.id]?.map(({ skuId }) => skuId)).toContain(productIds.learn);
});

test('Escape closes the pane while licenses are being assigned, and the job continues', async ({
  sandbox,
  openJourney,
}) => {
  const person = someoneWithout(sandbox);
  const { tab, page } = await openJourney({ query: { sub: `products/${productIds.learn}/assign` } });
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
  expect(sandbox.tenant.groundTruth().holders[person.id]?.map(({ skuId }) => skuId)).toContain(
    productIds.learn,
  );
});

test('keys, double clicks, Back and a reload keep the prepared list', async ({ sandbox, openJourney }) => {
  const { tab, page, tabFrame } = await openJourney({
    query: { sub: `products/${productIds.learn}`, person: 'license-admin' },
  });
  const { tenant } = sandbox;
  const people = tenant.users
    .filter(({ id, userType, accountEnabled, usageLocation }) => {
      const isMember = userType === 'Member' && accountEnabled && usageLocation !== null;
      return isMember && tenant.groundTruth().holders[id] === undefined;
    })
    .slice(-3);
  expect(people).toHaveLength(3);
  const button = (name: string) => tab.getByRole('button', { name, exact: true });
  const back = () => page.getByRole('button', { name: words.frame.back, exact: true }).click();
  const pane = tab.getByRole('dialog');
  const isThere = (count: number) =>
    tab.getByText(english.assign.listCount(count), { exact: true }).waitFor();
  await button(english.product.filterName.blocked).click();
  await button(english.product.assign).click();
  for (const { userPrincipalName } of people) {
    await tab.getByRole('combobox').fill(userPrincipalName);
    await tab.getByRole('option').first().click();
  }
  await isThere(3);

  // Enter steps into a row, and its Delete removes one person, though the focus moves to the next row.
  await pane.getByRole('gridcell').first().focus();
  await page.keyboard.press('Enter');
  await pane.locator('button:focus').waitFor();
  await isThere(3);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await isThere(2);

  // Escape clears the text first; the host's Back closes only the pane.
  await tab.getByRole('combobox').fill('x');
  await page.keyboard.press('Escape');
  await tab.locator('[role=combobox][value=""]').waitFor();
  await back();
  await pane.waitFor({ state: 'detached' });
  expect(new URL((await tabFrame()).url()).hash).toMatch(/^#\/products\/[^/]+\?filter=blocked$/);

  // The host's reload keeps only the subpage; the list is offered again.
  await page.getByRole('button', { name: words.frame.reload, exact: true }).click();
  await button(english.product.assign).click();
  await button(english.assign.continueList).click();
  await isThere(2);
  expect(new URL((await tabFrame()).url()).hash).toMatch(/^#\/products\/[^/?]+\/assign$/);
  await tab.getByText(english.assign.checking).first().waitFor({ state: 'detached' });

  // The second click of a double click comes 130 ms later, when Close is at the same place.
  const place = await button(english.assign.assign).boundingBox();
  if (!place) throw new Error('Assign is not on the screen.');
  await page.mouse.dblclick(place.x + place.width / 2, place.y + place.height / 2, { delay: 65 });
  await tab.getByText(english.jobs.done.assign, { exact: true }).first().waitFor();
  await button(english.common.close).waitFor();

  // Back leads from the pane to the product, to the list, and out of the app.
  await back();
  await pane.waitFor({ state: 'detached' });
  await back();
  await tab.getByRole('heading', { level: 1, name: english.licenses.title }).waitFor();
  await back();
  await page.getByText(words.frame.wentBack).waitFor();
});
