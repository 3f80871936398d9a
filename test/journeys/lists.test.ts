import { productIds } from '../../src/sandbox/tenant/products';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

test('three clicks find who has a product in a department; they are selected as a whole and exported', async ({
  sandbox,
  openJourney,
}) => {
  const { tab, tabFrame } = await openJourney({ viewport: { width: 1280, height: 800 } });
  const { holders } = sandbox.tenant.groundTruth();
  const inSales = sandbox.tenant.users.filter(
    ({ id, department }) =>
      department === 'Sales' && holders[id]?.some(({ skuId }) => skuId === productIds.learn),
  ).length;
  await tab.getByRole('link', { name: 'Tindlewick Learn' }).first().click();
  await tab.getByRole('button', { name: english.lists.filterBy(0) }).click();
  await tab.getByRole('checkbox', { name: `Sales ${inSales}`, exact: true }).click();
  await tab.getByRole('button', { name: english.lists.showPeople(inSales, true) }).click();
  expect((await tabFrame()).url()).toContain('department%3ASales');
  await tab.getByRole('button', { name: english.lists.selectMatching(inSales) }).click();
  await tab.getByText(english.product.selected(inSales, 0), { exact: true }).waitFor();

  await tab.getByRole('button', { name: english.lists.export, exact: true }).click();
  await tab.getByRole('menuitem', { name: english.lists.exportShown(inSales) }).click();
  await tab.getByText(new RegExp(`Tindlewick-Learn-users-.*, ${inSales} rows`)).waitFor();
});
