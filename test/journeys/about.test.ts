import { readFile } from 'node:fs/promises';
import type { FrameLocator } from '@playwright/test';
import { productIds } from '../../src/sandbox/tenant/products';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

const { about, common, exporting, shell } = english;
const press = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true }).click();

test('choices of an earlier version are listed, exported, deleted and imported again', async ({
  sandbox,
  openJourney,
}) => {
  const { tab, page, tabFrame } = await openJourney({
    query: { sub: 'about', host: 'teams-desktop' },
  });
  await tab.getByText(about.what('session', 1)).waitFor();
  const earlier = JSON.stringify({ [productIds.learn]: 'hidden', [productIds.timesheets]: 'isv' });
  await (
    await tabFrame()
  ).evaluate(([key, text]) => localStorage.setItem(key, text), [
    `isv-licenses.choices.${sandbox.tenant.id}`,
    earlier,
  ] as const);
  await page.reload();
  await tab.getByText(about.what('decisions', 2)).waitFor();

  const downloading = page.waitForEvent('download');
  await press(tab, about.export);
  await press(tab, exporting.download);
  const exported = await readFile(await (await downloading).path());
  // This host silently saves only the first file of a page.
  const further: string[] = [];
  page.on('download', (download) => further.push(download.suggestedFilename()));
  await press(tab, exporting.download);
  await tab.getByText(exporting.downloadedAgain).waitFor();
  const opening = page.waitForEvent('popup');
  await press(tab, exporting.open);
  await (await opening).close();
  expect(further).toEqual([]);
  await tab
    .getByRole('dialog', { name: exporting.title })
    .getByRole('button', { name: common.close, exact: true })
    .click();

  await press(tab, about.deleteEverything);
  const question = tab.getByRole('alertdialog', { name: about.deleteTitle });
  await question.getByRole('button', { name: common.cancel }).and(tab.locator(':focus')).waitFor();
  await question.getByRole('button', { name: about.delete, exact: true }).click();
  await tab.getByText(about.deleted).waitFor();
  const left = await (
    await tabFrame()
  ).evaluate(() => [
    ...Object.keys(localStorage).filter((key) => !key.includes('.quota.')),
    ...Object.keys(sessionStorage),
  ]);
  expect(left).toEqual([]);

  await tab
    .locator('input[type=file]')
    .setInputFiles({ name: 'export.json', mimeType: 'application/json', buffer: exported });
  await tab.getByRole('alertdialog', { name: about.importTitle }).getByText(about.importChoices(2)).waitFor();
  await tab.getByRole('alertdialog').getByRole('button', { name: about.import, exact: true }).click();
  await tab.getByText(about.what('decisions', 2)).waitFor();
});

test('deleting everything in a plain browser tab asks for a new sign-in, and then the app works again', async ({
  openJourney,
}) => {
  const { page } = await openJourney({ address: ({ origins }) => `${origins.tab}/index.html#/about` });
  const signIn = async (): Promise<void> => {
    const opens = page.waitForEvent('popup');
    await page.getByRole('button', { name: shell.signIn }).click();
    const popup = await opens;
    const closed = popup.waitForEvent('close');
    await popup.getByRole('link', { name: /Greta Almström/ }).click();
    await closed;
  };
  await signIn();
  await page.getByRole('button', { name: about.deleteEverything }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: about.delete, exact: true }).click();
  await page.getByText(about.deleted).waitFor();
  await page.getByRole('link', { name: shell.myApps }).click();
  await signIn();
  await page.getByText(english.myApps.intro).waitFor();
});

test('the app works and says so where the browser blocks storage', async ({ openJourney }) => {
  const { tab } = await openJourney({
    query: { sub: 'about' },
    prepare: async (context) => {
      await context.addInitScript(() => {
        if (window === window.top) return;
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('no', 'SecurityError');
          },
        });
      });
    },
  });
  await tab.getByText(about.blocked).waitFor();
  await tab.getByRole('link', { name: shell.licenses }).click();
  await tab.getByText('Snorrifax Timesheets').waitFor();
});

test('on a phone, which cannot download in the app, an export opens in a window and is saved there', async ({
  openJourney,
}) => {
  const { tab, page } = await openJourney({ query: { sub: 'about', host: 'teams-android' } });
  await press(tab, about.export);
  await press(tab, exporting.copyText);
  await tab.getByText(exporting.copiedText).or(tab.getByText(common.copyByHand)).waitFor();
  const opening = page.waitForEvent('popup');
  await press(tab, exporting.open);
  const opened = await opening;
  await tab.getByText(exporting.opened).waitFor();
  const downloading = opened.waitForEvent('download');
  await opened.getByRole('link', { name: exporting.download }).click();
  const saved = await readFile(await (await downloading).path(), 'utf8');
  expect(await opened.locator('pre').textContent()).toBe(saved);
});
