import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds, products } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';
import { selectHolders } from '../support/selectHolders';

const { changes, jobs } = english;
const skuId = productIds.learn;
const [, offline = '', coach = ''] =
  products.find((product) => product.skuId === skuId)?.plans.map(({ id }) => id) ?? [];

/** Returns the apps of the product that are turned off for a person who holds it directly. */
function appsOff({ tenant }: Sandbox, userId: string): readonly string[] | undefined {
  const held = tenant.user(userId)?.licenses.find((license) => license.skuId === skuId);
  return held && [...held.disabledPlans].sort();
}

/** Returns a person for each choice: each holds the product only directly, with these apps turned off. */
function holdersWithout({ tenant }: Sandbox, choices: readonly (readonly string[])[]): readonly UserRow[] {
  const holders = tenant.users
    .filter(({ licenses, userType }) => {
      const paths = licenses.filter((license) => license.skuId === skuId);
      return userType === 'Member' && paths.length === 1 && paths[0]?.groupId === null;
    })
    .slice(0, choices.length);
  expect(holders).toHaveLength(choices.length);
  const users = holders.map((user, index) => ({
    ...user,
    licenses: user.licenses.map((license) =>
      license.skuId === skuId ? { ...license, disabledPlans: choices[index] ?? [] } : license,
    ),
  }));
  tenant.save({ users });
  return users;
}

test('apps are changed for people with different apps turned off, and undo restores those of each person', async ({
  sandbox,
  openJourney,
}) => {
  const before = [[], [coach], [offline], [offline, coach]];
  const people = holdersWithout(sandbox, before);
  const offOf = () => people.map(({ id }) => appsOff(sandbox, id));
  const { tab, tabFrame } = await openJourney({
    query: { person: 'license-admin', sub: `products/${skuId}` },
  });
  await selectHolders(tab, people);
  await tab.getByRole('button', { name: changes.apps, exact: true }).click();
  const dialog = tab.getByRole('dialog', { name: changes.apps });
  const choices = dialog.getByRole('group', { name: changes.appChoices });
  await choices.getByText(changes.onNow(2, 4)).nth(1).waitFor();
  await choices.getByRole('combobox', { name: /offline/i }).selectOption(changes.choice.off);
  await choices.getByRole('combobox', { name: /coach/i }).selectOption(changes.choice.on);
  // One of them has exactly these apps already.
  await dialog.getByText(changes.willChange(3)).waitFor();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
  const written = sandbox.emulator.writes.entries().length;
  await dialog.getByRole('button', { name: changes.appsNow, exact: true }).click();
  const counts = { done: 3, pending: 0, skipped: 1, failed: 0, cancelled: 0 };
  await dialog.getByText(jobs.summary('replace-plans', counts)).waitFor();
  expect(offOf()).toEqual(people.map(() => [offline]));
  expect(sandbox.emulator.writes.entries()).toHaveLength(written + 3);

  await dialog.getByRole('button', { name: jobs.undo, exact: true }).click();
  const question = tab.getByRole('alertdialog');
  await question.getByText(jobs.undoing['replace-plans']).waitFor();
  await question.getByText(jobs.undoCount(3)).waitFor();
  await question.getByRole('button', { name: jobs.undo, exact: true }).click();
  await dialog.getByText(jobs.summary('undo', { ...counts, skipped: 0 })).waitFor();
  expect(offOf()).toEqual(before.map((plans) => [...plans].sort()));
  expect(sandbox.emulator.writes.entries()).toHaveLength(written + 6);
});

test('the last app of a person cannot be turned off', async ({ sandbox, openJourney }) => {
  const people = holdersWithout(sandbox, [[], [offline, coach]]);
  const { tab } = await openJourney({ query: { sub: `products/${skuId}` } });
  const written = sandbox.emulator.writes.entries().length;
  await selectHolders(tab, people);
  await tab.getByRole('button', { name: changes.apps, exact: true }).click();
  const dialog = tab.getByRole('dialog', { name: changes.apps });
  const choices = dialog.getByRole('group', { name: changes.appChoices });
  await choices.getByRole('combobox').first().selectOption(changes.choice.off);
  await dialog.getByText(changes.noneOn).waitFor();
  expect(await dialog.getByRole('button', { name: changes.appsNow, exact: true }).isEnabled()).toBe(false);
  expect(sandbox.emulator.writes.entries()).toHaveLength(written);
});
