// `npm run bench -- holders`: a product that about 120,000 people hold, in Chromium against the sandbox: how long the list takes
// to load and what of that is the app's own, and for how long the page cannot answer while people work with the list.
// `--users 20000` is a quick one; `--only load,list,dialogs,job` chooses parts (names of steps are printed).
import { parseArgs } from 'node:util';
import type { Frame, FrameLocator, Page } from '@playwright/test';
import { buildIfChanged } from '../../src/sandbox/build';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import { launchBrowser } from '../support/browser';
import { english } from '../support/languages';
import { watchContext } from '../support/watchContext';
import { printTable, seconds } from './engine/table';
import { traceTab, type Traced } from './holders/traceTab';

const { values: chosen } = parseArgs({
  options: {
    users: { type: 'string', default: '200000' },
    only: { type: 'string', default: 'list,dialogs,job' },
  },
});

/** Limit in milliseconds: a longer delay is noticed (RAIL: response). */
const limitInMs = 50;

const { product: words, unassign, changes, jobs, common } = english;
const waitInMs = 300_000;

interface Bench {
  readonly page: Page;
  readonly tab: FrameLocator;
  /** Measures a step and keeps its row. */
  readonly step: (name: string, action: () => Promise<void>) => Promise<Traced>;
}

const selectAllOfThem = /^Select all [\d,]+$/;

type Part = (bench: Bench) => Promise<void>;

const button = ({ tab }: Bench, name: string | RegExp) =>
  tab.getByRole('button', { name, exact: typeof name === 'string' }).first();

/** Presses Enter on it: a click waits for the element to be still, and for what a busy page has not drawn yet. */
async function press(bench: Bench, name: string | RegExp): Promise<void> {
  await button(bench, name).press('Enter');
}

async function workWithList(bench: Bench): Promise<void> {
  const { tab, step } = bench;
  const search = tab.getByRole('searchbox');
  const grid = tab.getByRole('grid');
  const shown = tab.getByRole('status').filter({ hasText: /of [\d,]+ people/ });
  const all = tab.getByRole('status').filter({ hasText: /have a license/ });
  const selected = tab.getByRole('status').filter({ hasText: /selected/ });
  await search.focus();
  await step('first letter of a search', async () => {
    await search.press('a');
    await shown.first().waitFor({ timeout: waitInMs });
  });
  await step('second letter', async () => {
    await search.press('n');
    await tab.locator('[role="grid"]').waitFor();
  });
  await step('search cleared', async () => {
    await search.fill('');
    await all.first().waitFor({ timeout: waitInMs });
  });
  await step('filter on', async () => {
    await press(bench, words.filterName.direct);
    await shown.first().waitFor({ timeout: waitInMs });
  });
  await step('filter off', async () => {
    await press(bench, words.filterName.direct);
    await all.first().waitFor({ timeout: waitInMs });
  });
  for (const column of [words.columnUser, words.columnNotes]) {
    await step(`sort by ${column.toLowerCase()}`, async () => {
      await press(bench, column);
      await tab.locator('[aria-sort]').waitFor({ timeout: waitInMs });
      await bench.page.waitForTimeout(4_000);
    });
  }
  await step('scroll', async () => {
    await grid.hover();
    for (let turn = 0; turn < 40; turn += 1) await bench.page.mouse.wheel(0, turn * 400);
  });
  const isEveryoneSelected = (): Promise<void> =>
    selected
      .filter({ hasText: /\d{2},\d{3} users/ })
      .first()
      .waitFor({ timeout: waitInMs });
  const headBox = tab.getByRole('checkbox', { name: words.selectAllRows });
  await step('one row ticked', async () => {
    await tab.getByRole('row').nth(4).getByRole('checkbox').press(' ');
    await selected.first().waitFor({ timeout: waitInMs });
  });
  await step('select all (box in the head)', () => headBox.press(' ').then(isEveryoneSelected));
  await step('a row unticked', async () => {
    await tab.getByRole('row').nth(4).getByRole('checkbox').press(' ');
  });
  await step('all unticked (box in the head, twice)', async () => {
    await headBox.press(' ').then(isEveryoneSelected);
    await headBox.press(' ');
    await button(bench, words.clearSelection).waitFor({ state: 'detached' });
  });
  await step('select all shown by a search', async () => {
    await search.fill('an');
    await shown.first().waitFor({ timeout: waitInMs });
    await headBox.press(' ');
    await button(bench, selectAllOfThem).waitFor();
  });
  await step('select all (button)', () => press(bench, selectAllOfThem).then(isEveryoneSelected));
  await step('that search cleared', async () => {
    await search.fill('');
    await all.first().waitFor({ timeout: waitInMs });
  });
  await step('clear selection', async () => {
    await press(bench, words.clearSelection);
    await button(bench, words.clearSelection).waitFor({ state: 'detached' });
  });
  await step('select all again', () => headBox.press(' ').then(isEveryoneSelected));
}

async function openDialogs(bench: Bench): Promise<void> {
  const { tab, step } = bench;
  const dialog = tab.getByRole('dialog');
  const leave = (): Promise<void> =>
    dialog.getByRole('button', { name: common.cancel, exact: true }).press('Enter');
  await step('move: reading', async () => {
    await press(bench, changes.move);
    await dialog.getByLabel(changes.target).waitFor({ timeout: waitInMs });
  });
  await step('move: preview', async () => {
    await dialog.getByLabel(changes.target).selectOption({ index: 1 });
    await dialog.getByRole('grid').waitFor({ timeout: waitInMs });
  });
  await step('move: closed', leave);
  await step('change apps: reading', async () => {
    await press(bench, changes.apps);
    await dialog.getByRole('grid').waitFor({ timeout: waitInMs });
  });
  await step('change apps: one app off', async () => {
    await dialog.getByRole('combobox').first().selectOption('off');
    await dialog.getByRole('checkbox').first().waitFor({ timeout: waitInMs });
  });
  await step('change apps: closed', leave);
}

async function runJob(bench: Bench): Promise<void> {
  const { tab, step } = bench;
  const dialog = tab.getByRole('dialog');
  await step('unassign: preview', async () => {
    await press(bench, words.unassign);
    await dialog.getByRole('grid').waitFor({ timeout: waitInMs });
  });
  await step('unassign: agreed', () => dialog.getByRole('checkbox').first().press(' '));
  await step('unassign: planned and begun', async () => {
    await dialog.getByRole('button', { name: unassign.remove, exact: true }).press('Enter');
    await dialog.getByRole('button', { name: jobs.stop, exact: true }).waitFor({ timeout: waitInMs });
  });
  await step('10 s of the job', () => bench.page.waitForTimeout(10_000));
  await step('stopped', async () => {
    await dialog.getByRole('button', { name: jobs.stop, exact: true }).press('Enter');
    await press(bench, jobs.stopAnyway);
    await dialog.getByRole('button', { name: jobs.undo, exact: true }).waitFor({ timeout: waitInMs });
  });
  await step('dialog closed, list read again', async () => {
    await dialog.getByRole('button', { name: common.close, exact: true }).press('Enter');
    await bench.page.waitForTimeout(8_000);
  });
}

const parts: Readonly<Record<string, Part>> = { list: workWithList, dialogs: openDialogs, job: runJob };

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe.app-frame').elementHandle())?.contentFrame();
  if (!frame) throw new Error('The host page shows no app.');
  return frame;
}

function rowOf(
  name: string,
  { tookInMs, longestInMs, longestCpuInMs, busyCpuInMs }: Traced,
): readonly string[] {
  return [
    name,
    seconds(tookInMs),
    longestInMs.toFixed(0),
    longestCpuInMs.toFixed(0),
    (longestCpuInMs / limitInMs).toFixed(2),
    busyCpuInMs.toFixed(0),
  ];
}

async function main(): Promise<void> {
  await buildIfChanged(() => console.log('Building the app…'));
  const sandbox = await startSandbox({ users: Number(chosen.users) });
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const log = await watchContext(context);
  context.setDefaultTimeout(waitInMs);
  await context.addInitScript(() => performance.setResourceTimingBufferSize(10_000));
  const page = await context.newPage();
  const tab = page.frameLocator('iframe.app-frame');
  const rows: (readonly string[])[] = [];
  const measure = async (name: string, action: () => Promise<void>, opensFrame = false): Promise<Traced> => {
    const traced = await traceTab(browser, () => frameOf(page), action, opensFrame);
    const row = rowOf(name, traced);
    rows.push(row);
    console.log(row.join(' | '));
    return traced;
  };
  try {
    await measure(
      'start, until the first page of the list',
      async () => {
        await page.goto(`${sandbox.origins.host}/?sub=products/${productIds.learn}`);
        await tab.getByRole('grid').waitFor({ timeout: waitInMs });
      },
      true,
    );
    const loading = await measure('rest of the list', async () => {
      await tab
        .getByRole('status')
        .filter({ hasText: /have a license/ })
        .first()
        .waitFor({ timeout: waitInMs });
    });
    await printLoading(page, loading);
    const bench: Bench = { page, tab, step: measure };
    for (const name of chosen.only.split(',')) await parts[name]?.(bench);
  } finally {
    printTable(['step', 'took (s)', 'longest (ms)', 'of it cpu', `cpu / ${limitInMs}`, 'all cpu (ms)'], rows);
    for (const fault of log.faults.slice(0, 5)) console.log(fault);
    await page.screenshot({ path: '.cache/bench-holders.png' }).catch(() => undefined);
    await browser.close();
    await sandbox.close();
  }
}

/** Says what of the loading is waiting for answers, and what the page itself does. */
async function printLoading(page: Page, traced: Traced): Promise<void> {
  const frame = await frameOf(page);
  const text = await frame
    .getByRole('status')
    .filter({ hasText: /have a license/ })
    .first()
    .innerText();
  const holders = Number((/^[\d,]+/.exec(text)?.[0] ?? '').replaceAll(',', ''));
  const { waitedInMs, answers } = await frame.evaluate(() => {
    const [begin] = performance.getEntriesByName('bench: begin').slice(-1);
    const found = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('/v1.0/$batch') && startTime > (begin?.startTime ?? 0));
    let [waitedInMs, until] = [0, 0];
    for (const { startTime, duration } of found) {
      waitedInMs += Math.max(0, startTime + duration - Math.max(until, startTime));
      until = Math.max(until, startTime + duration);
    }
    return { waitedInMs, answers: found.length };
  });
  const per = (inMs: number): string => ((inMs * 6_000) / holders).toFixed(0);
  console.log(
    `${holders} holders. Per 6,000: ${per(traced.tookInMs)} ms, of which ${per(waitedInMs)} ms wait for answers (${answers} in all); the page's own work ${per(traced.busyInMs)} ms (processor ${per(traced.busyCpuInMs)} ms).`,
  );
}

void main();
