import type { FrameLocator } from '@playwright/test';
import { productIds } from '../../src/sandbox/tenant/products';
import { words } from '../../src/sandbox/words';
import { test } from '../support/journey';
import { english } from '../support/languages';

const notes = (name: string): string => `.log li[data-name="${name}"]`;

async function startInstall(tab: FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: english.product.moreActions, exact: true }).click();
  await tab.getByRole('menuitem', { name: 'Install this product', exact: true }).click();
}

test("a Teams app is added in the host's own install dialog", async ({ openJourney }) => {
  const { tab, page } = await openJourney({ query: { sub: `products/${productIds.timesheets}` } });
  await startInstall(tab);
  await tab.getByRole('button', { name: english.install.openDialog }).click();
  await page.getByRole('button', { name: words.dialogs.installAdd, exact: true }).click();
  await page.locator(notes('app-added')).waitFor({ state: 'attached' });
  // The host does not report the person's choice, so the app does not show one.
  await tab.getByText(english.install.dialogOpenedText).waitFor();
});

test('where the host has no install dialog, a deep link opens Teams after a confirmation', async ({
  openJourney,
}) => {
  const { tab, page } = await openJourney({
    query: { host: 'outlook-web', sub: `products/${productIds.timesheets}` },
  });
  await startInstall(tab);
  await tab.getByText(english.install.externalLinkTeams('teams.microsoft.com')).waitFor();
  await tab.getByRole('button', { name: english.install.open('teams.microsoft.com') }).click();
  // The host handles Teams deep links: this one opens the app's page there.
  await page.getByRole('heading', { name: words.dialogs.installTitle('Snorrifax Timesheets') }).waitFor();
});

test("the vendor's page opens only after a confirmation that names its host", async ({ openJourney }) => {
  const { tab, page } = await openJourney({ query: { sub: `products/${productIds.vault}` } });
  await startInstall(tab);
  await tab.getByText(english.install.externalLink('setup.quorvexa.example')).waitFor();
  await tab.getByRole('button', { name: english.install.open('setup.quorvexa.example') }).click();
  await page.getByText(words.dialogs.linkLeadsTo('setup.quorvexa.example')).waitFor();
});

test('the number of licenses is changed at the vendor, and a link leads there', async ({ openJourney }) => {
  const { tab, page } = await openJourney({ query: { sub: `products/${productIds.timesheets}` } });
  await tab.getByRole('button', { name: 'Add or remove licenses for your account' }).click();
  await tab.getByText(english.product.manageBody).waitFor();
  await tab
    .getByRole('button', { name: english.common.externalLinkOpen('account.snorrifax.example') })
    .click();
  await page.getByText(words.dialogs.linkLeadsTo('account.snorrifax.example')).waitFor();
});
