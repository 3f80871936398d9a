// cspell:locale en-US,sv
import type { Page } from '@playwright/test';
import { words } from '../../src/sandbox/words';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

/** Runs an action and waits until the sandbox has received it. */
async function waitForSandbox(page: Page, path: string, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith(path)), act()]);
}

test('a person breaks, throttles and slows the tenant from the bar', async ({ sandbox, openJourney }) => {
  const { page } = await openJourney();
  const { faults, quota, lag } = sandbox.emulator;
  await page.getByText('Faults', { exact: true }).first().click();
  await waitForSandbox(page, '/faults', () => page.getByLabel('409 on license changes').check());
  await page.getByLabel('Maximum number of times').fill('2');
  await waitForSandbox(page, '/faults', () => page.getByLabel('Maximum number of times').press('Tab'));
  expect(faults.list()).toEqual([
    { kind: 'concurrency', rate: 0.2, pathPattern: 'POST *assignLicense', limit: 2 },
  ]);
  expect(page.url()).toContain('faults=conflict-409');
  await page.getByText('Service', { exact: true }).click();
  await waitForSandbox(
    page,
    '/switches',
    async () => void (await page.getByLabel('Quotas').selectOption('halved')),
  );
  await page.getByLabel('Seat counts lag (ms)').fill('300');
  await waitForSandbox(page, '/switches', () => page.getByLabel('Seat counts lag (ms)').press('Tab'));
  expect([quota.settings.share, lag.countsInMs]).toEqual([0.5, 300]);
});

for (const { theme, width } of [
  { theme: 'default', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'contrast', width: 1440 },
  { theme: 'default', width: 390 },
]) {
  test(`axe finds nothing in the menus of the bar: ${theme}, ${width}`, async ({ openJourney }) => {
    const { page } = await openJourney({ query: { theme }, viewport: { width, height: 900 } });
    await page.locator('.bar').waitFor();
    if (width < 768) await page.getByText('Sandbox', { exact: true }).click();
    for (const menu of ['Faults', 'Service']) {
      await page.getByText(menu, { exact: true }).first().click();
      expect(await findAxeFaults(page)).toEqual([]);
    }
  });
}

test('the bar changes who is signed in, the language, the client and the size of the tenant', async ({
  sandbox,
  openJourney,
}) => {
  const { page, tab } = await openJourney();
  await tab.getByRole('heading', { level: 1, name: english.licenses.title }).waitFor();

  await page.getByRole('combobox', { name: words.bar.person, exact: true }).selectOption('member');
  await tab.getByRole('heading', { level: 1, name: english.myApps.title }).waitFor();

  await page.getByRole('combobox', { name: words.bar.language, exact: true }).selectOption('sv-se');
  await tab.getByRole('heading', { level: 1, name: 'Mina appar' }).waitFor();

  await page.getByRole('combobox', { name: words.bar.host, exact: true }).selectOption('teams-android');
  await tab.getByRole('heading', { level: 1, name: 'Mina appar' }).waitFor();
  expect((await page.locator('iframe.app-frame').boundingBox())?.width).toBeLessThan(500);

  await page.getByRole('combobox', { name: words.bar.size, exact: true }).selectOption('200');
  await page.waitForFunction(() => new URLSearchParams(location.search).get('users') === '200');
  await tab.getByRole('heading', { level: 1, name: 'Mina appar' }).waitFor();
  expect(sandbox.tenant.users).toHaveLength(200);
});
