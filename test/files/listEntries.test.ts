import { listEntries } from '../../src/files/listEntries';
import { parseTable } from '../../src/files/parseTable';
import type { LineEntry } from '../../src/files/types';

const entriesOf = (text: string, column = 0): readonly LineEntry[] =>
  listEntries(parseTable(text, undefined), column);

test('lines that ask for the same are one entry, in any case and Unicode form', () => {
  const entries = entriesOf(
    'Anna@contoso.com\nÅsa Ek\nanna@CONTOSO.com\nA\u030Asa ek\nAnna <anna@contoso.com>',
  );
  expect(entries).toEqual([
    { text: 'Anna@contoso.com', kind: 'address', lines: [1, 3, 5], suspicion: undefined },
    { text: 'Åsa Ek', kind: 'display-name', lines: [2, 4], suspicion: undefined },
  ]);
});

test('a look-alike is an entry of its own, flagged and as it was written', () => {
  expect(entriesOf('anna@contoso.com\n\u0430nna@contoso.com')).toEqual([
    { text: 'anna@contoso.com', kind: 'address', lines: [1], suspicion: undefined },
    { text: '\u0430nna@contoso.com', kind: 'address', lines: [2], suspicion: 'mixed-scripts' },
  ]);
});

test('the column is as the person chose it, and a row with nothing in it is asked about by what else it has', () => {
  const text = 'Name,Manager\nAnna,bo@contoso.com\nCy,\n';
  expect(entriesOf(text, 0).map((entry) => entry.text)).toEqual(['Anna', 'Cy']);
  expect(entriesOf(text, 1)).toMatchObject([
    { text: 'bo@contoso.com', suspicion: undefined },
    { text: 'Cy', lines: [3], suspicion: 'other-column' },
  ]);
});

test('where the mail address is missing the sign-in name of the row is as good, the manager and a private address are not', () => {
  const text = [
    'Mail,Manager Email,Private mail,UPN',
    'a@contoso.com,m@contoso.com,a@home.example,anna@contoso.com',
    ',m@contoso.com,b@home.example,bo@contoso.com',
    ',m@contoso.com,c@home.example,',
  ].join('\n');
  expect(entriesOf(text, 0)).toMatchObject([
    { text: 'a@contoso.com', lines: [2], suspicion: undefined },
    { text: 'bo@contoso.com', lines: [3], suspicion: undefined },
    { lines: [4], suspicion: 'other-column' },
  ]);
});

test('several addresses of a cell are several, of one mailbox the primary one', () => {
  expect(entriesOf('a@b.se;c@d.se\n\ne@f.se').map(({ text, lines }) => `${text}@${lines.join()}`)).toEqual([
    'a@b.se@1',
    'c@d.se@1',
    'e@f.se@3',
  ]);
  const cell = 'Team,Members\nA,"a@b.se; c@d.se"\nB,"smtp:x@b.se SMTP:e@f.se SIP:e@f.se"\n';
  expect(entriesOf(cell, 1).map(({ text }) => text)).toEqual(['a@b.se', 'c@d.se', 'e@f.se']);
});

test.each([
  ['a group', 'Group ID,Group name,User principal name\n1c0b9a34-7f0e-4a5c-9a39-0d3f6a6f1d11,Sales,', 2],
  [
    'a group whose id is called so',
    'Id,Group name,User principal name\n1c0b9a34-7f0e-4a5c-9a39-0d3f6a6f1d11,Sales,',
    2,
  ],
  ['the requester', 'Requested for,Requested by\n,bo@b.se', 0],
  ['a mailbox of the team', 'UPN,Team mailbox\n,team@b.se', 0],
  ['a group address', 'Member email,Group email\n,team@b.se', 0],
  ['a customer', 'Mail,Email (customer)\n,bo@b.se', 0],
  ['somebody chosen by group', 'Group name,UPN\n,bo@b.se', 0],
  ['a cell without a heading', 'a@b.se,c@b.se,Lund\n,d@b.se,Lund', 0],
])('where a cell is blank, %s is not taken without asking', (_name, text, column) => {
  expect(entriesOf(text, column).at(-1)?.suspicion).toBe('other-column');
});

test.each([
  ['"anna@b.se; Bo Berg [SMTP:bo@b.se]"', ['anna@b.se', 'bo@b.se']],
  ['"sip:anna@b.se bo@b.se"', ['anna@b.se', 'bo@b.se']],
  ['"Anna [SMTP:anna@b.se]; Bo [smtp:bo@b.se]"', ['anna@b.se', 'bo@b.se']],
  ['"smtp:anna@b.se; smtp:bo@b.se"', ['anna@b.se', 'bo@b.se']],
  ['"SMTP:a@b.se; smtp:x@b.se; SIP:y@b.se; SMTP:c@b.se"', ['a@b.se', 'c@b.se']],
  ['"SPO:SPO_1@SPO_2; SMTP:a@b.se"', ['a@b.se']],
  ['"{SMTP:a@b.se, smtp:x@b.se}"', ['a@b.se']],
])('of %s nobody is lost to the prefixes of proxy addresses', (cell, addresses) => {
  expect(entriesOf(`Team,Members\nA,${cell}\n`, 1).map(({ text }) => text)).toEqual(addresses);
});

test('a word under a heading for addresses was meant as one; in a plain list it is a name', () => {
  expect(entriesOf('E-mail\na@b\nc@d\nanna').at(-1)?.kind).toBe('address');
  expect(entriesOf('a@b\nc@d\nAnna Lind').at(-1)?.kind).toBe('display-name');
});

test('a column that the table lacks has no entries', () => {
  expect(entriesOf('a@b', 7)).toEqual([]);
});
