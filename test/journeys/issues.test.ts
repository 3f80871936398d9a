import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

const { issues, jobs, product, shell, common } = english;

/** Lets a license that a group gives fail, as if its cause were gone and Microsoft Entra had not noticed. Returns its person. */
function failOne({ tenant }: Sandbox) {
  const owned: readonly string[] = [productIds.learn, productIds.timesheets];
  const [found] = tenant.users.flatMap((row) => {
    const [source, ...others] = row.licenses;
    const isPlain = others.length === 0 && source?.groupId && source.state === 'Active';
    return isPlain && owned.includes(source.skuId) ? [{ row, source }] : [];
  });
  if (!found) throw new Error('The tenant lacks a person with one license, through a group.');
  const { row, source } = found;
  tenant.save({ users: [{ ...row, licenses: [{ ...source, state: 'Error', error: 'Other' }] }] });
  return row;
}

test('people with an issue are reprocessed from the page Issues, and leave it once they are fixed', async ({
  sandbox,
  openJourney,
}) => {
  const person = failOne(sandbox);
  const { tab, tabFrame } = await openJourney({ query: { person: 'user-admin', sub: 'issues' } });
  await tab.getByRole('heading', { level: 1, name: shell.issues }).waitFor();
  const grid = tab.getByRole('grid', { name: issues.grid });
  await grid.waitFor();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
  // The number of the navigation is counted after the start.
  await tab.getByRole('link', { name: new RegExp(`^${shell.issues}.+`) }).waitFor();
  await tab.getByRole('button', { name: product.issue.other }).first().click();
  const row = grid.getByText(person.displayName, { exact: true });
  await row.waitFor();
  await grid
    .getByRole('button', { name: new RegExp(`^${issues.reprocess}: ${product.issue.other}`) })
    .click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByText(issues.reprocessForever).waitFor();
  await dialog.getByRole('button', { name: issues.reprocess, exact: true }).click();
  await dialog.getByText(jobs.done.reprocess).first().waitFor();
  await dialog.getByRole('button', { name: common.close, exact: true }).last().click();
  await row.waitFor({ state: 'detached' });
  expect(sandbox.tenant.user(person.id)?.licenses.map(({ state }) => state)).toEqual(['Active']);
});
