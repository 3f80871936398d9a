import { productIds, products } from '../../src/sandbox/tenant/products';
import { words } from '../../src/sandbox/words';
import { expect, test } from '../support/journey';
import { english, languages } from '../support/languages';

for (const { lang, words: shown } of languages) {
  test(`an ordinary member sees their own apps with Install (${lang})`, async ({ sandbox, openJourney }) => {
    const { tab } = await openJourney({ query: { person: 'member', lang } });
    await tab.getByRole('heading', { level: 1, name: shown.myApps.title }).waitFor();
    const persona = sandbox.tenant.personas.find(({ key }) => key === 'member');
    const held = sandbox.tenant.groundTruth().holders[persona?.userId ?? ''] ?? [];
    const isvHeld = products.filter(
      ({ skuId, isFirstParty }) => !isFirstParty && held.some((holder) => holder.skuId === skuId),
    );
    expect(isvHeld).toHaveLength(3);
    for (const { product = '' } of isvHeld) await tab.getByText(product, { exact: true }).first().waitFor();
    await tab.getByText(shown.myApps.count(3)).waitFor();
    await tab.getByRole('button', { name: shown.install.actionFor('Wumbledyne Helpdesk') }).waitFor();
    expect(await tab.getByRole('link', { name: shown.shell.licenses, exact: true }).count()).toBe(0);
  });
}

test('a member who follows a link to an admin page is told so and gets a link to My apps', async ({
  openJourney,
}) => {
  const { tab } = await openJourney({
    query: { person: 'member', sub: `products/${productIds.timesheets}` },
  });
  await tab.getByText(english.shell.roleNote(true)).waitFor();
  await tab.getByRole('link', { name: english.shell.goToMyApps }).click();
  await tab.getByRole('heading', { level: 1, name: english.myApps.title }).waitFor();
});

test('a reader sees everything but the actions, and the reason', async ({ openJourney }) => {
  const { tab } = await openJourney({
    query: { person: 'global-reader', sub: `products/${productIds.timesheets}` },
  });
  await tab.getByText(english.product.countAll(64)).waitFor();
  await tab.getByText(english.common.readerMayNot).first().waitFor();
  await tab.getByText(english.product.columnNotes, { exact: true }).waitFor();
  expect(await tab.getByRole('button', { name: english.product.assign, exact: true }).count()).toBe(0);
  expect(await tab.getByRole('checkbox').count()).toBe(0);
});

test('a Groups Administrator can choose groups, and users are rejected before sending', async ({
  openJourney,
}) => {
  const { tab } = await openJourney({
    query: { person: 'groups-admin', sub: `products/${productIds.learn}/assign` },
  });
  const picker = tab.getByRole('combobox');
  await picker.fill('Meera');
  await tab.getByRole('option').first().click();
  await tab.getByText(english.assign.finding['not-permitted']).first().waitFor();
  expect(await tab.getByRole('button', { name: english.assign.assign, exact: true }).isEnabled()).toBe(false);
});

test('a guest, who cannot see the products of the organization, gets an explanation instead of an error', async ({
  openJourney,
}) => {
  const { tab } = await openJourney({ query: { person: 'guest' }, expected: [/status of 403/] });
  await tab.getByRole('heading', { level: 1, name: english.myApps.title }).waitFor();
  await tab.getByText(english.myApps.unseenTitle).waitFor();
});

test('a permission without consent is explained after the first write, and an administrator grants it', async ({
  sandbox,
  openJourney,
}) => {
  const { tab, page } = await openJourney({
    query: { faults: 'no-write-consent', sub: `products/${productIds.learn}/assign` },
  });
  const holders = sandbox.tenant.groundTruth().holders;
  const person = sandbox.tenant.users.find(
    ({ id, usageLocation, userType, accountEnabled }) =>
      usageLocation !== null && userType === 'Member' && accountEnabled && holders[id] === undefined,
  );
  if (!person) throw new Error('Everybody holds something.');
  await tab.getByRole('combobox').fill(person.userPrincipalName);
  await tab.getByRole('option').first().click();
  await tab.getByText(english.assign.finding['gets-seat'], { exact: true }).waitFor();
  await tab.getByRole('button', { name: english.assign.assign, exact: true }).click();
  await tab.getByText(english.errors['consent-needed'].title).waitFor();
  expect(sandbox.tenant.groundTruth().holders[person.id]).toBeUndefined();

  await tab.getByRole('button', { name: english.shell.giveConsent }).click();
  await page.getByRole('button', { name: words.consent.accept }).click();
  await tab.getByText(english.jobs.done.assign, { exact: true }).waitFor();
  expect(sandbox.tenant.groundTruth().holders[person.id]?.map(({ skuId }) => skuId)).toEqual([
    productIds.learn,
  ]);
});
