import type { BrowserContext } from 'playwright-core';
import { openJourney } from '../support/journey';
import { english } from '../support/languages';

const { jobs, errors, shell } = english;
const expected = [/ERR_FAILED/, /part-unreachable/];

/** Loses the file of the late services so many times. */
const losing = (times: number) => async (context: BrowserContext) => {
  await context.route('**/late-services.*.js', (route) => route.abort(), { times });
};

test('the page Jobs waits for its engine, though the first fetch of it is lost', async () => {
  const { tab } = await openJourney({ query: { sub: 'jobs' }, prepare: losing(1), expected });
  await tab.getByText(jobs.emptyTitle).waitFor();
});

test('an engine that cannot be had is told on the page Jobs, and leaves the list of products alone', async () => {
  const { tab } = await openJourney({ prepare: losing(100), expected });
  await tab.getByRole('row').filter({ hasText: 'Snorrifax Timesheets' }).waitFor();
  await tab.getByRole('link', { name: shell.jobs, exact: true }).click();
  await tab.getByText(errors['part-unreachable'].title).waitFor();
  expect(await tab.getByText(jobs.emptyTitle).count()).toBe(0);
  await tab.getByRole('link', { name: shell.licenses, exact: true }).click();
  await tab.getByRole('row').filter({ hasText: 'Snorrifax Timesheets' }).waitFor();
});
