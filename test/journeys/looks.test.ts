import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test, type Journey } from '../support/journey';
import { english } from '../support/languages';
import { changeTheme, laterScreens, screens, themes } from '../support/screens';
import { stateScreens } from '../support/stateScreens';

// Each worker takes some of these many tests.
test.describe.configure({ mode: 'parallel' });

/** Runs a check on the present screen in each theme. */
async function inEachTheme(journey: Journey, check: () => Promise<void>): Promise<void> {
  for (const theme of themes) {
    if (theme !== 'default') await changeTheme(journey.page, await journey.tabFrame(), theme);
    await check();
  }
}

for (const { screen, query, reach } of screens) {
  test(`axe finds nothing on ${screen} in any theme`, async ({ sandbox, openJourney }) => {
    const journey = await openJourney({ query });
    await reach(journey.tab, english, sandbox);
    await inEachTheme(journey, async () => {
      expect(await findAxeFaults(await journey.tabFrame())).toEqual([]);
      expect(await findAxeFaults(journey.page)).toEqual([]);
    });
  });
}

for (const { screen, query, passInMs, reach } of [...laterScreens, ...stateScreens]) {
  // That one is below, in both color schemes.
  if (passInMs !== undefined) continue;
  test(`axe finds nothing on ${screen} in any theme`, async ({ sandbox, openJourney }) => {
    const journey = await openJourney({ query, expected: [/status of 403/] });
    await reach(journey.tab, english, sandbox);
    await inEachTheme(journey, async () => expect(await findAxeFaults(await journey.tabFrame())).toEqual([]));
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(() => {
    test.use({ colorScheme });

    test(`axe finds nothing where the host does not respond and the browser is ${colorScheme}`, async ({
      openJourney,
    }) => {
      const { tab, tabFrame, page } = await openJourney({
        query: { faults: 'silent-host' },
        prepare: (context) => context.clock.install(),
      });
      await page.clock.runFor(5_000);
      await tab.getByText(english.shell.steps.host).waitFor();
      expect(await findAxeFaults(await tabFrame())).toEqual([]);
      await page.clock.runFor(60_000);
      await tab.getByText(english.errors['host-silent'].title).waitFor();
      expect(await findAxeFaults(await tabFrame())).toEqual([]);
    });
  });
}

for (const { screen, query, reach } of screens) {
  test(`${screen} fits a phone without scrolling sideways`, async ({ sandbox, openJourney }) => {
    const { tab, tabFrame } = await openJourney({
      query: { host: 'teams-android', ...query },
      viewport: { width: 390, height: 844 },
    });
    await reach(tab, english, sandbox);
    const frame = await tabFrame();
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    if (screen === 'holders of a product') {
      const firstHolder = await frame.evaluate(
        () => document.querySelectorAll('[role=row]')[1]?.getBoundingClientRect().bottom,
      );
      expect(firstHolder).toBeLessThan(await frame.evaluate(() => window.innerHeight));
    }
    expect(await findAxeFaults(frame)).toEqual([]);
  });
}

test('a change of theme in the host is applied at once, without a reload', async ({ openJourney }) => {
  const journey = await openJourney();
  await journey.tab.getByText('Snorrifax Timesheets').waitFor();
  const frame = await journey.tabFrame();
  const background = () =>
    frame.evaluate(() => getComputedStyle(document.querySelector('main') ?? document.body).color);
  await frame.evaluate(() => document.body.setAttribute('data-kept', 'yes'));
  const before = await background();
  await changeTheme(journey.page, frame, 'dark');
  expect(await background()).not.toBe(before);
  expect(await frame.evaluate(() => document.body.getAttribute('data-kept'))).toBe('yes');
});
