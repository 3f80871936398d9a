import { productIds } from '../../src/sandbox/tenant/products';
import { words } from '../../src/sandbox/words';
import { peopleWithout, readReport, untruths } from '../support/bulkJourney';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';
import { pasteAndAssign } from '../support/pasteAndAssign';

const { assign, jobs } = english;
const skuId = productIds.learn;

test.use({ sandboxOptions: { users: 5_000 } });

test('many people get a license through a group that is made for it, and Entra is followed to the end', async ({
  sandbox,
  openJourney,
}) => {
  const people = peopleWithout(sandbox, skuId)(520);
  const { page, tabFrame } = await openJourney({
    query: { person: 'global-admin', sub: `products/${skuId}/assign` },
  });
  const frame = await tabFrame();
  await pasteAndAssign(frame, people, async () => {
    await frame.getByRole('radio', { name: /^Assign through a group/ }).check();
    await frame.getByRole('textbox', { name: assign.groupName }).fill('Learners of the spring');
  });
  // The host asks once for all that a job with a new group takes; nobody agreed to any of it yet.
  await frame.getByRole('button', { name: english.shell.giveConsent }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: words.consent.accept }).click();
  await frame.getByText(jobs.filterCount(jobs.filterName.done, 520)).waitFor({ timeout: 120_000 });
  const report = await readReport(page, frame);
  expect(untruths(sandbox, report, people, skuId)).toEqual([]);
  const group = sandbox.tenant.groups.find(({ displayName }) => displayName === 'Learners of the spring');
  expect(group?.memberIds).toHaveLength(520);
  const { holders } = sandbox.tenant.groundTruth();
  expect(holders[people[0]?.id ?? '']).toContainEqual(expect.objectContaining({ skuId, paths: [group?.id] }));
});

test('somebody who is deleted before the others join the group does not keep them from it', async ({
  sandbox,
  openJourney,
}) => {
  const people = peopleWithout(sandbox, skuId)(505);
  const gone = people[250];
  const { page, tabFrame } = await openJourney({
    query: { person: 'user-admin', sub: `products/${skuId}/assign` },
  });
  const frame = await tabFrame();
  await pasteAndAssign(frame, people, async () => {
    await frame.getByRole('radio', { name: /^Assign through a group/ }).check();
    await frame.getByRole('textbox', { name: assign.groupName }).fill('Learners of the autumn');
    sandbox.emulator.actAsOtherAdmin('user-deleted', { skuIds: [], person: gone?.id ?? '' });
  });
  // An administrator agreed for everybody in the journey before.
  await frame.getByText(jobs.filterCount(jobs.filterName.done, 504)).waitFor({ timeout: 120_000 });
  const report = await readReport(page, frame);
  expect(untruths(sandbox, report, people, skuId)).toEqual([]);
  expect(report.filter(({ outcome }) => outcome === jobs.reportOutcome.failed)).toEqual([
    expect.objectContaining({ id: gone?.id, reason: english.outcomes['principal-not-found'].title }),
  ]);
});
