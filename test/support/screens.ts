import type { Frame, FrameLocator, Page } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { refOf } from '../licensing/support/samples';
import type { languages } from './languages';
import { pasteText } from './pasteAndAssign';

/** The themes of a host. */
export const themes = ['default', 'dark', 'contrast'] as const;

/** Words of the app in one language. */
type Words = (typeof languages)[number]['words'];

/** One screen of the app in the local tenant. */
export interface Screen {
  readonly screen: string;
  /** Choices of the host page's bar that lead to it, such as `{ sub: 'jobs' }`. */
  readonly query: Readonly<Record<string, string>>;
  /** Time that the app's clock is set forward by before `reach`, in milliseconds; undefined leaves the clock alone. */
  readonly passInMs?: number;
  /** Does what leads on to it, and resolves once it is drawn. */
  readonly reach: (tab: FrameLocator, words: Words, sandbox: Sandbox) => Promise<void>;
}

/** Address of the largest product. */
export const learn = `products/${productIds.learn}`;
/** Waits for a text. */
export const shows = (textOf: (words: Words) => string): Screen['reach'] => {
  return (tab, words) => tab.getByText(textOf(words)).first().waitFor();
};
/** Presses a button by its whole name. */
export const press = (tab: FrameLocator, name: string) =>
  tab.getByRole('button', { name, exact: true }).click();
/** Ticks the first row of a list. */
export const selectFirst = (tab: FrameLocator) => tab.getByRole('checkbox').nth(1).check();

async function choose(tab: FrameLocator, text: string): Promise<void> {
  await tab.getByRole('combobox').fill(text);
  await tab.getByRole('option').first().click();
}

/** Screens with an address. */
export const screens: readonly Screen[] = [
  { screen: 'licenses', query: { sub: 'licenses' }, reach: shows(() => 'Snorrifax Timesheets') },
  {
    screen: 'holders of a product',
    query: { sub: learn },
    reach: shows(({ product }) => product.pathDirect),
  },
  {
    screen: 'groups of a product',
    query: { sub: `${learn}/groups` },
    reach: shows(({ product }) => product.groupDone),
  },
  {
    screen: 'about a product',
    query: { sub: `${learn}/about` },
    reach: shows(({ product }) => product.identifiersTitle),
  },
  {
    screen: 'assign',
    query: { sub: `${learn}/assign` },
    reach: (tab, { assign }) => tab.getByRole('combobox', { name: assign.pickerLabel }).waitFor(),
  },
  {
    screen: 'install',
    query: { sub: `install/${productIds.timesheets}` },
    reach: shows(({ install }) => install.openDialog),
  },
  { screen: 'jobs', query: { sub: 'jobs' }, reach: shows(({ jobs }) => jobs.emptyTitle) },
  {
    screen: 'about this app',
    query: { sub: 'about' },
    reach: shows(({ about }) => about.what('session', 1)),
  },
  { screen: 'my apps', query: { sub: 'my-apps' }, reach: shows(({ myApps }) => myApps.intro) },
];

/** Screens that a person reaches by doing something, or by bad luck. */
export const laterScreens: readonly Screen[] = [
  {
    screen: 'select from a list',
    query: { sub: learn },
    reach: async (tab, words, { tenant }) => {
      await press(tab, words.fromList.title);
      const addresses = tenant.users.slice(0, 4).map(({ userPrincipalName }) => userPrincipalName);
      const box = tab.getByRole('textbox', { name: words.fromList.boxLabel });
      await pasteText(box, [...addresses, 'who@plover.example'].join('\n'));
      await tab.getByRole('grid', { name: words.assign.unresolvedGrid }).waitFor();
    },
  },
  {
    screen: 'unassign',
    query: { sub: learn },
    reach: async (tab, words) => {
      await selectFirst(tab);
      await press(tab, words.product.unassign);
      await tab.getByRole('button', { name: words.unassign.remove, exact: true, disabled: false }).waitFor();
    },
  },
  {
    screen: 'outcomes',
    query: { sub: `${learn}/assign` },
    reach: async (tab, words, { emulator }) => {
      // Refused, so that the same people can be sent again on every visit.
      emulator.faults.set([{ kind: 'forbidden', rate: 1, pathPattern: 'POST *assignLicense' }]);
      await choose(tab, 'Linus');
      await press(tab, words.assign.assign);
      await tab.getByText(words.outcomes.forbidden.title).first().waitFor();
      emulator.faults.set([]);
    },
  },
  {
    screen: 'several products',
    query: { sub: `${learn}/assign` },
    reach: async (tab, words) => {
      await choose(tab, 'Linus');
      await press(tab, words.assign.options);
      for (const name of ['Oskavaro Suite', 'Snorrifax Rota']) {
        await press(tab, words.assign.alsoAssign);
        await tab.getByRole('menuitem', { name }).click();
      }
      await tab
        .getByRole('button', { name: new RegExp(`^Oskavaro Suite ${words.assign.plansTitle}`) })
        .click();
      await tab.getByRole('checkbox').first().waitFor();
      await tab.getByText(words.assign.checking).first().waitFor({ state: 'detached' });
    },
  },
  {
    screen: 'unassign a group',
    query: { sub: `${learn}/groups` },
    reach: async (tab, words) => {
      await selectFirst(tab);
      await press(tab, words.product.unassign);
      await tab.getByRole('button', { name: words.unassign.remove, exact: true, disabled: false }).waitFor();
    },
  },
  {
    screen: 'move',
    query: { sub: learn },
    reach: async (tab, words) => {
      await selectFirst(tab);
      await press(tab, words.changes.move);
      const target = tab.getByRole('combobox', { name: words.changes.target });
      await target.selectOption({ value: refOf(productIds.timesheets).product });
      await tab.getByText(words.changes.willMove(1)).waitFor();
    },
  },
  {
    screen: 'change apps',
    query: { sub: learn },
    reach: async (tab, words) => {
      await selectFirst(tab);
      await press(tab, words.changes.apps);
      await tab
        .getByRole('group', { name: words.changes.appChoices })
        .getByRole('combobox')
        .first()
        .waitFor();
    },
  },
  {
    screen: 'suspended product',
    query: { sub: `products/${productIds.surveys}` },
    reach: shows(({ product }) => product.stillRemovable),
  },
  {
    screen: 'missing country',
    query: { sub: `${learn}/assign` },
    reach: async (tab, words, { tenant }) => {
      const person = tenant.users.find(
        ({ usageLocation, licenses }) => !usageLocation && licenses.length === 0,
      );
      await choose(tab, person?.userPrincipalName ?? '');
      await press(tab, words.assign.countrySet);
      await tab.getByText(words.assign.countryForever).waitFor();
    },
  },
  {
    screen: 'unfinished list',
    query: { sub: `${learn}/assign` },
    reach: async (tab, words) => {
      await choose(tab, 'Linus');
      await press(tab, words.common.close);
      await press(tab, words.product.assign);
      await tab.getByRole('button', { name: words.assign.continueList }).waitFor();
    },
  },
  {
    screen: 'rename a product',
    query: { sub: 'licenses' },
    reach: async (tab, words) => {
      await tab.getByRole('button', { name: words.classify.rename }).first().click();
      await tab.getByRole('dialog', { name: words.classify.renameTitle }).waitFor();
    },
  },
  {
    screen: 'sign-in',
    query: { faults: 'no-nested-auth' },
    reach: (tab, { shell }) => tab.getByRole('button', { name: shell.signIn }).waitFor(),
  },
];

/** Changes the theme in the host, and resolves once the app is drawn in it. */
export async function changeTheme(page: Page, tab: Frame, theme: (typeof themes)[number]): Promise<void> {
  const before = await tab.evaluate(() => document.body.style.backgroundColor);
  // On a phone the bar folds its choices away.
  await page.getByLabel('Theme').selectOption(theme, { force: true });
  await tab.waitForFunction((color) => document.body.style.backgroundColor !== color, before);
  // Colors change over some 100 ms; axe measures the contrast of the moment.
  await tab.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
}
