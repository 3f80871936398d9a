import { refOf } from '../licensing/support/samples';
import { productIds } from '../../src/sandbox/tenant/products';
import { findAxeFaults } from '../support/findAxeFaults';
import { openJourney, sandboxOfFile } from '../support/journey';
import { english } from '../support/languages';

const { changes, jobs } = english;
const from = productIds.learn;
const to = productIds.timesheets;

/** By which paths somebody holds a product. */
async function pathsOf(userId: string, skuId: string): Promise<readonly string[]> {
  const { tenant } = await sandboxOfFile();
  return tenant.groundTruth().holders[userId]?.find((held) => held.skuId === skuId)?.paths ?? [];
}

/** Somebody who holds the one product directly alone, and not the other. */
async function someone() {
  const { tenant } = await sandboxOfFile();
  const { holders } = tenant.groundTruth();
  const person = tenant.users.find(
    ({ id, userType, usageLocation }) =>
      userType === 'Member' &&
      usageLocation !== null &&
      holders[id]?.some(({ skuId, paths }) => skuId === from && paths.join() === 'direct') &&
      !holders[id].some(({ skuId }) => skuId === to),
  );
  if (!person) throw new Error('The tenant has nobody to move.');
  return person;
}

test('a person is moved to another product in one change, and back by undo', async () => {
  const person = await someone();
  const { tab, tabFrame, sandbox } = await openJourney({
    query: { person: 'license-admin', sub: `products/${from}` },
  });
  await tab.getByRole('searchbox').fill(person.userPrincipalName.split('@')[0] ?? '');
  await tab
    .getByRole('row', { name: new RegExp(person.userPrincipalName) })
    .getByRole('checkbox')
    .check();
  await tab.getByRole('button', { name: changes.move, exact: true }).click();
  await tab.getByRole('combobox', { name: changes.target }).selectOption({ value: refOf(to).product });
  await tab.getByText(changes.willMove(1)).waitFor();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
  const before = sandbox.emulator.writes.entries().length;
  await tab.getByRole('button', { name: changes.moveNow, exact: true }).click();
  await tab.getByText(jobs.done.move, { exact: true }).waitFor();
  expect(sandbox.emulator.writes.entries()).toHaveLength(before + 1);
  expect([await pathsOf(person.id, from), await pathsOf(person.id, to)]).toEqual([[], ['direct']]);

  await tab.getByRole('button', { name: jobs.undo, exact: true }).click();
  await tab.getByRole('button', { name: jobs.undo, exact: true }).last().click();
  await tab.getByText(jobs.done.undo, { exact: true }).waitFor();
  expect([await pathsOf(person.id, from), await pathsOf(person.id, to)]).toEqual([['direct'], []]);
});
