// `npm run bench -- look`: how much of the screen the lists get, in Chromium against the sandbox, in the frame that a window of
// 1280 by 720 and a phone leave the app: the first row and the rows in view, scroll areas of the assign pane, primary buttons,
// what a start shows before the first row, and layout shifts, beside goals. `--only rows,pane` chooses parts.
import { parseArgs } from 'node:util';
import { buildIfChanged } from '../../src/sandbox/build';
import { startSandbox, type Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { launchBrowser } from '../support/browser';
import { english } from '../support/languages';
import { fiveHundredLines } from '../support/pasteAndAssign';
import { changeTheme } from '../support/screens';
import { printTable } from './engine/table';
import { desktop, phone, type OpenedApp } from './look/openApp';
import {
  createVisit,
  learn,
  openPane,
  pasteLines,
  pauseJob,
  peopleWithoutLearn,
  press,
  startJob,
  tickFirst,
  waitForEnd,
  waitForRows,
  type Visit,
} from './look/visits';

const { changes, product, shell } = english;
const { values: chosen } = parseArgs({
  options: { only: { type: 'string', default: 'rows,pane,primaries,opening,shifts' } },
});

/** Prints its table. */
type Part = (visit: Visit, sandbox: Sandbox) => Promise<void>;

const text = (value: number | undefined, digits = 0): string =>
  value === undefined ? 'none' : value.toFixed(digits);

const lists = [
  { name: 'start page', sub: 'licenses', goals: { desktop: [170, 8], phone: [180, 6] } },
  { name: 'product, users', sub: learn, goals: { desktop: [215, 8], phone: [280, 6] } },
  {
    name: 'product with issues',
    sub: `products/${productIds.rota}`,
    goals: { desktop: [215, 8], phone: [280, 6] },
  },
  { name: 'product, groups', sub: `${learn}/groups`, goals: { desktop: [215, 1], phone: [280, 1] } },
] as const;

const printRows: Part = async (visit) => {
  const table: string[][] = [];
  for (const { name, sub, goals } of lists)
    for (const size of [desktop, phone]) {
      const { firstAt, whole } = await visit(size, { sub }, async (app) => {
        await waitForRows(app);
        return app.frame.evaluate(() => window.lookRows());
      });
      const [top, count] = goals[size.name];
      table.push([`${name}, ${size.name}`, text(firstAt), `≤ ${top}`, text(whole), `≥ ${count}`]);
    }
  printTable(['list', 'first row at (px)', 'goal', 'whole rows', 'goal'], table);
};

const printPane: Part = async (visit, sandbox) => {
  const table: string[][] = [];
  for (const size of [desktop, phone])
    await visit(size, { sub: `${learn}/assign` }, async (app) => {
      await pasteLines(app, fiveHundredLines(sandbox));
      const areas = await app.frame.evaluate(() => window.lookScrollAreas());
      const { whole } = await app.frame.evaluate(() => window.lookRows());
      table.push([size.name, text(areas), '1', text(whole), '≥ 6']);
    });
  printTable(['assign pane, 500 lines', 'scroll areas', 'goal', 'whole rows', 'goal'], table);
};

/** Keeps a job running for some seconds. */
const slowFew = { kind: 'slow', rate: 1, limit: 6, pathPattern: 'POST *assignLicense' } as const;

const printPrimaries: Part = async (visit, sandbox) => {
  const table: string[][] = [];
  const count = async (name: string, { frame, page }: OpenedApp): Promise<void> => {
    // A pointer on a button would change its color.
    await page.mouse.move(0, 0);
    const [on, off] = await frame.evaluate(() => window.lookPrimaries());
    table.push([name, text(on), text(off), '≤ 1']);
  };
  const people = peopleWithoutLearn(sandbox).map(({ userPrincipalName }) => userPrincipalName);
  await visit(desktop, { sub: 'licenses' }, async (app) => {
    await waitForRows(app);
    await count('start page', app);
  });
  await visit(desktop, { sub: learn }, async (app) => {
    await waitForRows(app);
    await count('product', app);
    await tickFirst(app);
    await count('product, one row selected', app);
    await press(app, product.unassign);
    await app.page.waitForTimeout(2_000);
    await count('unassign', app);
    await app.page.keyboard.press('Escape');
    await press(app, changes.move);
    await app.page.waitForTimeout(2_000);
    await count('move', app);
    await app.page.keyboard.press('Escape');
    await press(app, changes.apps);
    await app.page.waitForTimeout(2_000);
    await count('change apps', app);
  });
  await visit(desktop, { sub: `${learn}/assign` }, async (app) => {
    await app.tab.getByRole('dialog').getByRole('combobox').first().waitFor();
    await count('assign pane, empty', app);
    await pasteLines(app, people.slice(0, 150));
    await count('assign pane, 150 people', app);
    sandbox.emulator.faults.set([slowFew]);
    await startJob(app);
    await count('job, running', app);
    await pauseJob(app);
    await count('job, paused', app);
  });
  await visit(desktop, { sub: `${learn}/assign` }, async (app) => {
    await pasteLines(app, people.slice(150, 170));
    sandbox.emulator.faults.set([{ kind: 'forbidden', rate: 0.3, pathPattern: 'POST *assignLicense' }]);
    await startJob(app);
    await waitForEnd(app);
    await count('job, with failures', app);
  });
  await visit(desktop, { sub: 'my-apps' }, async (app) => {
    await app.tab.getByRole('heading', { level: 1 }).waitFor();
    await app.page.waitForLoadState('networkidle');
    await app.page.waitForTimeout(1_500);
    await count('my apps', app);
  });
  printTable(['primary buttons', 'on', 'off', 'goal, both'], table);
};

const openings = [
  { name: 'start page', sub: 'licenses', fault: undefined },
  { name: 'start page, slow service', sub: 'licenses', fault: 'slow' },
  { name: 'start page, service unavailable', sub: 'licenses', fault: 'unavailable' },
  { name: 'start page, service silent', sub: 'licenses', fault: 'hang' },
  { name: 'product, slow service', sub: learn, fault: 'slow' },
] as const;
const openingLimitInMs = 20_000;

const printOpenings: Part = async (visit, sandbox) => {
  const table: string[][] = [];
  const sentences: string[] = [];
  for (const { name, sub, fault } of openings)
    for (const size of [desktop, phone]) {
      sandbox.emulator.faults.set(fault ? [{ kind: fault, rate: 1 }] : []);
      const { layouts, rowAfter, words } = await visit(size, { sub }, async ({ frame }) => {
        const timeout = openingLimitInMs;
        await frame
          .waitForFunction(() => window.lookFindRows().length > 0, undefined, { timeout })
          .catch(() => undefined);
        return frame.evaluate(() => window.lookOpening());
      });
      const isShort = rowAfter !== undefined && rowAfter < 3;
      const wordsAfter = isShort && !words ? 'not needed' : text(words?.after, 1);
      table.push([`${name}, ${size.name}`, text(layouts), '1', wordsAfter, '≤ 3.5', text(rowAfter, 1)]);
      if (words) sentences.push(`${name}, ${size.name}: ${words.text}`);
    }
  printTable(['start', 'layouts', 'goal', 'words after (s)', 'goal', 'first row after (s)'], table);
  for (const line of sentences) console.log(line);
};

const printShifts: Part = async (visit, sandbox) => {
  const table: string[][] = [];
  const moved: string[] = [];
  const measure = async (name: string, { frame, page }: OpenedApp): Promise<void> => {
    await page.waitForTimeout(1_500);
    const shifts = await frame.evaluate(() => window.lookShifts());
    table.push([name, text(shifts.unasked, 4), '≤ 0.01', text(shifts.all, 4)]);
    if (shifts.all > 0.01) moved.push(...shifts.moved.map((line) => `${name}: ${line}`));
  };
  for (const size of [desktop, phone]) {
    const step = (name: string, app: OpenedApp): Promise<void> => measure(`${name}, ${size.name}`, app);
    const clickChip = ({ tab }: OpenedApp): Promise<void> =>
      tab
        .getByRole('button', { name: new RegExp(`^${product.filterName.direct}`) })
        .first()
        .click();
    const clickTab = ({ tab }: OpenedApp, name: string): Promise<void> =>
      tab.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await visit(size, { sub: 'licenses' }, async (app) => {
      await waitForRows(app);
      await step('start page loads', app);
      await changeTheme(app.page, app.frame, 'dark');
      await step('theme changes', app);
      await app.tab.getByRole('link', { name: shell.myApps, exact: true }).click();
      await app.page.waitForLoadState('networkidle');
      await step('to My apps', app);
    });
    await visit(size, { sub: learn }, async (app) => {
      await waitForRows(app);
      await step('product loads', app);
      await tickFirst(app);
      await step('a row is selected', app);
      await app.tab.getByRole('row').getByRole('checkbox').nth(1).uncheck();
      await step('nothing is selected', app);
      await clickChip(app);
      await app.page.waitForLoadState('networkidle');
      await step('filter on', app);
      await clickChip(app);
      await step('filter off', app);
      await clickTab(app, product.groups);
      await app.page.waitForLoadState('networkidle');
      await step('tab Groups', app);
      await clickTab(app, product.users);
      await step('tab Users', app);
      await openPane(app);
      await step('assign pane opens', app);
      const from = size.name === 'desktop' ? 170 : 173;
      const people = peopleWithoutLearn(sandbox).slice(from, from + 3);
      await pasteLines(
        app,
        people.map(({ userPrincipalName }) => userPrincipalName),
      );
      await step('three people are pasted', app);
      sandbox.emulator.faults.set([slowFew]);
      await startJob(app);
      await step('job starts', app);
      await waitForEnd(app);
      await step('job ends', app);
    });
  }
  printTable(['layout shift', 'CLS', 'goal', 'with input'], table);
  for (const line of moved) console.log(line);
};

const parts: Readonly<Record<string, Part>> = {
  rows: printRows,
  pane: printPane,
  primaries: printPrimaries,
  opening: printOpenings,
  shifts: printShifts,
};

async function main(): Promise<void> {
  await buildIfChanged(() => console.log('Building the app…'));
  const sandbox = await startSandbox();
  const browser = await launchBrowser();
  const visit = createVisit(browser, sandbox);
  try {
    for (const name of chosen.only.split(',')) {
      await parts[name]?.(visit, sandbox).catch((fault: unknown) => {
        process.exitCode = 1;
        console.error(`${name}: ${String(fault)}`);
      });
      console.log();
    }
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

void main();
