import { productIds } from '../../src/sandbox/tenant/products';
import { words } from '../../src/sandbox/words';
import { peopleWithout, readReport, findMismatches } from '../support/bulkJourney';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';
import { openOptions, pasteAndAssign } from '../support/pasteAndAssign';

const { assign, jobs } = english;
const skuId = productIds.learn;

test.use({ sandboxOptions: { users: 5_000 } });

test('many people get a license through a new group, and the job waits until Entra has assigned all of them', async ({
  sandbox,
  openJourney,
}) => {
  const people = peopleWithout(sandbox, skuId)(520);
  const { page, tabFrame } = await openJourney({
    query: { person: 'global-admin', sub: `products/${skuId}/assign` },
  });
  const frame = await tabFrame();
  await pasteAndAssign(frame, people, async () => {
    await openOptions(frame);
    await frame.getByRole('radio', { name: /^Assign through a group/ }).check();
    await frame.getByRole('textbox', { name: assign.groupName }).fill('Learners of the spring');
  });
  // The host asks once for all permissions that a job with a new group needs; none is granted yet.
  await frame.getByRole('button', { name: english.shell.giveConsent }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: words.consent.accept }).click();
  await frame.getByRole('heading', { name: /^520 assigned$/ }).waitFor({ timeout: 120_000 });
  const report = await readReport(page, frame);
  expect(findMismatches(sandbox, report, people, skuId)).toEqual([]);
  const group = sandbox.tenant.groups.find(({ displayName }) => displayName === 'Learners of the spring');
  expect(group?.memberIds).toHaveLength(520);
  const { holders } = sandbox.tenant.groundTruth();
  expect(holders[people[0]?.id ?? '']).toContainEqual(expect.objectContaining({ skuId, paths: [group?.id] }));
});

test('the others join the group though one of them was deleted before', async ({ sandbox, openJourney }) => {
  const people = peopleWithout(sandbox, skuId)(505);
  const gone = people[250];
  const { page, tabFrame } = await openJourney({
    query: { person: 'user-admin', sub: `products/${skuId}/assign` },
  });
  const frame = await tabFrame();
  await pasteAndAssign(frame, people, async () => {
    await openOptions(frame);
    await frame.getByRole('radio', { name: /^Assign through a group/ }).check();
    await frame.getByRole('textbox', { name: assign.groupName }).fill('Learners of the autumn');
    sandbox.emulator.actAsOtherAdmin('user-deleted', { skuIds: [], person: gone?.id ?? '' });
  });
  // An administrator granted consent for the organization in the test before.
  await frame.getByRole('heading', { name: /^504 of 505 assigned, 1 failed$/ }).waitFor({ timeout: 120_000 });
  const report = await readReport(page, frame);
  expect(findMismatches(sandbox, report, people, skuId)).toEqual([]);
  expect(report.filter(({ outcome }) => outcome === jobs.reportOutcome.failed)).toEqual([
    expect.objectContaining({ id: gone?.id, reason: english.outcomes['principal-not-found'].title }),
  ]);
});
