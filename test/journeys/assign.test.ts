// cspell:locale en-US,sv
import type { FrameLocator } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { groupIds } from '../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../src/sandbox/tenant/products';
import { findAxeFaults } from '../support/findAxeFaults';
import { expect, test } from '../support/journey';
import { english, languages } from '../support/languages';
import { pasteText } from '../support/pasteAndAssign';

const timesheets = `products/${productIds.timesheets}/assign`;
/** The large product, which always has licenses left. */
const learn = `products/${productIds.learn}/assign`;

async function choose(tab: FrameLocator, text: string, name: RegExp): Promise<void> {
  const picker = tab.getByRole('combobox');
  await picker.fill(text);
  await tab.getByRole('option', { name }).first().click();
  await tab.getByRole('option').first().waitFor({ state: 'hidden' });
}

function pathsOf({ tenant }: Sandbox, userId: string, skuId: string): readonly string[] {
  return tenant.groundTruth().holders[userId]?.find((holder) => holder.skuId === skuId)?.paths ?? [];
}

/** People who can get a license: no license of the SKU yet, a usage location, an address. */
function peopleWithout({ tenant }: Sandbox, skuId: string, matches: (index: number) => boolean) {
  const holders = tenant.groundTruth().holders;
  return tenant.users.filter(
    (user, index) =>
      matches(index) &&
      user.userType === 'Member' &&
      user.accountEnabled &&
      user.usageLocation !== null &&
      user.mail !== null &&
      !holders[user.id]?.some((holder) => holder.skuId === skuId),
  );
}

/** Members of the group "IT" who do not hold the SKU. */
function membersWithout({ tenant }: Sandbox, skuId: string): readonly string[] {
  const { holders } = tenant.groundTruth();
  const { memberIds = [] } = tenant.group(groupIds.it) ?? {};
  return memberIds.filter((id) => !holders[id]?.some((holder) => holder.skuId === skuId));
}

/** The first of {@link peopleWithout}. */
function someoneWithout(sandbox: Sandbox, skuId: string, matches: (index: number) => boolean) {
  const [person] = peopleWithout(sandbox, skuId, matches);
  if (!person) throw new Error('The tenant has nobody without a license.');
  return person;
}

for (const { lang, words } of languages) {
  test(`an admin assigns licenses to a person and to a group (${lang})`, async ({ sandbox, openJourney }) => {
    // The canonical names of the buttons: people, screen readers and Microsoft's documentation know them by these.
    const [assignLicenses, assign, close, skuId] =
      lang === 'sv-se'
        ? ['Tilldela licenser', 'Tilldela', 'Stäng', productIds.learn]
        : ['Assign licenses', 'Assign', 'Close', productIds.timesheets];
    const person = someoneWithout(sandbox, skuId, (index) => index > 100);
    const { tab } = await openJourney({
      query: { person: 'license-admin', lang, sub: `products/${skuId}` },
    });
    await tab.getByRole('button', { name: assignLicenses, exact: true }).click();
    await choose(tab, person.userPrincipalName, new RegExp(person.displayName));
    await choose(tab, 'IT', /^IT\b/);
    const pane = tab.getByRole('dialog');
    await pane.getByText(words.assign.finding['gets-seat'], { exact: true }).waitFor();
    // The first product has fewer free seats than the group has members, and enough for those who lack it.
    const lacking = membersWithout(sandbox, skuId);
    await pane
      .getByText(
        words.assign.findingGains({
          directUsers: 40,
          nestedGroups: 0,
          gains: [{ people: lacking.length }],
          keeping: 40 - lacking.length,
          lacking: [],
          withheld: [],
        }),
      )
      .waitFor();
    await pane.getByRole('button', { name: assign, exact: true }).click();
    await pane.getByText(words.jobs.done.assign, { exact: true }).waitFor();
    await pane.getByText(words.jobs.pending.assign).waitFor();
    await pane.getByRole('button', { name: close, exact: true }).last().click();
    await pane.waitFor({ state: 'detached' });

    expect(pathsOf(sandbox, person.id, skuId)).toEqual(['direct']);
    sandbox.emulator.settle();
    expect(sandbox.tenant.group(groupIds.it)?.licenses.map((license) => license.skuId)).toContain(skuId);
    for (const id of lacking) expect(pathsOf(sandbox, id, skuId)).toContain(groupIds.it);
  });
}

test('the preflight shows the outcome of each line, and lines that Graph would reject are not sent', async ({
  sandbox,
  openJourney,
}) => {
  const { tenant } = sandbox;
  const holders = tenant.groundTruth().holders;
  const holder = tenant.users.find((user) =>
    holders[user.id]?.some(({ skuId, paths }) => skuId === productIds.timesheets && paths.includes('direct')),
  );
  const nowhere = tenant.users.find(
    (user) => user.usageLocation === null && user.userType === 'Member' && holders[user.id] === undefined,
  );
  if (!holder || !nowhere) throw new Error('The tenant lacks the people of this journey.');
  const { tab } = await openJourney({ query: { sub: timesheets } });
  await choose(tab, holder.userPrincipalName, new RegExp(holder.displayName));
  await choose(tab, nowhere.userPrincipalName, new RegExp(nowhere.displayName));
  await tab.getByText(english.assign.findingHasAlready).waitFor();
  await tab.getByText(english.assign.finding['usage-location-missing']).waitFor();
  await tab.getByText(english.assign.nothingToSend).first().waitFor();
  expect(await tab.getByRole('button', { name: 'Assign', exact: true }).isEnabled()).toBe(false);
  expect(pathsOf(sandbox, nowhere.id, productIds.timesheets)).toEqual([]);
});

test('a full product shows before sending that no license is available', async ({ sandbox, openJourney }) => {
  const person = someoneWithout(sandbox, productIds.rota, (index) => index > 500);
  const { tab } = await openJourney({ query: { sub: `products/${productIds.rota}/assign` } });
  await choose(tab, person.userPrincipalName, new RegExp(person.displayName));
  await tab.getByText(english.assign.finding['no-seat-left']).waitFor();
  expect(pathsOf(sandbox, person.id, productIds.rota)).toEqual([]);
});

test('two letters find a group, and letters without accents find names with accents', async ({
  sandbox,
  openJourney,
}) => {
  const { tab } = await openJourney({ query: { sub: timesheets } });
  const before = sandbox.tenant.users.find(({ displayName }) => /ö/.test(displayName));
  if (!before) throw new Error('The tenant has no ö.');
  const picker = tab.getByRole('combobox');
  await picker.fill('IT');
  await tab.getByRole('option', { name: /^IT\b/ }).waitFor();
  await picker.fill(before.displayName.normalize('NFD').replace(/\p{M}/gu, ''));
  await tab
    .getByRole('option', { name: new RegExp(before.displayName) })
    .first()
    .waitFor();
});

test('a lost response is resolved by reading the state, which is then shown', async ({
  sandbox,
  openJourney,
}) => {
  const person = someoneWithout(sandbox, productIds.learn, (index) => index > 600);
  const { tab } = await openJourney({
    query: { sub: learn },
    expected: [/ERR_EMPTY_RESPONSE|ERR_CONNECTION|Failed to load resource.*assignLicense/],
  });
  await choose(tab, person.userPrincipalName, new RegExp(person.displayName));
  await tab.getByText(english.assign.finding['gets-seat'], { exact: true }).waitFor();
  sandbox.emulator.faults.set([{ kind: 'lost-answer', rate: 1, pathPattern: 'POST /users/*' }]);
  await tab.getByRole('button', { name: english.assign.assign, exact: true }).click();
  await tab.getByText(english.jobs.done.assign, { exact: true }).waitFor();
  sandbox.emulator.faults.set([]);
  expect(pathsOf(sandbox, person.id, productIds.learn)).toEqual(['direct']);
});

test('an assignment succeeds after Graph throttled for a while', async ({ sandbox, openJourney }) => {
  const person = someoneWithout(sandbox, productIds.learn, (index) => index > 700);
  const { tab } = await openJourney({ query: { sub: learn }, expected: [/status of 429/] });
  await choose(tab, person.userPrincipalName, new RegExp(person.displayName));
  await tab.getByText(english.assign.finding['gets-seat'], { exact: true }).waitFor();
  sandbox.emulator.faults.set([{ kind: 'throttle', rate: 0.5, seed: 3, pathPattern: 'POST /users/*' }]);
  await tab.getByRole('button', { name: english.assign.assign, exact: true }).click();
  await tab.getByText(english.jobs.done.assign, { exact: true }).waitFor({ timeout: 60_000 });
  sandbox.emulator.faults.set([]);
  expect(pathsOf(sandbox, person.id, productIds.learn)).toEqual(['direct']);
});

test('a token that Graph rejects is renewed without a message', async ({ sandbox, openJourney }) => {
  const person = someoneWithout(sandbox, productIds.learn, (index) => index > 800);
  const { tab } = await openJourney({ query: { sub: learn }, expected: [/status of 401/] });
  sandbox.emulator.faults.set([
    { kind: 'token-expired', rate: 1, limit: 1, pathPattern: 'GET /users*' },
    { kind: 'token-expired', rate: 1, limit: 1, pathPattern: 'POST *assignLicense' },
  ]);
  await choose(tab, person.userPrincipalName, new RegExp(person.displayName));
  await tab.getByText(english.assign.finding['gets-seat'], { exact: true }).waitFor();
  await tab.getByRole('button', { name: english.assign.assign, exact: true }).click();
  await tab.getByText(english.jobs.done.assign, { exact: true }).waitFor();
  expect(sandbox.emulator.faults.injected().filter(({ kind }) => kind === 'token-expired')).toHaveLength(2);
  sandbox.emulator.faults.set([]);
  expect(pathsOf(sandbox, person.id, productIds.learn)).toEqual(['direct']);
});

test('after a session was revoked, a token is requested once more with the claims that Graph demands', async ({
  sandbox,
  openJourney,
}) => {
  const person = someoneWithout(sandbox, productIds.learn, (index) => index > 850);
  const { tab } = await openJourney({ query: { sub: learn }, expected: [/status of 401/] });
  await choose(tab, person.userPrincipalName, new RegExp(person.displayName));
  await tab.getByText(english.assign.finding['gets-seat'], { exact: true }).waitFor();
  const admin = sandbox.tenant.personas.find(({ key }) => key === 'global-admin');
  // Tokens issued in the second of the revocation are still valid, so this waits for the next second.
  await new Promise((passed) => setTimeout(passed, 1_100));
  sandbox.emulator.revoke(admin?.userId ?? '');
  await tab.getByRole('button', { name: english.assign.assign, exact: true }).click();
  await tab.getByText(english.jobs.done.assign, { exact: true }).waitFor();
  expect(pathsOf(sandbox, person.id, productIds.learn)).toEqual(['direct']);
});

test('a pasted list is matched line by line, corrected in place and assigned', async ({
  sandbox,
  openJourney,
}) => {
  const [first, second, third] = peopleWithout(sandbox, productIds.learn, (index) => index > 900);
  if (!first || !second || !third) throw new Error('The tenant lacks the people of this journey.');
  const { tab, tabFrame } = await openJourney({ query: { sub: learn } });
  const picker = tab.getByRole('combobox');
  await picker.waitFor();
  const pasted = [first.userPrincipalName, second.id, 'nobody@nowhere.example', first.userPrincipalName];
  await pasteText(picker, pasted.join('\n'));
  const { assign } = english;
  const nothing = { suspicious: 0, ambiguous: 0, blank: 0, dropped: 0 };
  await tab.getByText(assign.tally({ ...nothing, lines: 4, matched: 2, unknown: 1, duplicate: 1 })).waitFor();
  await tab.getByRole('button', { name: assign.correctLine('nobody@nowhere.example') }).click();
  await tab.getByRole('textbox', { name: /Correction/ }).waitFor();
  expect(await findAxeFaults(await tabFrame())).toEqual([]);
  await tab.getByRole('textbox', { name: /Correction/ }).fill(third.userPrincipalName);
  await tab.getByRole('button', { name: assign.retryLookup }).click();
  await tab.getByText(assign.listCount(3)).waitFor();
  await tab.getByRole('button', { name: assign.assign, exact: true }).click();
  await tab.getByText(english.jobs.summary('assign', { ...noCounts, done: 3 })).waitFor();
  for (const { id } of [first, second, third])
    expect(pathsOf(sandbox, id, productIds.learn)).toEqual(['direct']);
});

const noCounts = { done: 0, pending: 0, skipped: 0, failed: 0, cancelled: 0 };

test('a dropped file is read in a worker, its column can be corrected, and everyone in it gets a license', async ({
  sandbox,
  openJourney,
}) => {
  const people = peopleWithout(sandbox, productIds.learn, (index) => index > 100).slice(0, 60);
  expect(people).toHaveLength(60);
  const { tab, tabFrame } = await openJourney({ query: { sub: learn } });
  await tab.getByRole('combobox').waitFor();
  const lines = people.map(({ displayName, userPrincipalName }) => `"${displayName}";${userPrincipalName}`);
  const text = ['Name;User principal name', ...lines].join('\r\n');
  const frame = await tabFrame();
  await frame.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'people.csv', { type: 'text/csv' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
  const { assign } = english;
  await tab.getByRole('heading', { name: 'people.csv' }).waitFor();
  await tab.getByText(assign.tableFacts(60), { exact: true }).waitFor();
  expect(await tab.getByRole('combobox', { name: assign.delimiterLabel }).inputValue()).toBe(';');
  expect(await findAxeFaults(frame)).toEqual([]);
  await tab.getByRole('button', { name: assign.addLines(60) }).click();
  await tab.getByText(assign.listCount(60)).waitFor();
  await tab.getByRole('button', { name: assign.assign, exact: true }).click();
  await tab.getByText(english.jobs.summary('assign', { ...noCounts, done: 60 })).waitFor({ timeout: 60_000 });
  for (const { id } of people) expect(pathsOf(sandbox, id, productIds.learn)).toEqual(['direct']);
});
