import { expect, test } from '../support/journey';
import { english, languages } from '../support/languages';

for (const { lang, words } of languages) {
  test(`an admin finds, filters and opens a product (${lang})`, async ({ openJourney }) => {
    const { tab } = await openJourney({ query: { person: 'license-admin', lang } });
    await tab.getByRole('heading', { level: 1, name: words.licenses.title }).waitFor();
    const rows = tab.getByRole('table', { name: words.licenses.table }).getByRole('row');
    const row = rows.filter({ hasText: 'Snorrifax Timesheets' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/64\s+\S+\s+100/);

    await tab.getByRole('searchbox', { name: words.licenses.search }).fill('snorrifax');
    await tab.getByRole('status').filter({ hasText: '2' }).waitFor();
    expect(await rows.count()).toBe(3);

    // Two are found, and of one no seat is left.
    await tab.getByRole('button', { name: `${words.licenses.filterNames.noneLeft} 1`, exact: true }).click();
    await row.waitFor({ state: 'detached' });
    expect(await rows.filter({ hasText: 'Snorrifax Rota' }).count()).toBe(1);

    await tab.getByRole('button', { name: `${words.licenses.all} 2`, exact: true }).click();
    await tab.getByRole('link', { name: /Snorrifax Timesheets/ }).click();
    await tab.getByRole('heading', { level: 1, name: 'Snorrifax Timesheets' }).waitFor();
    await tab.getByText(words.product.countAll(64)).waitFor();
  });
}

test('every state of a subscription is shown, and so are products of an unknown vendor', async ({
  openJourney,
}) => {
  const { tab } = await openJourney();
  const rowOf = (product: string) => tab.getByRole('row').filter({ hasText: product });
  await rowOf('Snorrifax Timesheets').waitFor();
  expect(await rowOf('Quorvexa Sign').innerText()).toMatch(/Trial/);
  expect(await rowOf('Quorvexa Vault').innerText()).toMatch(/in \d+ days/);
  expect(await rowOf('Wumbledyne Helpdesk').innerText()).toMatch(/Grace period until/);
  await tab.getByRole('button', { name: /^Nothing to assign/, expanded: false }).click();
  const locked = tab.getByRole('listitem').filter({ hasText: 'Brambulon Scan' });
  expect(await locked.innerText()).toMatch(/The subscription is locked/);
  expect(await rowOf('Tindlewick Canvas').innerText()).toMatch(/Over-allocated/);
  await tab.getByRole('region', { name: english.classify.title }).getByText('ZQ7 PRM AL').waitFor();
  expect(await tab.getByText(english.licenses.unknownOwner).count()).toBe(0);
});

test('products sort by any column', async ({ openJourney }) => {
  const { tab } = await openJourney();
  const heading = tab.getByRole('columnheader', { name: english.licenses.columns.available });
  await heading.getByRole('button').click();
  await tab.locator('th[aria-sort=ascending]', { hasText: english.licenses.columns.available }).waitFor();
  const first = tab.getByRole('row').nth(1);
  expect(await first.innerText()).toContain('Tindlewick Canvas');
});

test('the admin hides a product of an unknown vendor, and undoes it', async ({ openJourney }) => {
  const { tab } = await openJourney();
  const section = tab.getByRole('region', { name: english.classify.title });
  await section.getByRole('checkbox', { name: english.classify.selectAll }).click();
  await section.getByRole('button', { name: english.classify.hide }).click();
  await section.waitFor({ state: 'detached' });

  await tab.getByRole('button', { name: english.licenses.viewMenu, exact: true }).click();
  await tab.getByRole('menuitemcheckbox', { name: english.licenses.filterNames.hidden }).click();
  await tab.getByRole('searchbox').press('Escape');
  const hidden = tab.getByRole('row').filter({ hasText: english.licenses.hidden });
  await hidden.getByRole('button', { name: /^More actions for/ }).click();
  await tab.getByRole('menuitem', { name: english.classify.undoChoice }).click();
  await section.waitFor();
});
