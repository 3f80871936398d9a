import fc from 'fast-check';
import { parse } from 'papaparse';
import { guessDelimiter } from '../../src/files/guessDelimiter';
import { splitRows } from '../../src/files/splitRows';
import * as csv from '../../src/files/writeCsv';
import { toFileName, toLocalDay, toLocalTime, type CsvTable } from '../../src/files/writeCsv';
import { escapeFormula, unescapeFormula } from '../../src/files/escapeFormula';
import { runToEnd } from '../../src/base/async/inSlices';

const writeCsv = (rows: CsvTable, locale: string): string => runToEnd(csv.writeCsv(rows, locale));
const writeTabs = (rows: CsvTable): string => runToEnd(csv.writeTabs(rows));

const parseAgain = (written: string): readonly (readonly string[])[] => {
  const text = written.replace(/^\uFEFF/, '');
  return splitRows(text, guessDelimiter(text)).rows.map(({ cells }) => cells);
};

test('a table is written with a byte order mark, quoted text and line breaks as Windows has them', () => {
  expect(
    writeCsv(
      [
        ['Name', 'Seats'],
        ['Åsa "Ek"', 5],
      ],
      'en',
    ),
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
  '\u0001=1',
  '\u0085\u0007+1',
])('the cell %j is escaped', (cell) => {
  expect(writeCsv([[cell]], 'en')).toBe(`\uFEFF"'${cell}"\r\n`);
  expect(parseAgain(writeCsv([[cell]], 'en'))).toEqual([[cell]]);
});

test.each(['Anna', "'Anna'", "O'Brien", 'a-b', '1=1', 'a@b', ''])('the cell %j stays as it is', (cell) => {
  expect(writeCsv([[cell]], 'en')).toBe(`\uFEFF"${cell}"\r\n`);
});

test('a number is no text, so that minus is a sign', () => {
  expect(writeCsv([[-5]], 'en')).toBe('\uFEFF-5\r\n');
  expect(writeCsv([[0.5]], 'sv')).toBe('\uFEFF0,5\r\n');
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

const locales = ['en', 'sv', 'de', 'fr', 'pt-BR', 'pl', 'ja', 'ar', 'fa', 'hi', 'de-CH'];

test.each([
  ['en', ','],
  ['ja', ','],
  ['de-CH', ','],
  ['sv', ';'],
  ['de', ';'],
  ['pt-BR', ';'],
])('in %s cells are separated by %j', (locale, separator) => {
  expect(writeCsv([['a', 'b']], locale)).toBe(`\uFEFF"a"${separator}"b"\r\n`);
});

test('every table is read back as it was, in every language', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...locales), (rows, locale) =>
      expect(parseAgain(writeCsv(rows, locale))).toEqual(rows),
    ),
    { numRuns: 1000 },
  );
});

test.each(['a;=1+1', 'a,=1+1', 'Berg, +46', "a;'=1", 'a\n;\t=1', 'a\u0000;\u0001=1'])(
  'the cell %j is escaped also where it is split',
  (cell) => {
    expect(writeCsv([[cell]], 'en')).not.toContain(`"${cell}"`);
    expect(parseAgain(writeCsv([[cell]], 'en'))).toEqual([[cell]]);
  },
);

test('no cell that another program reads, split at either separator, begins a formula', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';'), fc.constantFrom('en', 'sv'), (rows, delimiter, locale) => {
      const written = writeCsv(rows, locale).slice(1);
      // Spreadsheets take quotes for characters where the other separator stands after a closing one.
      const split = written.split(/\r\n|[\r\n]/).flatMap((line) => line.replaceAll('"', '').split(delimiter));
      const theirs = parse<string[]>(written, { delimiter, newline: '\r\n' }).data.flat();
      for (const text of [...split, ...theirs])
        expect(text).not.toMatch(/^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u);
    }),
    { numRuns: 500 },
  );
});

test('what is pasted has no tabs and line breaks but those between cells, and runs nothing', () => {
  expect(
    writeTabs([
      ['Name', 'Seats'],
      ['a\tb\r\nc', 5],
      ['=1+1', -1],
    ]),
  ).toBe("Name\tSeats\r\na b c\t5\r\n'=1+1\t-1");
});

test('a long table is written in steps, between which the page can answer', () => {
  const rows = Array.from({ length: 2_000 }, (_none, index) => [`Person ${index}`, index]);
  expect([...csv.writeCsv(rows, 'en')].length).toBeGreaterThan(2);
  expect([...csv.writeTabs(rows)].length).toBeGreaterThan(2);
});

test.each(['\t', '; ', ';\u00A0', "'", "\t'", ' '])(
  'a cell full of %j takes time in proportion to its length',
  (piece) => {
    const cell = piece.repeat(60_000);
    const startedAt = performance.now();
    expect(unescapeFormula(escapeFormula(cell)) === cell).toBe(true);
    // Time that grows with the square of the length is several seconds here, else it is some milliseconds.
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  },
);

test('an apostrophe that protects nothing stays', () => {
  for (const text of ["O'Brien", "'Anna'", "rock, 'n', roll"]) expect(unescapeFormula(text)).toBe(text);
});

test('file names have the words alone', () => {
  expect(toFileName(['licenses', 'Übung: A/B <1>', '2031-03-01'], 'csv')).toBe(
    'licenses-Übung-A-B-1-2031-03-01.csv',
  );
  expect(toFileName(['x'.repeat(200)], 'csv')).toHaveLength(84);
});

test('times say how far the zone is from UTC', () => {
  const time = Date.UTC(2031, 2, 1, 12, 5, 9);
  const text = toLocalTime(time);
  expect(text).toMatch(/^2031-03-0[12] \d\d:05:09 [+-]\d\d:\d\d$/);
  expect(Date.parse(text.replace(' ', 'T').replace(' ', ''))).toBe(time);
  expect(text.startsWith(toLocalDay(time))).toBe(true);
});
