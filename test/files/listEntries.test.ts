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

test('the column is as the person chose it, and rows with nothing in it ask for nobody', () => {
  const text = 'Name,Manager\nAnna,bo@contoso.com\nCy,\n';
  expect(entriesOf(text, 0).map((entry) => entry.text)).toEqual(['Anna', 'Cy']);
  expect(entriesOf(text, 1).map((entry) => entry.text)).toEqual(['bo@contoso.com']);
});

test('a word under a heading for addresses was meant as one; in a plain list it is a name', () => {
  expect(entriesOf('E-mail\na@b\nc@d\nanna').at(-1)?.kind).toBe('address');
  expect(entriesOf('a@b\nc@d\nAnna Lind').at(-1)?.kind).toBe('display-name');
});

test('a column that the table lacks has no entries', () => {
  expect(entriesOf('a@b', 7)).toEqual([]);
});
