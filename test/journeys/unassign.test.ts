// cspell:locale en-US,sv
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { expect, test } from '../support/journey';
import { english, languages } from '../support/languages';
import { pasteText } from '../support/pasteAndAssign';
import { selectHolders } from '../support/selectHolders';

function pathsOf({ tenant }: Sandbox, userId: string, skuId: string): readonly string[] {
  return tenant.groundTruth().holders[userId]?.find((holder) => holder.skuId === skuId)?.paths ?? [];
}

/** Returns the people whose paths to the SKU match. */
function holdersOf({ tenant }: Sandbox, skuId: string, matches: (paths: readonly string[]) => boolean) {
  const { holders } = tenant.groundTruth();
  return tenant.users.filter((user) =>
    holders[user.id]?.some((holder) => holder.skuId === skuId && matches(holder.paths)),
  );
}

const isDirectOnly = (paths: readonly string[]) => paths.length === 1 && paths[0] === 'direct';

for (const { lang, words } of languages) {
  test(`an admin removes licenses from the people of a pasted list (${lang})`, async ({
    sandbox,
    openJourney,
  }) => {
    const [unassign, remove, close] =
      lang === 'sv-se' ? ['Ta bort licenser', 'Ta bort', 'Stäng'] : ['Unassign licenses', 'Remove', 'Close'];
    const { tab } = await openJourney({
      query: { person: 'user-admin', lang, sub: `products/${productIds.timesheets}` },
    });
    const { tenant } = sandbox;
    const people = holdersOf(sandbox, productIds.timesheets, isDirectOnly).slice(0, 3);
    expect(people).toHaveLength(3);
    const { holders } = tenant.groundTruth();
    const other = tenant.users.find(
      ({ id, userType }) =>
        userType === 'Member' && !holders[id]?.some(({ skuId }) => skuId === productIds.timesheets),
    );
    if (!other) throw new Error('Everyone holds the product.');
    const held = people.map(({ userPrincipalName }) => userPrincipalName);
    const pasted = [...held, other.userPrincipalName, 'who@plover.example'].join('\n');
    const { fromList } = words;
    await tab.getByRole('button', { name: fromList.title, exact: true }).click();
    await pasteText(tab.getByRole('textbox', { name: fromList.boxLabel }), pasted);
    const none = { throughGroup: 0, unclear: 0, inError: 0, groups: 0, toCheck: 0 };
    const numbers = { ...none, all: 4, direct: 3, without: 1, notFound: 1 };
    await tab.getByText(fromList.result('Snorrifax Timesheets', numbers)).waitFor();
    await tab.getByRole('button', { name: fromList.select(3), exact: true }).click();
    await tab.getByText(words.product.selected(3, 0)).waitFor();
    await tab.getByRole('button', { name: unassign, exact: true }).click();
    const dialog = tab.getByRole('dialog', { name: unassign });
    await dialog.getByText(words.unassign.freesSeat).first().waitFor();
    expect(await dialog.getByText(words.unassign.freesSeat).count()).toBe(3);
    await dialog.getByRole('button', { name: remove, exact: true }).click();
    await dialog.getByText(words.jobs.done.remove).nth(2).waitFor();
    await dialog.getByRole('button', { name: close, exact: true }).click();
    for (const { id } of people) expect(pathsOf(sandbox, id, productIds.timesheets)).toEqual([]);
    expect(tenant.groundTruth().holders[other.id]).toEqual(holders[other.id]);
  });
}

test('a removed license disappears everywhere at once and after a reload, marked as updating until Microsoft 365 shows it', async ({
  sandbox,
  openJourney,
}) => {
  const { product, products, shell, unassign, jobs, common } = english;
  const { page, tab } = await openJourney({ query: { sub: `products/${productIds.timesheets}` } });
  const [person] = holdersOf(sandbox, productIds.timesheets, isDirectOnly);
  if (!person) throw new Error('The product has no direct holder left.');
  const { emulator, tenant } = sandbox;
  const hourInMs = 3_600_000;
  Object.assign(emulator.lag, { readsInMs: hourInMs, indexInMs: hourInMs, countsInMs: hourInMs });
  try {
    await selectHolders(tab, [person]);
    await tab.getByRole('button', { name: product.unassign, exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: unassign.remove, exact: true }).click();
    await dialog.getByText(jobs.done.remove).first().waitFor();
    await dialog.getByRole('button', { name: common.close, exact: true }).click();
    const left = Object.values(tenant.groundTruth().holders).filter((held) =>
      held.some(({ skuId }) => skuId === productIds.timesheets),
    ).length;
    const isGone = async (): Promise<void> => {
      await tab.getByText(english.updates.updating).waitFor();
      await tab.getByText(new RegExp(`^${left} of \\d+ assigned$`)).waitFor();
      await tab.getByRole('searchbox').fill(person.userPrincipalName);
      await tab.getByText(product.emptySearchTitle).waitFor();
    };
    await isGone();
    await page.reload();
    await isGone();
    await tab.getByRole('link', { name: shell.licenses, exact: true }).click();
    const marked = tab.getByRole('row').filter({ hasText: products.updating });
    await marked.getByText('Snorrifax Timesheets').waitFor();
    expect(await marked.count()).toBe(1);
    Object.assign(emulator.lag, { readsInMs: 0, indexInMs: 0, countsInMs: 0 });
    await marked.waitFor({ state: 'detached' });
  } finally {
    Object.assign(emulator.lag, { readsInMs: 0, indexInMs: 0, countsInMs: 0 });
  }
});

test('a license inherited from a group is kept, and the dialog names the group', async ({
  sandbox,
  openJourney,
}) => {
  const [person] = holdersOf(
    sandbox,
    productIds.learn,
    (paths) => paths.length > 0 && !paths.includes('direct'),
  );
  if (!person) throw new Error('Nobody holds the product through a group.');
  const { tab } = await openJourney({ query: { sub: `products/${productIds.learn}` } });
  const before = pathsOf(sandbox, person.id, productIds.learn);
  const group = sandbox.tenant.group(before[0] ?? '')?.displayName ?? '';
  await selectHolders(tab, [person]);
  await tab.getByRole('button', { name: english.product.unassign, exact: true }).click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByText(group).first().waitFor();
  await dialog.getByText(english.unassign.nothingToSend).first().waitFor();
  expect(await dialog.getByRole('button', { name: english.unassign.remove, exact: true }).isEnabled()).toBe(
    false,
  );
  expect(pathsOf(sandbox, person.id, productIds.learn)).toEqual(before);
});

test('a product is removed from a group and its members', async ({ sandbox, openJourney }) => {
  const { tab } = await openJourney({ query: { sub: `products/${productIds.learn}/groups` } });
  const group = sandbox.tenant.groups.find(({ licenses }) =>
    licenses.some(({ skuId }) => skuId === productIds.learn),
  );
  if (!group) throw new Error('No group carries the product.');
  await tab.getByRole('checkbox', { name: english.product.selectRow(group.displayName) }).check();
  await tab.getByRole('button', { name: english.product.unassign, exact: true }).click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByRole('button', { name: english.unassign.remove, exact: true }).click();
  await dialog.getByText(english.jobs.pending.remove).waitFor();
  sandbox.emulator.settle();
  expect(sandbox.tenant.group(group.id)?.licenses.map(({ skuId }) => skuId)).not.toContain(productIds.learn);
});
