// cspell:locale en-US,sv
import type { Locator, Page } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { groupIds } from '../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../src/sandbox/tenant/products';
import { words as sandboxWords } from '../../src/sandbox/words';
import { expect, test } from '../support/journey';
import { english, languages } from '../support/languages';
import { selectHolders } from '../support/selectHolders';

function pathsOf({ tenant }: Sandbox, userId: string, skuId: string): readonly string[] {
  return tenant.groundTruth().holders[userId]?.find((holder) => holder.skuId === skuId)?.paths ?? [];
}

function findHolder({ tenant }: Sandbox, skuId: string, paths: readonly string[]) {
  const { holders } = tenant.groundTruth();
  const found = tenant.users.find((user) =>
    holders[user.id]?.some((holder) => holder.skuId === skuId && holder.paths.join() === paths.join()),
  );
  if (!found) throw new Error('nobody has the product in this way');
  return found;
}

/** Grants the permission to change groups, which is asked for once a job needs it. */
async function grantConsent(
  page: Page,
  dialog: Locator,
  { shell }: Pick<typeof english, 'shell'>,
): Promise<void> {
  await dialog.getByRole('button', { name: shell.giveConsent }).click();
  await page.getByRole('button', { name: sandboxWords.consent.accept }).click();
}

test('a person is removed from the group that gives the product', async ({ sandbox, openJourney }) => {
  const { product, unassign, jobs } = english;
  const { learn } = productIds;
  const person = findHolder(sandbox, learn, [groupIds.fieldStaff]);
  const { page, tab } = await openJourney({ query: { person: 'global-admin', sub: `products/${learn}` } });
  await selectHolders(tab, [person]);
  await tab.getByRole('button', { name: product.unassign, exact: true }).click();
  const dialog = tab.getByRole('dialog', { name: unassign.title });
  await dialog.getByRole('checkbox', { name: unassign.leave('Field Staff', 1) }).check();
  await dialog.getByText(unassign.leavesGroups(['Field Staff'], 'lost')).waitFor();
  await dialog.getByRole('button', { name: unassign.remove, exact: true }).click();
  await grantConsent(page, dialog, english);
  await dialog
    .getByText(jobs.pending['leave-groups'])
    .or(dialog.getByText(jobs.done['leave-groups']))
    .waitFor();
  sandbox.emulator.settle();
  await dialog.getByText(jobs.done['leave-groups']).waitFor();
  expect(pathsOf(sandbox, person.id, learn)).toEqual([]);
});

const swedish = languages.find(({ lang }) => lang === 'sv-se');

test('a person is migrated from a direct license to a group, in Swedish', async ({
  sandbox,
  openJourney,
}) => {
  if (!swedish) throw new Error('Swedish is missing');
  const { words } = swedish;
  const { timesheets } = productIds;
  const person = findHolder(sandbox, timesheets, ['direct']);
  const { page, tab } = await openJourney({
    query: { person: 'global-admin', lang: swedish.lang, sub: `products/${timesheets}` },
  });
  await selectHolders(tab, [person], words);
  await tab.getByRole('button', { name: words.product.moreSelectionActions, exact: true }).click();
  await tab.getByRole('menuitem', { name: words.groups.migrateTitle }).click();
  const dialog = tab.getByRole('dialog', { name: words.groups.migrateTitle });
  await dialog.getByText(words.groups.result.migrates).waitFor();
  await dialog.getByRole('button', { name: words.groups.migrate, exact: true }).click();
  await grantConsent(page, dialog, words);
  await dialog.getByText(words.jobs.pending['migrate-to-group']).waitFor();
  expect(pathsOf(sandbox, person.id, timesheets)).toContain('direct');
  sandbox.emulator.settle();
  await dialog.getByText(words.jobs.done['migrate-to-group']).waitFor();
  const paths = pathsOf(sandbox, person.id, timesheets);
  expect(paths).toHaveLength(1);
  expect(paths).not.toContain('direct');
});
