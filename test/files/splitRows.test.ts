import fc from 'fast-check';
import { parse, unparse } from 'papaparse';
import { splitRows } from '../../src/files/splitRows';

const cellsOf = (text: string, delimiter = ','): readonly (readonly string[])[] =>
  splitRows(text, delimiter).rows.map(({ cells }) => cells);
const faultsOf = (text: string): string[] =>
  splitRows(text, ',').faults.map(({ line, kind }) => `${line} ${kind}`);

test.each([
  ['line feeds', 'a,b\nc,d\n'],
  ['carriage returns with line feeds', 'a,b\r\nc,d\r\n'],
  ['carriage returns alone', 'a,b\rc,d'],
])('rows end at %s', (_name, text) => {
  expect(splitRows(text, ',')).toEqual({
    rows: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
    ],
    faults: [],
  });
});

test('a quoted cell keeps delimiters, line breaks and doubled quotes, and later rows keep their lines', () => {
  expect(splitRows('"a,""b""\r\nc",d\r\ne,f', ',').rows).toEqual([
    { line: 1, cells: ['a,"b"\r\nc', 'd'] },
    { line: 3, cells: ['e', 'f'] },
  ]);
});

test('blanks around a quoted cell are no part of it', () => {
  expect(cellsOf('a, "b, c" ,d')).toEqual([['a', 'b, c', 'd']]);
});

test('quotes inside a cell are characters', () => {
  expect(cellsOf('5" disk,the "best"')).toEqual([['5" disk', 'the "best"']]);
  expect(faultsOf('5" disk,the "best"')).toEqual([]);
});

test('a lone quote in row 40 costs no other row, and is named', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `"Person ${index + 1}",p${index + 1}@contoso.com`);
  lines[39] = '"Person 40,p40@contoso.com';
  const { rows, faults } = splitRows(lines.join('\n'), ',');
  expect(rows).toHaveLength(100);
  expect(rows[39]).toEqual({ line: 40, cells: ['"Person 40', 'p40@contoso.com'] });
  expect(rows[40]).toEqual({ line: 41, cells: ['Person 41', 'p41@contoso.com'] });
  expect(faults).toEqual([{ line: 40, kind: 'lone-quote' }]);
});

test('a quote that takes whole rows into one cell is named', () => {
  expect(faultsOf('"Anna,anna@contoso.com\nBo,bo@contoso.com\nCy",cy@contoso.com')).toEqual(['1 lone-quote']);
});

test('a name between quotes before an address is no fault, and kept as it is written', () => {
  const text = '"Anna Lind" <anna@contoso.com>\n"Bo Berg"<bo@contoso.com>\n"Cy <cy@contoso.com>';
  const { rows, faults } = splitRows(text, '\n');
  expect(rows.map(({ cells }) => cells)).toEqual(text.split('\n').map((line) => [line]));
  expect(faults).toEqual([{ line: 3, kind: 'lone-quote' }]);
});

test('a street of two lines is no fault', () => {
  expect(faultsOf('anna@contoso.com,"Box 1\nLund"\n')).toEqual([]);
});

test('a quote is closed within what a cell can hold or not at all', () => {
  const breaks = '\n'.repeat(254);
  expect(faultsOf(`"a${breaks}b",c`)[0]).toBe('1 lone-quote');
  const long = 'x'.repeat(70_000);
  expect(faultsOf(`"${long}",c`)).toEqual(['1 lone-quote', '1 too-long']);
});

test('cells beyond the 512th are left out, and told of where they say something', () => {
  const text = `a,b\n${Array.from({ length: 600 }, (_, index) => index).join(',')}\nc,d${','.repeat(600)}`;
  expect(cellsOf(text)[1]).toHaveLength(512);
  expect(faultsOf(text)).toEqual(['2 too-many-columns']);
});

test('blank lines are no rows, and counted', () => {
  expect(splitRows('a\n\nb', '\n')).toEqual({
    rows: [
      { line: 1, cells: ['a'] },
      { line: 3, cells: ['b'] },
    ],
    faults: [{ line: 2, kind: 'empty' }],
  });
});

test('control characters are kept and named', () => {
  expect(splitRows('a\nb\0c', ',')).toEqual({
    rows: [
      { line: 1, cells: ['a'] },
      { line: 2, cells: ['b\0c'] },
    ],
    faults: [{ line: 2, kind: 'control-characters' }],
  });
});

test('well-formed tables are read as an independent reader reads them', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n', '.', '1') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, (rows) => {
      const text = unparse(rows, { quotes: true, newline: '\n' });
      const theirs = parse<string[]>(text, { delimiter: ',', newline: '\n' }).data;
      expect(cellsOf(text)).toEqual(theirs);
    }),
  );
});

test('every row of any text begins on a line of its own, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '@') }), (text) => {
      const lines = splitRows(text, ',').rows.map(({ line }) => line);
      const last = text.split(/\r\n?|\n/).length;
      expect(lines).toEqual([...new Set(lines)].sort((left, right) => left - right));
      expect(lines.every((line) => line >= 1 && line <= last)).toBe(true);
    }),
  );
});

test.each(['"', '"a\n', '"""a,', '"a""\n', ',"', '""a\n', '" ,', '"x@y\n\n'])(
  'no quote is looked for twice in many times %j',
  (unit) => {
    const text = unit.repeat(20_000);
    let looked = 0;
    const { indexOf } = String.prototype as {
      indexOf: (this: string, what: string, from?: number) => number;
    };
    const spy = jest.spyOn(String.prototype, 'indexOf').mockImplementation(function (
      this: string,
      what,
      from,
    ) {
      const found = indexOf.call(this, what, from);
      looked += (found < 0 ? this.length : found + 1) - (from ?? 0);
      return found;
    });
    splitRows(text, ',');
    spy.mockRestore();
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThan(text.length * 4);
  },
);
