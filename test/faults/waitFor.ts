import type { LicenseState } from './check/checkTruth';
import type { Page } from './environment/openPage';

/** True if a job doesn't go on by itself. */
export function isIdle({ status, pause }: LicenseState): boolean {
  if (status === 'paused') return !(pause?.kind === 'stopped' && pause.goesOnByItself);
  return status === 'finished' || status === 'planned';
}

/** Waits until the job is as asked, as a page sees it. */
export async function waitFor(
  page: Page,
  jobId: string,
  isSo: (state: LicenseState) => boolean,
): Promise<LicenseState> {
  const view = await page.jobs.open(jobId);
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo(view.state())) return;
      stop();
      resolve(view.state());
    };
    const stop = view.subscribe(look);
    look();
  });
}

/** Starts a job and waits until nothing more happens to it by itself. */
export async function runUntilIdle(page: Page, jobId: string): Promise<LicenseState> {
  await page.jobs.start(jobId);
  return waitFor(page, jobId, isIdle);
}

/** Waits until so many items are settled. */
export function settledItems(page: Page, jobId: string, count: number): Promise<LicenseState> {
  return waitFor(page, jobId, ({ counts, items }) => items.length - counts.waiting - counts.started >= count);
}
