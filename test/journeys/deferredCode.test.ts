import type { BrowserContext } from '@playwright/test';
import { productIds } from '../../src/sandbox/tenant/products';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

const { assign, jobs, errors, shell } = english;
const expected = [/ERR_FAILED/, /chunk-load-failed/, /app-outdated/];

/** Aborts the first requests for the file of the deferred services. */
const abortFirst = (times: number) => async (context: BrowserContext) => {
  await context.route('**/deferred-services.*.js', (route) => route.abort(), { times });
};

test('the page Activity loads its code again after the first request for it failed', async ({
  openJourney,
}) => {
  const { tab } = await openJourney({ query: { sub: 'jobs' }, prepare: abortFirst(1), expected });
  await tab.getByText(jobs.emptyTitle).waitFor();
});

test('code that cannot be loaded is reported on the page Activity, and the list of products still works', async ({
  openJourney,
}) => {
  const { tab } = await openJourney({ prepare: abortFirst(100), expected });
  await tab.getByRole('row').filter({ hasText: 'Snorrifax Timesheets' }).waitFor();
  await tab.getByRole('link', { name: shell.jobs, exact: true }).click();
  await tab.getByText(errors['chunk-load-failed'].title).waitFor();
  expect(await tab.getByText(jobs.emptyTitle).count()).toBe(0);
  await tab.getByRole('link', { name: shell.licenses, exact: true }).click();
  await tab.getByRole('row').filter({ hasText: 'Snorrifax Timesheets' }).waitFor();
});

test('the reload for a newer version keeps the route and the prepared list', async ({ openJourney }) => {
  const { tab, page } = await openJourney({
    query: { sub: `products/${productIds.learn}/assign` },
    expected,
  });
  await tab.getByRole('combobox').fill('Linus');
  await tab.getByRole('option').first().click();
  await tab.getByText(assign.listCount(1), { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  // A deployment: the page has other scripts, and a file of the previous version no longer exists.
  await page.route('**/*.js', (route) => route.abort());
  await page.route('**/index.html?fresh=*', (route) =>
    route.fulfill({ body: '<link href="skeleton.css"><script src="main.of-tomorrow.js"></script>' }),
  );
  await tab.getByRole('link', { name: shell.about, exact: true }).click();
  await tab.getByText(errors['app-outdated'].title).waitFor();
  await page.unroute('**/*.js');
  await tab.getByRole('button', { name: shell.reload, exact: true }).click();
  await tab.getByText(english.about.what('drafts', 1)).waitFor();
  await tab.getByRole('link', { name: shell.licenses, exact: true }).click();
  await tab.getByRole('link', { name: /Tindlewick Learn/ }).click();
  await tab.getByRole('button', { name: english.product.assign, exact: true }).click();
  await tab.getByRole('button', { name: assign.continueList, exact: true }).click();
  await tab.getByText(assign.listCount(1), { exact: true }).waitFor();
});
