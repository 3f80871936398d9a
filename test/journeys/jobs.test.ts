import type { FrameLocator } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

const { jobs, shell, unassign, product } = english;
const press = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true }).click();

/** Returns the IDs of the people who hold the product directly. */
function directHolders({ tenant }: Sandbox, skuId: string): readonly string[] {
  const { holders } = tenant.groundTruth();
  return Object.keys(holders).filter((id) =>
    holders[id]?.some((held) => held.skuId === skuId && held.paths.includes('direct')),
  );
}

test('a job whose tab was closed is offered again, finishes once for everyone, and can be undone', async ({
  sandbox,
  openJourney,
}) => {
  const { tab, page } = await openJourney({
    query: { sub: `products/${productIds.learn}` },
    expected: [/Failed to load resource/],
  });
  const before = directHolders(sandbox, productIds.learn);
  sandbox.emulator.faults.set([{ kind: 'slow', rate: 1, pathPattern: 'POST *' }]);
  await tab.getByRole('checkbox').nth(5).waitFor();
  await tab.getByRole('checkbox').first().check();
  await press(tab, product.unassign);
  await tab.getByText(unassign.freesSeat).first().waitFor();
  await press(tab, unassign.remove);
  await tab.getByText(jobs.started).first().waitFor();
  // Every change is in flight when the tab closes, and takes effect when the next one is open.
  await page.reload();
  sandbox.emulator.faults.set([]);

  await tab.getByText(jobs.interruptedTitle(1)).waitFor();
  await tab.getByRole('link', { name: jobs.viewJob }).click();
  await tab.getByText(jobs.pause.interrupted).waitFor();
  await press(tab, jobs.resume);
  await tab.getByText(jobs.stateText.arriving).waitFor();
  await tab.getByRole('button', { name: jobs.undo, exact: true }).waitFor({ timeout: 60_000 });
  const after = directHolders(sandbox, productIds.learn);
  expect(after.length).toBeLessThan(before.length);
  await tab
    .getByText(jobs.status.finished)
    .or(tab.getByText(/ removed/))
    .first()
    .waitFor();

  await press(tab, jobs.undo);
  await tab.getByRole('alertdialog').getByText(jobs.undoing.remove).waitFor();
  await tab.getByRole('alertdialog').getByRole('button', { name: jobs.undo, exact: true }).click();
  await tab.getByRole('heading', { name: new RegExp(`^${before.length - after.length}.* undone`) }).waitFor();
  expect([...directHolders(sandbox, productIds.learn)].sort()).toEqual([...before].sort());

  await tab.getByRole('link', { name: shell.jobs }).click();
  await tab.getByRole('grid', { name: jobs.history }).getByText(jobs.status.finished).nth(1).waitFor();
});
