import { expect, test } from '../support/journey';
import { english } from '../support/languages';

test('in a plain browser tab the app signs in with a popup and works', async ({ openJourney }) => {
  const { page } = await openJourney({ address: ({ origins }) => `${origins.tab}/index.html` });
  const popupOpens = page.waitForEvent('popup');
  await page.getByRole('button', { name: english.shell.signIn }).click();
  const popup = await popupOpens;
  const closed = popup.waitForEvent('close');
  await popup.getByRole('link', { name: /Greta Almström/ }).click();
  await closed;
  await page.getByRole('heading', { level: 1, name: english.licenses.title }).waitFor();
  await page.getByRole('link', { name: /Snorrifax Timesheets/ }).waitFor();
});

test('a host without nested sign-in gets the popup too', async ({ openJourney }) => {
  const { tab, page } = await openJourney({ query: { faults: 'no-nested-auth' } });
  const popupOpens = page.waitForEvent('popup');
  await tab.getByRole('button', { name: english.shell.signIn }).click();
  const popup = await popupOpens;
  await popup.getByRole('link', { name: /Greta Almström/ }).waitFor();
});

test('a host that never responds is mentioned within seconds, and reported as an error after a minute', async ({
  openJourney,
}) => {
  const { tab, page } = await openJourney({
    query: { faults: 'silent-host' },
    prepare: (context) => context.clock.install(),
  });
  await page.clock.runFor(6_000);
  await tab.getByText(english.shell.steps.host).waitFor();
  await page.clock.runFor(60_000);
  await tab.getByText(english.errors['host-silent'].title).waitFor();
});

test('an error says that Graph is unavailable, and Try again works', async ({ sandbox, openJourney }) => {
  const { tab } = await openJourney({ expected: [/status of 503/] });
  await tab.getByRole('link', { name: /Snorrifax Timesheets/ }).waitFor();
  sandbox.emulator.faults.set([{ kind: 'unavailable-without-retry-after', rate: 1, pathPattern: '/users*' }]);
  await tab.getByRole('link', { name: /Snorrifax Timesheets/ }).click();
  // While the list is still waited for, a line says the same and offers the same.
  await tab.getByText(english.errors['service-unavailable'].action).waitFor({ timeout: 60_000 });
  sandbox.emulator.faults.set([]);
  await tab.getByRole('button', { name: english.common.tryAgain }).click();
  await tab.getByText(english.product.countAll(64)).waitFor();
});

test('the one printed address leads to the host page by name', async ({ sandbox, openJourney }) => {
  const { tab, page } = await openJourney({ address: ({ address }) => address });
  await tab.getByRole('link', { name: /Snorrifax Timesheets/ }).waitFor();
  expect(new URL(page.url()).origin).toBe(sandbox.origins.host);
});

test('where names under localhost do not resolve, plain ports serve the same', async ({ openJourney }) => {
  const { tab, page } = await openJourney({ address: ({ address }) => `${address}host` });
  await tab.getByRole('link', { name: /Snorrifax Timesheets/ }).click();
  await tab.getByText(english.product.countAll(64)).waitFor();
  expect(new URL(page.url()).hostname).toBe('localhost');
});
