import fc from 'fast-check';
import { AppError } from '../../src/base/appError';
import { decodeText } from '../../src/files/decodeText';
import { listEntries } from '../../src/files/listEntries';
import { parseTable, type ParsedTable } from '../../src/files/parseTable';

const cellsOf = (text: string): unknown => parseTable(text, undefined).rows.map(({ cells }) => cells);

test('a table is described, and its rows are without heading and empty rows', () => {
  const { table, rows } = parseTable(
    'Name;E-post\r\nAnna;anna@contoso.com\r\n;\r\n\r\nBo;bo@contoso.com\r\n;\r\n',
    'utf-8',
  );
  expect(table).toEqual({
    columns: [
      {
        heading: 'Name',
        kind: 'display-name',
        samples: [
          { text: 'Anna', name: undefined },
          { text: 'Bo', name: undefined },
        ],
        isSecondary: false,
      },
      {
        heading: 'E-post',
        kind: 'address',
        samples: [
          { text: 'anna@contoso.com', name: 'Anna' },
          { text: 'bo@contoso.com', name: 'Bo' },
        ],
        isSecondary: false,
      },
    ],
    columnOrder: [1, 0],
    hasHeading: true,
    headingLines: [1],
    headings: [{ line: 1, text: 'Name · E-post' }],
    headingCount: 1,
    rowCount: 2,
    lineCount: 2,
    faults: [
      { line: 3, kind: 'empty' },
      { line: 4, kind: 'empty' },
    ],
    faultCount: 2,
    encoding: 'utf-8',
    delimiter: ';',
  });
  expect(rows).toEqual([
    { line: 2, cells: ['Anna', 'anna@contoso.com'] },
    { line: 5, cells: ['Bo', 'bo@contoso.com'] },
  ]);
});

test.each([
  ["Excel's separator", 'sep=;\r\na@b;1,5\r\nc@d;2,5'],
  ["the version of Entra's templates", 'version:v1.0;\r\na@b;1,5\r\nc@d;2,5'],
])('%s is no row, and the rows below keep their lines', (_name, text) => {
  const { rows, table } = parseTable(text, undefined);
  expect(rows).toEqual([
    { line: 2, cells: ['a@b', '1,5'] },
    { line: 3, cells: ['c@d', '2,5'] },
  ]);
  expect(table.delimiter).toBe(';');
});

test('a byte order mark that came with pasted text is no character of the first cell', () => {
  expect(cellsOf('\uFEFFa@b\nc@d')).toEqual([['a@b'], ['c@d']]);
});

test('addresses side by side are one row each', () => {
  const { table, rows } = parseTable('Anna <a@b>; Bo <c@d>', undefined);
  expect(table).toMatchObject({ rowCount: 2, lineCount: 1 });
  expect(rows).toHaveLength(2);
  expect(table).toMatchObject({ delimiter: ';', hasHeading: false, columns: [{ kind: 'address' }] });
});

test('nothing is an empty table', () => {
  expect(parseTable(' \n', undefined).table).toMatchObject({ columns: [], rowCount: 0, faultCount: 0 });
});

test('200,000 lines are read, with a break at the end or without, and one more is refused', () => {
  const lines = 'a\n'.repeat(200_000);
  expect(parseTable(lines, undefined).rows).toHaveLength(200_000);
  const refused = expect.objectContaining({ code: 'file-too-long' }) as AppError;
  expect(() => parseTable(`${lines}a`, undefined)).toThrow(refused);
  expect(() => parseTable(`${lines}\n`, undefined)).toThrow(refused);
});

test.each([
  ['rows of HTML', `<table>${'<tr><td>a@b</td></tr>'.repeat(200_001)}</table>`],
  ['elements of JSON', `[${'"a@b",'.repeat(200_001)}"c@d"]`],
  ['recipients', 'a@b;'.repeat(200_001)],
])('more than 200,000 %s are refused, also on one line', (_name, text) => {
  expect(() => parseTable(text, undefined)).toThrow(
    expect.objectContaining({ code: 'file-too-long' }) as AppError,
  );
});

test('of JSON with thousands of properties 512 are read, those with known headings first, and lines that lose some have a fault', () => {
  const records = Array.from({ length: 1500 }, (_, index) => ({
    [`own${index}`]: 'x',
    mail: `p${index}@b.se`,
  }));
  const parsed = parseTable(records.map((each) => JSON.stringify(each)).join('\n'), undefined);
  expect(parsed.table.columns).toHaveLength(512);
  expect(listEntries(parsed, parsed.table.columnOrder[0] ?? 0)).toHaveLength(1500);
  expect(parsed.table.faultCount).toBe(1500 - 511);
  expect(parsed.table.faults[0]).toEqual({ line: 512, kind: 'too-many-columns' });
});

test("Excel's XML numbers columns beyond the last that is read, and long cells are cut, with a fault each", () => {
  const cell = (index: number, text: string): string =>
    `<Cell ss:Index="${index}"><Data>${text}</Data></Cell>`;
  const rows = [cell(9999, 'far'), cell(2, 'x'.repeat(40_000))].map(
    (each) => `<Row><Cell>a@b</Cell>${each}</Row>`,
  );
  const { table, rows: read } = parseTable(
    `<?xml version="1.0"?><Workbook>${rows.join('')}</Workbook>`,
    undefined,
  );
  expect(table.faults).toEqual([{ line: 1, kind: 'too-many-columns' }]);
  expect(read.map(({ cells }) => cells.length)).toEqual([512, 2]);
});

test('a row of borders does not widen the rows', () => {
  const dashes = Array.from({ length: 400 }, () => '--').join(' ');
  const { rows } = parseTable(`Name ${'a  '.repeat(100)}\n${dashes}\nAnna Lind\n`, undefined);
  expect(rows.every(({ cells }) => cells.length < 10)).toBe(true);
});

test.each([
  ['with a border below', '| Anna | anna@b.se |\n| Bo | bo@b.se |\n+------+-----+', [1, 2], []],
  ['below a list', '- anna@b.se\n- bo@b.se\n| Name | Mail |\n|---|---|\n| Cy | cy@b.se |', [1, 2, 5], [3]],
  ['below a list, aligned', '- anna@b.se\nName      Mail\n----      ----\nCy        cy@b.se', [1, 4], [2]],
  ['below a title', 'The team\n| Name | Mail |\n|---|---|\n| Cy | cy@b.se |', [4], [1, 2]],
  ['of JSON, whose headings stand nowhere', '[{"mail":"anna@b.se"}]', [1], []],
])('nobody of a table %s is taken for a heading, and headings are named', (_name, text, lines, headings) => {
  const { table, rows } = parseTable(text, undefined);
  expect(rows.map(({ line }) => line)).toEqual(lines);
  expect(table.headings.map(({ line }) => line)).toEqual(headings);
});

test('JSON with a person for each property, several lists and words between keeps everybody', () => {
  const entries = (value: string): string[] => {
    const parsed = parseTable(value, undefined);
    return listEntries(parsed, parsed.table.columnOrder[0] ?? 0).map((entry) => entry.text);
  };
  expect(entries('{"value":[{"mail":"a@b.se"}]}\n{"value":[{"mail":"c@b.se"}]}')).toEqual([
    'a@b.se',
    'c@b.se',
  ]);
  expect(entries('{"a@b.se":{"sku":"E3"},"c@b.se":{"sku":"E5"}}')).toEqual(['a@b.se', 'c@b.se']);
  expect(entries('{"Sales":["a@b.se"],"IT":["c@b.se"]}')).toEqual(['a@b.se', 'c@b.se']);
  expect(entries('{"requestedBy":{"mail":"boss@b.se"},"users":[{"mail":"a@b.se"}]}')).toEqual(['a@b.se']);
  expect(entries('{"values":[["a@b.se","x@b.se"],["c@b.se"]]}')).toEqual(['a@b.se', 'x@b.se', 'c@b.se']);
  expect(entries('{"displayName":"Sales","members":[{"mail":"a@b.se"}],"tags":[{"mail":"t@b.se"}]}')).toEqual(
    ['a@b.se'],
  );
  expect(entries('[{"mail":"a@b.se"}]\nc@b.se')).toEqual(['a@b.se', 'c@b.se']);
});

test('cards keep a row each: named by parts, by nothing but a telephone, and with words between them', () => {
  const cards = [
    'BEGIN:VCARD',
    'N;ENCODING=QUOTED-PRINTABLE:=C3=96be=',
    'rg;=C3=85sa;;;',
    'END:VCARD',
    'bo@b.se',
    'BEGIN:VCARD',
    'TEL:+46 1',
    'END:VCARD',
    'BEGIN:VCARD',
    'N:Lind\\;Berg;Anna',
    'FN:Anna Lind',
  ];
  const parsed = parseTable(cards.join('\r\n'), undefined);
  expect(
    listEntries(parsed, parsed.table.columnOrder[0] ?? 0).map(({ text, lines }) => [text, ...lines]),
  ).toEqual([
    ['Åsa Öberg', 1],
    ['bo@b.se', 5],
    ['+46 1', 6],
    ['Anna Lind', 9],
  ]);
});

test('a text of more than 20 MB is refused', () => {
  const text = 'a'.repeat(20 * 1024 * 1024 + 1);
  expect(() => parseTable(text, undefined)).toThrow(
    expect.objectContaining({ code: 'file-too-large' }) as AppError,
  );
});

test('of many faults the first thousand are told, and how many there are', () => {
  const { table } = parseTable(`a@b\n${'"x\n'.repeat(1500)}c@d`, undefined);
  expect(table.faults).toHaveLength(1000);
  expect(table.faultCount).toBe(1500);
});

const anyText = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    ' ',
    '@',
    '<',
    '>',
    "'",
    '=',
    '\0',
    '\uFEFF',
    '1',
  ),
  maxLength: 200,
});

/** Lines that a table says something about: they name somebody, or are headings, titles or faults. */
function accountedLines(parsed: ParsedTable, column: number): Set<number> {
  const { headingLines, faults } = parsed.table;
  const named = listEntries(parsed, column).flatMap(({ lines }) => lines);
  return new Set([...named, ...headingLines, ...faults.map(({ line }) => line)]);
}

test('of any text each row is accounted for by its line, whatever the column', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseTable(text, undefined);
      const lineCount = text.split(/\r\n?|\n/).length;
      for (const column of parsed.table.columns.keys()) {
        const accounted = accountedLines(parsed, column);
        expect(parsed.rows.map(({ line }) => line).filter((line) => !accounted.has(line))).toEqual([]);
        expect([...accounted].every((line) => line >= 1 && line <= lineCount)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

const anyCell = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '-',
    'Name',
    'User',
    'E-mail',
    'Manager Email',
    'Anna Lind',
    'Lind, Anna',
    '5',
    'n/a',
  ),
  fc.constantFrom(
    'anna@contoso.com',
    'Bo <bo@contoso.com>',
    'a@b; c@d',
    '{SMTP:a@b, smtp:c@d}',
    'x@',
    'cy lind@b.se',
  ),
  fc.constant('1c0b9a34-7f0e-4a5c-9a39-0d3f6a6f1d11'),
);

test('of a random table no line is lost: each is an entry, a heading, or blank', () => {
  const tables = fc.record({
    rows: fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineBreak: fc.constantFrom('\n', '\r\n'),
  });
  fc.assert(
    fc.property(tables, ({ rows, delimiter, lineBreak }) => {
      const quote = (cell: string): string => (/[,;|]/.test(cell) ? `"${cell}"` : cell);
      const lines = rows.map((cells) => cells.map(quote).join(delimiter));
      const parsed = parseTable(lines.join(lineBreak), undefined);
      const lastFilled = lines.findLastIndex((line) => /[^,;|\s"-]/.test(line));
      for (const column of parsed.table.columns.keys()) {
        const accounted = accountedLines(parsed, column);
        const lost = [...lines.keys()].filter((index) => index <= lastFilled && !accounted.has(index + 1));
        expect(lost.map((index) => lines[index])).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('any bytes are a table or one of the named errors', () => {
  const start = fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x50, 0x4b]);
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 3000 }), (mark, bytes) => {
      try {
        const { text, encoding } = decodeText(Uint8Array.of(...mark, ...bytes));
        listEntries(parseTable(text, encoding), 0);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(AppError);
        expect((thrown as AppError).code).toBe('file-unreadable');
      }
    }),
    { numRuns: 500 },
  );
});
