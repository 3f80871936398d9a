import { words } from '../../src/sandbox/words';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

test('a tab of a team shows what its owner chose', async ({ openJourney }) => {
  const { tab, page, tabFrame } = await openJourney({ query: { view: 'configure' } });
  await tab.getByRole('heading', { level: 1, name: english.configure.title }).waitFor();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
  await tab.getByRole('radio', { name: english.configure.product }).check();
  const save = page.getByRole('button', { name: words.frame.save, exact: true });
  expect(await save.isEnabled()).toBe(false);
  await tab
    .getByRole('combobox', { name: english.configure.chooseProduct })
    .selectOption({ label: 'Snorrifax Timesheets' });
  await save.click();
  await page.getByText(words.frame.saved('Snorrifax Timesheets')).waitFor();
});
