import type { Page } from '@playwright/test';
import { startStandalone } from '../../src/sandbox/standalone/startStandalone';
import type { Standalone } from '../../src/sandbox/standalone/startStandalone';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { watchContext, type ContextLog } from '../support/watchContext';

let standalone: Standalone;
test.beforeAll(async () => {
  standalone = await startStandalone({ port: 0, users: 200 });
});
test.afterAll(() => standalone.close());

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Opens the page of the sandbox without the app, and watches it. */
async function openSandboxPage(page: Page, { width = 1440, ...media }: Look = {}): Promise<ContextLog> {
  const log = await watchContext(page.context());
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia(media);
  await page.goto(`${standalone.address}/sandbox`);
  await page.getByRole('heading', { name: 'Requests' }).waitFor();
  return log;
}

interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'none' | 'active';
}

test('a person copies a token and sees the request in the log with its cost', async ({ page }) => {
  const log = await openSandboxPage(page);
  await page.getByRole('button', { name: 'Copy token of Member' }).click();
  await page.getByText('Copied a token of Member.').waitFor();
  const token = await page.evaluate(() => navigator.clipboard.readText());
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${standalone.address}/v1.0/subscribedSkus`, { headers });
  expect(answer.status).toBe(200);
  const row = page.getByRole('row', { name: /subscribedSkus 200 3/ });
  await row.waitFor();
  expect(log.faults).toEqual([]);
});

/** Runs an action and waits until the sandbox has received it. */
async function waitForSandbox(page: Page, path: string, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith(path)), act()]);
}

test('a person throttles Graph and ends it again', async ({ page }) => {
  await openSandboxPage(page);
  const { faults } = standalone.environment.emulator;
  await page.getByText('Faults', { exact: true }).first().click();
  await waitForSandbox(page, '/faults', () => page.getByLabel('429, wait 10 s').check());
  await page.getByLabel('How often (percent)').fill('100');
  await waitForSandbox(page, '/faults', () => page.getByLabel('How often (percent)').press('Tab'));
  expect(faults.list()).toEqual([{ kind: 'throttle', rate: 1 }]);
  await waitForSandbox(page, '/faults', () => page.getByRole('button', { name: 'Turn all off' }).click());
  expect(faults.list()).toEqual([]);
});

test('a person turns quotas off and delays the search index', async ({ page }) => {
  await openSandboxPage(page);
  const { quota, lag } = standalone.environment.emulator;
  await page.getByText('Service', { exact: true }).click();
  await page.getByLabel('Quotas').selectOption('off');
  await page.getByLabel('Search lags (ms)').fill('500');
  await waitForSandbox(page, '/switches', () => page.getByLabel('Search lags (ms)').press('Tab'));
  expect([quota.settings.isOn, lag.indexInMs]).toEqual([false, 500]);
});

const looks: readonly Look[] = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { forcedColors: 'active' },
  { width: 390 },
];

for (const look of looks) {
  test(`axe finds nothing, and the page fits its width, with ${JSON.stringify(look)}`, async ({ page }) => {
    const log = await openSandboxPage(page, look);
    for (const menu of ['Faults', 'Service']) {
      await page.getByText(menu, { exact: true }).first().click();
      expect(await findAxeFaults(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(log.faults).toEqual([]);
  });
}
