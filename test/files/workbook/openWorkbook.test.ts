// cspell:locale en-US,sv
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  openBytes,
  readCells,
  readParts,
  rowXml,
  sheetXml,
  stringsXml,
  stylesXml,
  zipWorkbook,
} from './makeWorkbook';

const strict = 'http://purl.oclc.org/ooxml';
const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(__dirname, 'fixtures', name)));
const sheet1 = 'xl/worksheets/sheet1.xml';

const three = [
  ['Anna Lind', 'anna.lind@contoso.com', '00123'],
  ['Bo Ek', 'bo.ek@contoso.com', '00124'],
  ['Åsa Öberg', 'asa.oberg@contoso.com', '00125'],
] as const;
const withDate = (date: string): string[][] => three.map((cells) => [...cells, date]);

describe('files saved by several programs', () => {
  test.each<[string, string, string[], readonly (readonly string[])[]]>([
    ['xlsxwriter.xlsx', 'People', ['Name', 'Mail', 'Employee ID', 'Hired'], withDate('1 Mar 2026')],
    ['sheetjs.xlsx', 'Personer', ['Name', 'Mail', 'Employee ID'], three],
    [
      'gnumeric.xlsx',
      'people.csv',
      ['Name', 'Mail', 'Employee ID'],
      three.map(([n, m, id]) => [n, m, String(Number(id))]),
    ],
    [
      'write-excel-file.xlsx',
      'Sheet1',
      ['Name', 'Mail', 'Hired'],
      three.map(([n, m]) => [n, m, '2026-03-01']),
    ],
  ])('%s', async (name, sheet, heading, body) => {
    const workbook = await openBytes(fixture(name));
    expect(workbook.sheets).toEqual([sheet]);
    expect(await workbook.readSheet(0)).toEqual({
      rows: [heading, ...body].map((cells, index) => ({ line: index + 1, cells })),
      faults: [],
    });
  });

  test('xlsx-populate.xlsx, a list without headings', async () => {
    const { rows } = await (await openBytes(fixture('xlsx-populate.xlsx'))).readSheet(0);
    expect(rows).toEqual(three.map((cells, index) => ({ line: index + 1, cells })));
  });

  test('exceljs.xlsx: sheets that are shown, runs of text, links, results, errors and merged cells', async () => {
    const workbook = await openBytes(fixture('exceljs.xlsx'));
    expect(workbook.sheets).toEqual(['People', 'Leavers']);
    expect(await workbook.readSheet(0)).toEqual({
      rows: [
        { line: 1, cells: ['Display name', 'User principal name', 'Employee ID', 'Hired', 'Number'] },
        { line: 2, cells: ['Anna Lind', 'anna.lind@contoso.com', '00123', '01/03/2026', '123456789012345'] },
        { line: 4, cells: ['Bo Ek', 'bo.ek@contoso.com'] },
        { line: 5, cells: ['Åsa Öberg <asa.oberg@contoso.com>', 'asa.oberg@contoso.com'] },
        { line: 6, cells: ['Gone', '#REF!'] },
        { line: 8, cells: ['merged@contoso.com'] },
      ],
      faults: [
        { line: 3, kind: 'empty' },
        { line: 6, kind: 'cell-error', column: 1 },
        { line: 7, kind: 'empty' },
      ],
    });
    expect((await workbook.readSheet(1)).rows).toEqual([
      { line: 1, cells: ['UPN'] },
      { line: 2, cells: ['eva@contoso.com'] },
    ]);
  });

  test.each([
    ['openpyxl.xlsx', '', [{ line: 5, kind: 'formula-without-result', column: 1 }]],
    ['libreoffice.xlsx', 'x@contoso.com', []],
  ])(
    '%s: a formula is read by the result that is in the file, and hidden rows are named',
    async (name, result, faults) => {
      const workbook = await openBytes(fixture(name));
      expect(workbook.sheets).toEqual(['People', 'Leavers']);
      const read = await workbook.readSheet(0);
      expect(read.rows.slice(1)).toEqual([
        ...withDate('2026-03-01').map((cells, index) => ({ line: index + 2, cells })),
        { line: 5, cells: ['Formula', result, '1'] },
      ]);
      expect(read.faults).toEqual([{ line: 3, kind: 'hidden-row' }, ...faults]);
    },
  );
});

describe('cells', () => {
  test('strings are read without pronunciation, in runs, with their spaces and escapes', async () => {
    const strings = stringsXml([
      '<t>課長</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh><phoneticPr fontId="1"/>',
      '<r><t xml:space="preserve">Anna </t></r><r><rPr><b/></rPr><t>Lind</t></r>',
      '<t>a_x000D_b _x005F_x000D_ _x0041_</t>',
      '<t><![CDATA[A & B]]> &amp; C&#229;</t>',
      '',
    ]);
    const cells = [0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(await readCells(`${cells}<c><v>1</v></c>`, { 'xl/sharedStrings.xml': strings })).toEqual([
      '課長',
      'Anna Lind',
      'a\rb _x000D_ A',
      'A & B & Cå',
      '',
      '1',
    ]);
  });

  test.each([
    [
      'an inline string',
      '<c t="inlineStr"><is><r><t>Bo</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      'Bo',
    ],
    ['the result of a formula', '<c t="str"><f>A1&amp;"b"</f><v>a@b</v></c>', 'a@b'],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['an ISO date', '<c t="d"><v>2026-03-01T00:00:00.000</v></c>', '2026-03-01'],
    ['an ISO date with a time', '<c t="d"><v>2026-03-01T12:30:05Z</v></c>', '2026-03-01 12:30:05'],
    ['a text that is no number', '<c><v>one</v></c>', 'one'],
    [
      'a link by formula',
      '<c t="str"><f>HYPERLINK("mailto:a@b.example","Anna")</f><v>Anna</v></c>',
      'Anna <a@b.example>',
    ],
    ['an escape of the app’s own exports', `<c t="inlineStr"><is><t>'=a@b</t></is></c>`, '=a@b'],
    [
      'an address under a link to another',
      '<c t="str"><f>HYPERLINK("mailto:a@b.example")</f><v>c@d.example</v></c>',
      'c@d.example',
    ],
  ])('%s', async (_name, cell, shown) => {
    expect(await readCells(cell)).toEqual([shown]);
  });

  test('rows and cells may leave out their references; those that have one keep their place', async () => {
    const rows =
      '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row><c r="AA7"><v>4</v></c></row><row><c><v>5</v></c></row><row r="20"/>';
    expect((await readParts({ [sheet1]: sheetXml(rows) })).rows).toEqual([
      { line: 1, cells: ['1', '', '2', '3'] },
      { line: 7, cells: [...Array.from({ length: 26 }, () => ''), '4'] },
      { line: 8, cells: ['5'] },
    ]);
  });

  test('a number of more digits than Excel keeps is named', async () => {
    const cells = '<c><v>1234567890123456</v></c><c><v>1.2345678901234501E+19</v></c>';
    const { rows, faults } = await readParts({ [sheet1]: rowXml(cells) });
    expect(rows).toEqual([{ line: 1, cells: ['1234567890123456', '12345678901234500000'] }]);
    expect(faults).toEqual([{ line: 1, kind: 'long-number', column: 0 }]);
    expect((await readParts({ [sheet1]: rowXml('<c><v>123456789012345</v></c>') })).faults).toEqual([]);
  });

  test('what is past the limits of a table is named by its row', async () => {
    const rows = `<row r="3"><c t="inlineStr"><is><t>${'x'.repeat(32_768)}</t></is></c></row><row r="5"><c r="XFD5"><v>1</v></c></row><row r="6"><c t="inlineStr"><is><t>a_x0000_b</t></is></c></row>`;
    const { rows: read, faults } = await readParts({ [sheet1]: sheetXml(rows) });
    expect(read.map(({ line, cells }) => [line, cells[0]?.length])).toEqual([
      [3, 32_767],
      [6, 3],
    ]);
    expect(faults.filter(({ kind }) => kind !== 'empty')).toEqual([
      { line: 3, kind: 'too-long', column: 0 },
      { line: 5, kind: 'too-many-columns' },
      { line: 6, kind: 'control-characters', column: 0 },
    ]);
    const late = sheetXml('<row r="200001"><c><v>1</v></c></row>');
    await expect(readParts({ [sheet1]: late })).rejects.toMatchObject({ code: 'file-too-long' });
    const unfilled = sheetXml(
      '<row r="1"><c><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>',
    );
    expect((await readParts({ [sheet1]: unfilled })).rows).toHaveLength(1);
  });

  test('a link to an address stands beside the name, of one cell alone', async () => {
    const rest =
      '<hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="B1:C1" r:id="rId1"/><hyperlink ref="D1" location="Sheet2!A1"/></hyperlinks>';
    const cells = ['Anna', 'Bo', 'Eva', 'Åsa'].map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`);
    const parts = {
      [sheet1]: sheetXml(`<row r="1">${cells.join('')}</row>`, rest),
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="x"><Relationship Id="rId1" Type="${strict}/hyperlink" Target="mailto:anna%40contoso.com?subject=Hi" TargetMode="External"/></Relationships>`,
    };
    expect((await readParts(parts)).rows[0]?.cells).toEqual(['Anna <anna@contoso.com>', 'Bo', 'Eva', 'Åsa']);
  });
});

describe('workbooks', () => {
  test('a strict one with prefixes, in UTF-16, with parts elsewhere', async () => {
    const strictMain = `${strict}/spreadsheetml/main`;
    const type = `${strict}/officeDocument/relationships`;
    const parts = {
      '_rels/.rels': `<Relationships xmlns="p"><Relationship Id="r" Type="${type}/officeDocument" Target="/book/main.xml"/></Relationships>`,
      'book/main.xml': `<x:workbook xmlns:x="${strictMain}" xmlns:q="${type}"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="Ett &amp; två" sheetId="7" q:id="s"/></x:sheets></x:workbook>`,
      'book/_rels/main.xml.rels': `<Relationships xmlns="p"><Relationship Id="s" Type="${type}/worksheet" Target="../sheets/.\\one.xml"/><Relationship Id="t" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
      'book/styles.xml': stylesXml('yyyy-mm-dd'),
      'sheets/one.xml': Buffer.from(
        `\uFEFF<x:worksheet xmlns:x="${strictMain}" xmlns:y="y"><x:sheetData><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>Åsa</x:t></x:is></x:c><y:c r="B2"><y:v>1</y:v></y:c><x:c r="C2" s="1"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        'utf16le',
      ),
    };
    const workbook = await openBytes(zipWorkbook(parts));
    expect(workbook.sheets).toEqual(['Ett & två']);
    expect((await workbook.readSheet(0)).rows).toEqual([{ line: 2, cells: ['Åsa', '', '1904-01-01'] }]);
  });

  test('hidden sheets and charts are left out; names of parts differ in case and slashes', async () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const sheets = ['hidden', 'veryHidden', 'visible', undefined].map(
      (state, index) =>
        `<sheet name="S${index}" r:id="r${index}" ${state === undefined ? '' : `state="${state}"`}/>`,
    );
    const targets = sheets.map(
      (_, index) => `<Relationship Id="r${index}" Type="${type}/worksheet" Target="Worksheets\\Sheet1.xml"/>`,
    );
    const workbook = await openBytes(
      zipWorkbook({
        'xl/workbook.xml': `<workbook xmlns:r="${type}"><sheets>${sheets.join('')}<sheet name="Chart" r:id="c"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}<Relationship Id="c" Type="${type}/chartsheet" Target="chart.xml"/></Relationships>`,
        [sheet1]: rowXml('<c><v>1</v></c>'),
      }),
    );
    expect(workbook.sheets).toEqual(['S2', 'S3']);
    expect((await workbook.readSheet(1)).rows).toHaveLength(1);
  });

  test('one without strings and styles is read', async () => {
    const parts = {
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
    };
    expect(await readCells('<c><v>1</v></c><c s="4"><v>2.50</v></c>', parts)).toEqual(['1', '2.5']);
  });

  test.each([
    ['a sheet that is cut off', { [sheet1]: sheetXml('<row r="1"/>').slice(0, -3) }],
    [
      'a sheet that is missing',
      {
        'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId9"/></sheets></workbook>',
      },
    ],
    ['a string that is missing', { [sheet1]: rowXml('<c t="s"><v>5</v></c>') }],
    [
      'rows out of order',
      { [sheet1]: sheetXml('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>') },
    ],
    ['a row that no sheet has', { [sheet1]: sheetXml('<row r="1048577"><c><v>1</v></c></row>') }],
    ['an entity', { [sheet1]: rowXml('<c t="str"><v>&lol;</v></c>') }],
    ['nested elements', { [sheet1]: '<a>'.repeat(100_000) }],
    ['a text without end', { [sheet1]: rowXml(`<c t="str"><v>${'x'.repeat(1_200_000)}</v></c>`) }],
    ['a tag without end', { [sheet1]: `<worksheet ${'x="1" '.repeat(300_000)}/>` }],
  ])('%s can’t be read', async (_name, parts) => {
    await expect(readParts(parts)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('an entity bomb is refused at its document type', async () => {
    const lines = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
    const bomb = `<!DOCTYPE s [<!ENTITY l0 "lol">${lines.join('')}]><sst><si><t>&l9;</t></si></sst>`;
    await expect(readParts({ 'xl/sharedStrings.xml': bomb })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});
