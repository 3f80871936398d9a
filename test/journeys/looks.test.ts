import type { FrameLocator } from 'playwright-core';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { findAxeFaults } from '../support/findAxeFaults';
import { openJourney, type Journey } from '../support/journey';
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

const themes = ['default', 'dark', 'contrast'] as const;

/** Changes the theme in the host, and waits until the app is drawn in it. */
async function changeTheme({ page, tabFrame }: Journey, theme: (typeof themes)[number]): Promise<void> {
  const frame = await tabFrame();
  const before = await frame.evaluate(() => document.body.style.backgroundColor);
  await page.getByLabel('Theme').selectOption(theme);
  await frame.waitForFunction((color) => document.body.style.backgroundColor !== color, before);
  // Colors change over some 100 ms; axe measures the contrast of the moment.
  await frame.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
}

/** Calls a check in each theme, on the screen that the app shows now. */
async function inEachTheme(journey: Journey, check: () => Promise<void>): Promise<void> {
  for (const theme of themes) {
    if (theme !== 'default') await changeTheme(journey, theme);
    await check();
  }
}

test.each(screens)('axe finds nothing on $screen in any theme', async ({ sub, shows }) => {
  const journey = await openJourney({ query: { sub } });
  await journey.tab.getByText(shows).first().waitFor();
  await inEachTheme(journey, async () => {
    expect(await findAxeFaults(await journey.tabFrame())).toEqual([]);
    expect(await findAxeFaults(journey.page)).toEqual([]);
  });
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
      await tab.getByText(english.outcomes.forbidden.title).first().waitFor();
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
] as const;

test.each(later)('axe finds nothing on $screen in any theme', async ({ query, reach }) => {
  const journey = await openJourney({ query, expected: [/status of 403/] });
  await reach(journey.tab, journey.sandbox);
  await inEachTheme(journey, async () => expect(await findAxeFaults(await journey.tabFrame())).toEqual([]));
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing where the host is silent, and the browser is %s',
  async (colorScheme) => {
    const { tab, tabFrame } = await openJourney({
      query: { faults: 'silent-host' },
      prepare: (context) => {
        context.on('page', (page) => void page.emulateMedia({ colorScheme }));
        return Promise.resolve();
      },
    });
    await tab.getByText(english.errors['host-silent'].title).waitFor();
    expect(await findAxeFaults(await tabFrame())).toEqual([]);
  },
);

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
  const journey = await openJourney();
  await journey.tab.getByText('Snorrifax Timesheets').waitFor();
  const frame = await journey.tabFrame();
  const background = () =>
    frame.evaluate(() => getComputedStyle(document.querySelector('main') ?? document.body).color);
  await frame.evaluate(() => document.body.setAttribute('data-kept', 'yes'));
  const before = await background();
  await changeTheme(journey, 'dark');
  expect(await background()).not.toBe(before);
  expect(await frame.evaluate(() => document.body.getAttribute('data-kept'))).toBe('yes');
});
