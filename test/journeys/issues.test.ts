import { expect, test } from '../support/journey';
import { english } from '../support/languages';

const { issues, product, shell } = english;

test('people with issues of all products are listed by cause, counted, and offered to be reprocessed', async ({
  openJourney,
}) => {
  const { tab } = await openJourney({ query: { person: 'user-admin', sub: 'issues' } });
  await tab.getByRole('heading', { level: 1, name: shell.issues }).waitFor();
  const grid = tab.getByRole('grid', { name: issues.grid });
  await grid.waitFor();
  // The number of the navigation is counted after the start.
  await tab.getByRole('link', { name: new RegExp(`^${shell.issues}.+`) }).waitFor();
  await grid.getByText(product.issue['not-enough-licenses']).first().waitFor();
  await grid
    .getByRole('button', { name: new RegExp(`^${issues.reprocess}:`) })
    .first()
    .click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByText(issues.reprocessForever).waitFor();
  expect(await dialog.getByRole('button', { name: issues.reprocess, exact: true }).isEnabled()).toBe(true);
});
