import type { Browser } from '@playwright/test';
import type { Sandbox } from '../../../src/sandbox/startSandbox';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { UserRow } from '../../../src/sandbox/tenant/rows';
import { english } from '../../support/languages';
import { pasteText } from '../../support/pasteAndAssign';
import { openApp, type FrameSize, type OpenedApp } from './openApp';

const { assign, common, jobs, product } = english;

/** Opens the app, does something with it, and closes it. */
export type Visit = <Result>(
  size: FrameSize,
  query: Readonly<Record<string, string>>,
  act: (app: OpenedApp) => Promise<Result>,
) => Promise<Result>;

/** Makes visits in one browser; faults of a visit end with it. */
export function createVisit(browser: Browser, sandbox: Sandbox): Visit {
  return async (size, query, act) => {
    const app = await openApp(browser, sandbox, size, query);
    try {
      return await act(app);
    } catch (fault) {
      await app.page.screenshot({ path: '.cache/bench-look.png' }).catch(() => undefined);
      throw fault;
    } finally {
      sandbox.emulator.faults.set([]);
      await app.close();
    }
  };
}

export const learn = `products/${productIds.learn}`;

/** Waits for the first row of a list, and until nothing is read any more. */
export async function waitForRows({ page, frame }: OpenedApp): Promise<void> {
  await frame.waitForFunction(() => window.lookFindRows().length > 0);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1_500);
}

/** Presses a button by its whole name. */
export const press = ({ tab }: OpenedApp, name: string): Promise<void> =>
  tab.getByRole('button', { name, exact: true }).first().click();

/** Ticks the first row of the list of holders or groups. */
export const tickFirst = ({ tab }: OpenedApp): Promise<void> =>
  tab.getByRole('row').getByRole('checkbox').nth(1).check();

/** Pastes addresses into the open assign pane, and waits until each is checked. */
export async function pasteLines({ tab, page }: OpenedApp, lines: readonly string[]): Promise<void> {
  const picker = tab.getByRole('dialog').getByRole('combobox').first();
  await picker.waitFor();
  await pasteText(picker, lines.join('\n'));
  await tab.getByRole('dialog').getByRole('grid').first().waitFor();
  await page.waitForTimeout(1_000);
  await tab.getByText(assign.checking).first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1_000);
}

/** People without the product who can get it. */
export function peopleWithoutLearn({ tenant }: Sandbox): readonly UserRow[] {
  const { holders } = tenant.groundTruth();
  return tenant.users.filter(
    ({ id, userType, accountEnabled, usageLocation }) =>
      userType === 'Member' &&
      accountEnabled &&
      usageLocation !== null &&
      !holders[id]?.some(({ skuId }) => skuId === productIds.learn),
  );
}

/** Starts an assignment from the open pane, and waits until the job is on the screen. */
export async function startJob(app: OpenedApp): Promise<void> {
  await press(app, assign.assign);
  const stops = app.tab.getByRole('button', { name: jobs.pauseJob, exact: true });
  const ends = app.tab.getByRole('button', { name: jobs.exportReport, exact: true });
  await stops.or(ends).first().waitFor();
}

/** Pauses the running job on the screen. */
export async function pauseJob(app: OpenedApp): Promise<void> {
  await press(app, jobs.pauseJob);
  await app.tab.getByRole('button', { name: jobs.resume, exact: true }).waitFor();
  await app.page.waitForTimeout(500);
}

/** Waits until the job on the screen is over. */
export async function waitForEnd({ tab, page }: OpenedApp): Promise<void> {
  await tab.getByRole('button', { name: jobs.pauseJob, exact: true }).waitFor({ state: 'detached' });
  await tab.getByRole('button', { name: common.close, exact: true }).first().waitFor();
  await page.waitForTimeout(1_000);
}

/** Opens the assign pane of a product page. */
export async function openPane(app: OpenedApp): Promise<void> {
  await press(app, product.assign);
  await app.tab.getByRole('dialog').getByRole('combobox').first().waitFor();
  await app.page.waitForTimeout(1_000);
}
