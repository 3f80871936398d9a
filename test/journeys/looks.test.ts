import type { FrameLocator } from 'playwright-core';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { findAxeFaults } from '../support/findAxeFaults';
import { openJourney } from '../support/journey';
import { english } from '../support/languages';

const learn = `products/${productIds.learn}`;

/** Every screen with a text that says that it is drawn. */
const screens = [
  { screen: 'licenses', sub: 'licenses', shows: 'Snorrifax Timesheets' },
  { screen: 'holders of a product', sub: learn, shows: english.product.pathDirect },
  { screen: 'groups of a product', sub: `${learn}/groups`, shows: english.product.groupDone },
  { screen: 'about a product', sub: `${learn}/about`, shows: english.product.identifiersTitle },
  { screen: 'assign', sub: `${learn}/assign`, shows: english.assign.pickerLabel },
  { screen: 'install', sub: `install/${productIds.timesheets}`, shows: english.install.openDialog },
  { screen: 'jobs', sub: 'jobs', shows: english.jobs.emptyTitle },
  { screen: 'about this app', sub: 'about', shows: english.about.what('session', 1) },
  { screen: 'my apps', sub: 'my-apps', shows: english.myApps.intro },
] as const;

const looks = screens.flatMap((screen) =>
  (['default', 'dark', 'contrast'] as const).map((theme) => ({ ...screen, theme })),
);

test.each(looks)('axe finds nothing on $screen in the $theme theme', async ({ sub, shows, theme }) => {
  const { tab, page, tabFrame } = await openJourney({ query: { theme, sub } });
  await tab.getByText(shows).first().waitFor();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
  expect(await findAxeFaults(page)).toEqual([]);
});

const checkFirst = (tab: FrameLocator) => tab.getByRole('checkbox').nth(1).check();
const press = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true }).click();

/** Screens that a person reaches by doing something, or by bad luck. */
const later = [
  {
    screen: 'unassign',
    query: { sub: learn },
    reach: async (tab: FrameLocator) => {
      await checkFirst(tab);
      await press(tab, english.product.unassign);
      await tab.getByRole('button', { name: english.unassign.remove, exact: true }).waitFor();
    },
  },
  {
    screen: 'outcomes',
    query: { sub: `${learn}/assign` },
    reach: async (tab: FrameLocator, { emulator }: Sandbox) => {
      // Refused, so that the same people can be sent in every theme.
      emulator.faults.set([{ kind: 'forbidden', rate: 1, pathPattern: 'POST *assignLicense' }]);
      await tab.getByRole('combobox').fill('Linus');
      await tab.getByRole('option').first().click();
      await press(tab, english.assign.assign);
      await tab.getByText(english.errors.forbidden.title).first().waitFor();
      emulator.faults.set([]);
    },
  },
  {
    screen: 'several products',
    query: { sub: `${learn}/assign` },
    reach: async (tab: FrameLocator) => {
      await tab.getByRole('combobox').fill('Linus');
      await tab.getByRole('option').first().click();
      for (const name of ['Oskavaro Suite', 'Snorrifax Rota']) {
        await press(tab, english.assign.alsoAssign);
        await tab.getByRole('menuitem', { name }).click();
      }
      await tab.getByRole('button', { name: /^Oskavaro Suite Turn apps/ }).click();
      await tab.getByRole('checkbox').first().waitFor();
      await tab.getByText(english.assign.checking).first().waitFor({ state: 'detached' });
    },
  },
  {
    screen: 'sign-in',
    query: { faults: 'no-nested-auth' },
    reach: (tab: FrameLocator) => tab.getByRole('button', { name: english.shell.signIn }).waitFor(),
  },
  {
    screen: 'silent host',
    query: { faults: 'silent-host' },
    reach: (tab: FrameLocator) => tab.getByText(english.errors['host-silent'].title).waitFor(),
  },
] as const;

const laterLooks = later.flatMap((screen) =>
  (['default', 'dark', 'contrast'] as const).map((theme) => ({ ...screen, theme })),
);

test.each(laterLooks)('axe finds nothing on $screen in the $theme theme', async ({ query, reach, theme }) => {
  const { tab, tabFrame, sandbox } = await openJourney({
    query: { theme, ...query },
    expected: [/status of 403/],
  });
  await reach(tab, sandbox);
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
});

test.each(screens)('$screen fits a phone without scrolling sideways', async ({ sub, shows }) => {
  const { tab, tabFrame } = await openJourney({
    query: { host: 'teams-android', sub },
    viewport: { width: 390, height: 844 },
  });
  await tab.getByText(shows).first().waitFor();
  const frame = await tabFrame();
  const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await findAxeFaults(frame)).toEqual([]);
});

test('a change of theme in the host is drawn at once, without a reload', async () => {
  const { tab, page, tabFrame } = await openJourney();
  await tab.getByText('Snorrifax Timesheets').waitFor();
  const frame = await tabFrame();
  const background = () =>
    frame.evaluate(() => getComputedStyle(document.querySelector('main') ?? document.body).color);
  await frame.evaluate(() => document.body.setAttribute('data-kept', 'yes'));
  const before = await background();
  await page.getByLabel('Theme').selectOption('dark');
  for (let tries = 0; tries < 50 && (await background()) === before; tries += 1)
    await page.waitForTimeout(100);
  expect(await background()).not.toBe(before);
  expect(await frame.evaluate(() => document.body.getAttribute('data-kept'))).toBe('yes');
});
