import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { productIds } from '../../src/sandbox/tenant/products';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { peopleWithout, waitUntilFinished } from '../support/bulkJourney';
import { chooseFile, dropFile } from '../support/giveFile';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';
import { removeLines } from '../support/pasteAndAssign';

const { assign, errors } = english;
const skuId = productIds.learn;
const sub = `products/${skuId}/assign`;
const maxBytes = 20 * 1024 * 1024;
const none = { lines: 0, matched: 0, ambiguous: 0, suspicious: 0, unknown: 0, duplicate: 0 };

const workbookFixture = (name: string): Uint8Array =>
  readFileSync(join(__dirname, '..', 'files', 'workbook', 'fixtures', name));

let take: (count: number) => readonly UserRow[];
/** The only person in the tenant who is listed in a workbook of the fixtures. */
let named: UserRow | undefined;

test.beforeAll(({ sandbox }) => {
  take = peopleWithout(sandbox, skuId);
  const [person] = take(1);
  if (!person) return;
  // Comes before any search: the emulator indexes addresses once.
  const owned = 'anna.lind@contoso.com';
  named = { ...person, userPrincipalName: owned, mail: owned };
  sandbox.tenant.save({ users: [named] });
});

/** Returns those of these people who have the product. */
function holdersAmong({ tenant }: Sandbox, people: readonly UserRow[]): readonly UserRow[] {
  const { holders } = tenant.groundTruth();
  return people.filter(({ id }) => holders[id]?.some((held) => held.skuId === skuId));
}

test('a UTF-16 file with every kind of error reports each with its line, and everyone else in it gets a license', async ({
  sandbox,
  openJourney,
}) => {
  const { tenant } = sandbox;
  const [plain, afterQuote, hidden, wide, last, other] = take(6);
  if (!plain || !afterQuote || !hidden || !wide || !last || !other) throw new Error('Nobody is left.');
  const address = plain.userPrincipalName;
  // Cyrillic letters that look like Latin ones. One person has the first address; the second does not exist.
  const takenAddress = `\u043E${other.userPrincipalName}`;
  const freeAddress = `\u0430${address}`;
  const impostor = { ...other, userPrincipalName: takenAddress, mail: takenAddress };
  tenant.save({ users: [impostor] });
  const lines = [
    'Name;E-mail',
    `"Plain";${address}`,
    `"Lone quote;${afterQuote.userPrincipalName}`,
    `NUL;${hidden.userPrincipalName}\0`,
    '',
    `Again;${address.toUpperCase()}`,
    `Look-alike;${takenAddress}`,
    `Look-alike;${freeAddress}`,
    `Wide;${wide.userPrincipalName}${';'.repeat(511)}cut off`,
    `"Last; and least";${last.userPrincipalName}`,
  ];
  const { tab, tabFrame } = await openJourney({ query: { sub } });
  const frame = await tabFrame();
  await tab.getByRole('combobox').first().waitFor();
  await chooseFile(frame, 'people.csv', Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le'));
  await tab.getByText(assign.tableFacts(8), { exact: true }).waitFor();
  expect(await tab.getByRole('combobox', { name: assign.encodingLabel }).inputValue()).toBe('utf-16le');
  const faults = tab.getByRole('list', { name: assign.faultsTitle(4) });
  expect(await faults.getByRole('listitem').allInnerTexts()).toEqual([
    assign.fault(3, assign.faults['lone-quote']),
    assign.fault(4, assign.faults['control-characters']),
    assign.fault(5, assign.faults.empty),
    assign.fault(9, assign.faults['too-many-columns']),
  ]);
  await tab.getByRole('button', { name: assign.addLines(8) }).click();
  const tally = {
    ...none,
    lines: 8,
    matched: 4,
    suspicious: 1,
    unknown: 2,
    duplicate: 1,
    dropped: 0,
    blank: 0,
  };
  await tab.getByText(assign.tally(tally)).waitFor();
  const open = tab.getByRole('grid', { name: assign.listTitle });
  for (const [line, why] of [
    [4, `${assign.whyUnknown['not-found']} ${assign.suspicions['invisible-characters']}`],
    [6, assign.whyDuplicate(2)],
    [7, `${assign.suspicions['mixed-scripts']} ${assign.whySuspicious}`],
    [8, `${assign.whyUnknown['not-found']} ${assign.suspicions['mixed-scripts']}`],
  ] as const)
    await open.getByText(`${why} ${assign.linePlace('people.csv', [line])}`).waitFor();
  await tab.getByRole('button', { name: assign.assign, exact: true }).click();
  await waitUntilFinished(frame);
  expect(holdersAmong(sandbox, [plain, afterQuote, hidden, wide, last, impostor])).toEqual(
    [plain, afterQuote, wide, last].map(({ id }) => expect.objectContaining({ id }) as UserRow),
  );
});

test('files that are too large, too long or in another format are rejected with the reason, and a workbook is read', async ({
  sandbox,
  openJourney,
}) => {
  if (!named) throw new Error('Nobody is left.');
  const { tab, tabFrame, page } = await openJourney({ query: { sub } });
  const frame = await tabFrame();
  await tab.getByRole('combobox').first().waitFor();
  await dropFile(frame, 'large.csv', maxBytes + 1);
  await tab.getByText(errors['file-too-large'].title).waitFor();
  await tab.getByText('large.csv').waitFor();
  // No worker started, so the file was not read.
  expect(page.workers()).toHaveLength(0);
  await dropFile(frame, 'long.csv', 'a@b.example\n'.repeat(200_001));
  await tab.getByText(errors['file-too-long'].title).waitFor();
  await dropFile(frame, 'people.xlsx', Buffer.from('PK\x03\x04 and a sheet'));
  await tab.getByText(errors['file-unreadable'].title).waitFor();
  await dropFile(frame, 'people.ods', workbookFixture('sheetjs.ods'));
  await tab.getByText(errors['file-format-unsupported'].title).waitFor();
  // A file saved by LibreOffice; one person in it is in the tenant.
  await dropFile(frame, 'people.xlsx', workbookFixture('libreoffice.xlsx'));
  await tab.getByText(assign.fault(3, assign.faults['hidden-row'], { isSheet: true })).waitFor();
  await tab.getByText(errors['file-format-unsupported'].title).waitFor({ state: 'detached' });
  const sheet = tab.getByRole('combobox', { name: assign.sheetLabel });
  await sheet.selectOption('Leavers');
  await tab.getByRole('button', { name: assign.addLines(1) }).waitFor();
  await sheet.selectOption('People');
  await tab.getByRole('button', { name: assign.addLines(4) }).click();
  await tab.getByText(assign.listCount(1)).waitFor();
  await removeLines(tab, 'fix', 3);
  await tab.getByRole('button', { name: assign.assign, exact: true }).click();
  await waitUntilFinished(frame);
  expect(holdersAmong(sandbox, [named])).toHaveLength(1);
});

test('a file of almost 20 MB is read in a worker, and a line that never ends does not lose the lines before it', async ({
  sandbox,
  openJourney,
}) => {
  const [person] = take(1);
  if (!person) throw new Error('Nobody is left.');
  const { tab, tabFrame, page } = await openJourney({ query: { sub } });
  const frame = await tabFrame();
  await tab.getByRole('combobox').first().waitFor();
  const worker = page.waitForEvent('worker');
  await dropFile(frame, 'wide.csv', `E-mail\n${person.userPrincipalName}\n"${'x'.repeat(maxBytes - 1_000)}`);
  await worker;
  await tab.getByText(assign.fault(3, assign.faults['lone-quote'])).waitFor();
  await tab.getByText(assign.fault(3, assign.faults['too-long'])).waitFor();
  await tab.getByRole('button', { name: assign.addLines(2) }).click();
  await tab.getByText(assign.listCount(1)).waitFor();
  await removeLines(tab, 'fix', 1);
  await tab.getByRole('button', { name: assign.assign, exact: true }).click();
  await waitUntilFinished(frame);
  expect(holdersAmong(sandbox, [person])).toHaveLength(1);
});
