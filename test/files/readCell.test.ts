import { readCell } from '../../src/files/readCell';

test.each([
  ['anna@contoso.com', 'anna@contoso.com'],
  ['  anna@contoso.com\u00A0', 'anna@contoso.com'],
  ['Anna Lind <anna@contoso.com>', 'anna@contoso.com'],
  ['"Lind, Anna" <anna@contoso.com>;', 'anna@contoso.com'],
  ['Anna <mailto:anna@contoso.com>', 'anna@contoso.com'],
  ['mailto:anna@contoso.com?subject=Hello', 'anna@contoso.com'],
  ['SMTP:anna@contoso.com', 'anna@contoso.com'],
  ["'anna@contoso.com'", 'anna@contoso.com'],
  ['anna_fabrikam.com#EXT#@contoso.com', 'anna_fabrikam.com#EXT#@contoso.com'],
  ["o'brien@contoso.com", "o'brien@contoso.com"],
])('%j asks for the address %s', (cell, text) => {
  expect(readCell(cell, 'other')).toEqual([{ kind: 'address', text, suspicion: undefined }]);
});

test.each(['{1c0b9a34-7f0e-4a5c-9a39-0d3f6a6f1d11}', '1c0b9a34-7f0e-4a5c-9a39-0d3f6a6f1d11 '])(
  '%j asks for an object id, whatever its column holds',
  (cell) => {
    expect(readCell(cell, 'display-name')).toEqual([
      { kind: 'object-id', text: '1c0b9a34-7f0e-4a5c-9a39-0d3f6a6f1d11', suspicion: undefined },
    ]);
  },
);

test.each([
  ['Anna Lind', 'other', 'display-name'],
  ['Anna Lind', 'address', 'address'],
  ['1c0b9a34', 'object-id', 'object-id'],
  ['anna@', 'other', 'address'],
  ['CONTOSO\\anber', 'other', 'account'],
  ['anber', 'account', 'account'],
  ['000123', 'employee-id', 'employee-id'],
  ['Design @ Lund', 'display-name', 'display-name'],
] as const)('%j in a column of kind %s is read as %s', (text, column, kind) => {
  expect(readCell(text, column)).toEqual([{ kind, text, suspicion: undefined }]);
});

test.each([
  ['Anna Lind (anna@contoso.com)', ['anna@contoso.com']],
  ['- anna@contoso.com', ['anna@contoso.com']],
  ['1. anna@contoso.com', ['anna@contoso.com']],
  ['**anna@contoso.com**', ['anna@contoso.com']],
  ['[Anna](mailto:anna@contoso.com)', ['anna@contoso.com']],
  ['i:0#.f|membership|anna@contoso.com', ['anna@contoso.com']],
  ['UserPrincipalName : anna@contoso.com', ['anna@contoso.com']],
  ['a@b.se; c@d.se', ['a@b.se', 'c@d.se']],
  ['SIP:a@b.se smtp:x@b.se SMTP:c@d.se', ['c@d.se']],
  ['\u200Banna@contoso.com\u2060', ['anna@contoso.com']],
  ['Anna Lind anna.lind@contoso.com', ['anna.lind@contoso.com']],
  ['anna lind@contoso.com', ['lind@contoso.com?']],
  ['anna@contoso com', ['anna@contoso com']],
  ['anna.lind@conto...', ['anna.lind@conto...']],
  ['Anna \u00A0 Lind', ['Anna Lind']],
  ["'Anna Lind'", ['Anna Lind']],
])('%j asks for %j', (cell, expected) => {
  const read = readCell(cell, 'other');
  expect(read.map(({ text, suspicion }) => (suspicion ? `${text}?` : text))).toEqual(expected);
});

test.each([' \t ', '-', 'n/a', '#N/A', 'NULL'])('a cell of %j asks for nobody', (cell) => {
  expect(readCell(cell, 'address')).toEqual([]);
});
