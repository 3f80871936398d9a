import fc from 'fast-check';
import { parse } from 'papaparse';
import { guessDelimiter } from '../../src/files/guessDelimiter';
import { splitRows } from '../../src/files/splitRows';
import { writeCsv } from '../../src/files/writeCsv';

const readBack = (csv: string): readonly (readonly string[])[] => {
  const text = csv.replace(/^\uFEFF/, '');
  return splitRows(text, guessDelimiter(text)).rows.map(({ cells }) => cells);
};

test('a table is written with a byte order mark, quoted text and line breaks as Windows has them', () => {
  expect(
    writeCsv([
      ['Name', 'Seats'],
      ['Åsa "Ek"', 5],
    ]),
  ).toBe('\uFEFF"Name","Seats"\r\n"Åsa ""Ek""",5\r\n');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '\0x',
  '  =1',
  '\u00A0=1',
  '\u200B=1',
  '\uFEFF=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '|cmd',
  '%x',
  "'=1",
])('the cell %j is defused', (cell) => {
  expect(writeCsv([[cell]])).toBe(`\uFEFF"'${cell}"\r\n`);
  expect(readBack(writeCsv([[cell]]))).toEqual([[cell]]);
});

test.each(['Anna', "'Anna'", "O'Brien", 'a-b', '1=1', 'a@b', ''])('the cell %j stays as it is', (cell) => {
  expect(writeCsv([[cell]])).toBe(`\uFEFF"${cell}"\r\n`);
});

test('a number is no text, so that minus is a sign', () => {
  expect(writeCsv([[-5]])).toBe('\uFEFF-5\r\n');
});

const dangerous = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\0',
  "'",
  '"',
  ',',
  ';',
  ' ',
  '＝',
  '\uFEFF',
  'a',
  '<',
  'é',
];
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...dangerous), maxLength: 8 }),
  fc.string({ unit: 'grapheme' }),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  );

test('every table is read back as it was', () => {
  fc.assert(
    fc.property(table, (rows) => expect(readBack(writeCsv(rows))).toEqual(rows)),
    { numRuns: 2000 },
  );
});

test('no cell that another program reads begins with what a spreadsheet runs', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const theirs = parse<string[]>(writeCsv(rows).slice(1), { delimiter: ',', newline: '\r\n' }).data;
      for (const text of theirs.flat()) expect(text).not.toMatch(/^[\s\uFEFF]*[=+\-@\t\r\0＝＋－＠]/);
    }),
  );
});
