import { productIds } from '../../src/sandbox/tenant/products';
import { peopleWithout } from './bulkJourney';
import { fiveHundredLines, pasteText } from './pasteAndAssign';
import { learn, press, selectFirst, shows, type Screen } from './screens';

const pickerOf = (tab: Parameters<Screen['reach']>[0]) =>
  tab.getByRole('dialog').getByRole('combobox').first();

/** States of screens, failures, empty lists, and walls. */
export const stateScreens: readonly Screen[] = [
  {
    screen: 'selection',
    query: { sub: learn },
    reach: async (tab, words) => {
      await selectFirst(tab);
      await tab.getByText(words.product.selected(1, 0)).first().waitFor();
    },
  },
  {
    screen: 'person',
    query: { sub: learn },
    reach: async (tab) => {
      await tab.getByRole('row').nth(1).getByRole('rowheader').getByRole('button').first().click();
      await tab.getByRole('dialog').getByRole('heading').first().waitFor();
    },
  },
  {
    screen: 'long list',
    query: { sub: `${learn}/assign` },
    reach: async (tab, words, sandbox) => {
      await pickerOf(tab).waitFor();
      await pasteText(pickerOf(tab), fiveHundredLines(sandbox).join('\n'));
      await tab.getByRole('dialog').getByRole('grid').first().waitFor();
      await tab.getByText(words.assign.checking).first().waitFor({ state: 'detached' });
    },
  },
  {
    screen: 'assign options',
    query: { sub: `${learn}/assign` },
    reach: async (tab, words) => {
      await pickerOf(tab).waitFor();
      await tab.getByRole('button', { name: words.assign.options, exact: true }).click();
      await tab.getByRole('button', { name: words.assign.optionsBack, exact: true }).waitFor();
    },
  },
  {
    screen: 'result with failures',
    query: { sub: `${learn}/assign` },
    reach: async (tab, words, sandbox) => {
      const people = peopleWithout(sandbox, productIds.learn)(4);
      await pickerOf(tab).waitFor();
      await pasteText(pickerOf(tab), people.map(({ userPrincipalName }) => userPrincipalName).join('\n'));
      await tab.getByText(words.assign.checking).first().waitFor({ state: 'detached' });
      sandbox.emulator.faults.set([
        { kind: 'forbidden', rate: 1, limit: 2, pathPattern: 'POST *assignLicense' },
      ]);
      await press(tab, words.assign.assign);
      await tab.getByRole('button', { name: words.jobs.retryFailed, exact: true }).waitFor();
      sandbox.emulator.faults.set([]);
    },
  },
  {
    screen: 'paused job',
    query: { sub: `${learn}/assign` },
    reach: async (tab, words, sandbox) => {
      const people = peopleWithout(sandbox, productIds.learn)(150);
      await pickerOf(tab).waitFor();
      await pasteText(pickerOf(tab), people.map(({ userPrincipalName }) => userPrincipalName).join('\n'));
      await tab.getByText(words.assign.checking).first().waitFor({ state: 'detached' });
      // Refused but for two, so that the same people can be sent again.
      const pathPattern = 'POST *assignLicense';
      sandbox.emulator.faults.set([
        { kind: 'slow', rate: 1, limit: 2, pathPattern },
        { kind: 'forbidden', rate: 1, pathPattern },
      ]);
      await press(tab, words.assign.assign);
      await press(tab, words.jobs.pauseJob);
      await tab.getByRole('button', { name: words.jobs.resume, exact: true }).waitFor();
      await press(tab, words.common.close);
      await tab.getByRole('link', { name: words.shell.jobs }).click();
      await tab.getByRole('grid', { name: words.jobs.history }).waitFor();
      sandbox.emulator.faults.set([]);
    },
  },
  {
    screen: 'no products found',
    query: { sub: 'licenses' },
    reach: async (tab, words) => {
      await tab.getByRole('searchbox').fill('zzz');
      await tab.getByText(words.licenses.nothingFoundTitle).waitFor();
    },
  },
  {
    screen: 'no users found',
    query: { sub: learn },
    reach: async (tab, words) => {
      await tab.getByRole('searchbox').fill('zzz');
      await tab.getByText(words.product.emptySearchTitle).waitFor();
    },
  },
  {
    screen: 'product not found',
    query: { sub: 'products/nothing' },
    reach: shows(({ product }) => product.notFoundTitle),
  },
  {
    screen: 'page not found',
    query: { sub: 'unknown-page' },
    reach: shows(({ shell }) => shell.pageNotFoundTitle),
  },
  {
    screen: 'guest',
    query: { person: 'guest' },
    reach: shows(({ myApps }) => myApps.unseenTitle),
  },
  {
    screen: 'silent host',
    query: { faults: 'silent-host' },
    passInMs: 65_000,
    reach: shows(({ errors }) => errors['host-silent'].title),
  },
];
