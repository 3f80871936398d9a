import { refOf } from '../licensing/support/samples';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

const { changes, jobs } = english;
const from = productIds.learn;
const to = productIds.timesheets;

/** Returns the paths by which a person holds a product. */
function pathsOf({ tenant }: Sandbox, userId: string, skuId: string): readonly string[] {
  return tenant.groundTruth().holders[userId]?.find((held) => held.skuId === skuId)?.paths ?? [];
}

/** Returns a person who holds the first product only directly, and not the second. */
function someone({ tenant }: Sandbox) {
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

test('a person is moved to another product in one change, and back by undo', async ({
  sandbox,
  openJourney,
}) => {
  const person = someone(sandbox);
  const { tab, tabFrame } = await openJourney({
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
  expect([pathsOf(sandbox, person.id, from), pathsOf(sandbox, person.id, to)]).toEqual([[], ['direct']]);

  await tab.getByRole('button', { name: jobs.undo, exact: true }).click();
  await tab.getByRole('button', { name: jobs.undo, exact: true }).last().click();
  await tab.getByText(jobs.done.undo, { exact: true }).waitFor();
  expect([pathsOf(sandbox, person.id, from), pathsOf(sandbox, person.id, to)]).toEqual([['direct'], []]);
});
