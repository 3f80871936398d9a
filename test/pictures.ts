// `npm run pictures` takes the README's picture from the running app; `npm run pictures -- FOLDER` takes every screen into
// a folder, in each theme and at four widths, in Swedish at two of them; a word after it picks the screens that have it in their name.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Frame, Page } from '@playwright/test';
import { buildIfChanged } from '../src/sandbox/build';
import { productIds } from '../src/sandbox/tenant/products';
import { startSandbox, type Sandbox } from '../src/sandbox/startSandbox';
import { launchBrowser } from './support/browser';
import { english, languages } from './support/languages';
import { changeTheme, laterScreens, screens, themes, type Screen } from './support/screens';
import { stateScreens } from './support/stateScreens';
import { watchContext } from './support/watchContext';

const folder = resolve(__dirname, '../.github/pictures');

const tabOf = (page: Page) => page.frameLocator('iframe.app-frame');

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe.app-frame').elementHandle())?.contentFrame();
  if (!frame) throw new Error('The host page shows no app.');
  return frame;
}

async function chooseSome(page: Page): Promise<void> {
  const tab = tabOf(page);
  for (const text of ['IT', 'Andrea', 'Björn', 'Mei', 'Zofia', 'Åsa']) {
    await tab.getByRole('combobox').fill(text);
    const option = tab.getByRole('option').first();
    await option.waitFor({ timeout: 3_000 }).catch(() => undefined);
    if (await option.isVisible()) await option.click();
  }
  await tab.getByText(english.assign.checking).first().waitFor({ state: 'detached' });
}

/** Takes the README's picture: the assign pane with a few people and a group chosen. */
async function takeAssignPane(browser: Browser, sandbox: Sandbox, theme: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  await watchContext(context);
  const page = await context.newPage();
  await page.goto(`${sandbox.origins.host}/?theme=${theme}&sub=products/${productIds.learn}/assign`);
  await chooseSome(page);
  // Photos come after the rows they belong to.
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: resolve(folder, `assign-${theme}.png`) });
  await context.close();
}

const widths = [
  { width: 1440, height: 900, host: 'teams-web', isBilingual: true },
  { width: 768, height: 1024, host: 'teams-web', isBilingual: false },
  { width: 390, height: 844, host: 'teams-android', isBilingual: true },
  { width: 320, height: 640, host: 'teams-android', isBilingual: false },
];

/** Takes one screen in each theme; one that can't be reached is named, and the others go on. */
async function takeScreen(browser: Browser, sandbox: Sandbox, into: string, screen: Screen): Promise<void> {
  for (const { lang, words } of languages) {
    for (const { width, height, host, isBilingual } of widths) {
      if (!isBilingual && words !== english) continue;
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
      context.setDefaultTimeout(20_000);
      await watchContext(context);
      const page = await context.newPage();
      if (screen.passInMs !== undefined) await page.clock.install();
      const query = new URLSearchParams({ lang, host, ...screen.query }).toString();
      await page.goto(`${sandbox.origins.host}/?${query}`);
      const name = `${screen.screen.replaceAll(' ', '-')}-${lang.slice(0, 2)}-${width}`;
      try {
        if (screen.passInMs !== undefined) await page.clock.runFor(screen.passInMs);
        await screen.reach(tabOf(page), words, sandbox);
        await page.waitForLoadState('networkidle');
        for (const theme of themes) {
          if (theme !== 'default') await changeTheme(page, await frameOf(page), theme);
          await page.screenshot({ path: resolve(into, `${name}-${theme}.png`) });
        }
      } catch (fault) {
        console.error(`${name}: ${String(fault)}`);
        await page.screenshot({ path: resolve(into, `${name}-failed.png`) });
        process.exitCode = 1;
      }
      sandbox.emulator.faults.set([]);
      await context.close();
    }
  }
}

async function main(): Promise<void> {
  const [into, part = ''] = process.argv.slice(2);
  await buildIfChanged();
  await mkdir(into ?? folder, { recursive: true });
  const sandbox = await startSandbox();
  const browser = await launchBrowser();
  if (into === undefined) {
    for (const theme of ['default', 'dark']) await takeAssignPane(browser, sandbox, theme);
  } else {
    const named = [...screens, ...laterScreens, ...stateScreens].filter(({ screen }) =>
      screen.includes(part),
    );
    for (const screen of named) await takeScreen(browser, sandbox, into, screen);
  }
  await browser.close();
  await sandbox.close();
}

void main();
