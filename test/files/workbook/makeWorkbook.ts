import { strToU8, zipSync, type Zippable } from 'fflate';
import { openWorkbookFile } from '../../../src/files/workbook/openWorkbookFile';
import type { Workbook } from '../../../src/files/workbook/openWorkbook';
import type { SheetRows } from '../../../src/files/workbook/readSheet';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelated = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** XML of the parts of a workbook by their names; what is left out is as Excel would write it. */
type Parts = Readonly<Record<string, string | Uint8Array>>;

const toRelationships = (entries: string): string =>
  `<Relationships xmlns="${packageRelated}">${entries}</Relationships>`;
const toRelationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${related}/${type}" Target="${target}"/>`;

/** A sheet with these rows, and what follows them. */
export function sheetXml(rows: string, rest = ''): string {
  return `<worksheet xmlns="${main}" xmlns:r="${related}"><sheetData>${rows}</sheetData>${rest}</worksheet>`;
}

/** A sheet with these cells in its first row. */
export const rowXml = (cells: string): string => sheetXml(`<row r="1">${cells}</row>`);

/** Shared strings. */
export const stringsXml = (items: readonly string[]): string =>
  `<sst xmlns="${main}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;

/** Styles with the formats in their order, from number 1. */
export function stylesXml(...codes: string[]): string {
  const formats = codes.map(
    (code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = codes.map((_, index) => `<xf numFmtId="${170 + index}"/>`);
  return `<styleSheet xmlns="${main}"><numFmts>${formats.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

/** Zips a workbook of one sheet, of which parts are replaced or added. */
export function zipWorkbook(parts: Parts, level: 0 | 6 = 6): Uint8Array<ArrayBuffer> {
  const all: Parts = {
    '_rels/.rels': toRelationships(toRelationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${related}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': toRelationships(
      toRelationship('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        toRelationship('rId2', 'sharedStrings', 'sharedStrings.xml') +
        toRelationship('rId3', 'styles', 'styles.xml'),
    ),
    'xl/sharedStrings.xml': stringsXml([]),
    'xl/styles.xml': stylesXml(),
    'xl/worksheets/sheet1.xml': sheetXml(''),
    ...parts,
  };
  const files: Zippable = {};
  for (const [name, content] of Object.entries(all))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return new Uint8Array(zipSync(files, { level }));
}

/** Zips a workbook of sheets with one text in each row; the first row of a sheet stands on `firstLine`. */
export function zipSheets(
  sheets: Readonly<Record<string, readonly string[]>>,
  firstLines: Readonly<Record<string, number>> = {},
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(sheets);
  const ids = entries.map((_, index) => `rId${index + 1}`);
  const toRow = (text: string, line: number): string =>
    `<row r="${line}"><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const parts = entries.map(([name, rows], index): [string, string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(rows.map((text, place) => toRow(text, place + (firstLines[name] ?? 1))).join('')),
  ]);
  const list = entries.map(([name], index) => `<sheet name="${name}" r:id="${ids[index] ?? ''}"/>`);
  // Stored: jsdom has nothing that unpacks.
  return zipWorkbook(
    {
      ...Object.fromEntries(parts),
      'xl/workbook.xml': `<workbook xmlns:r="${related}"><sheets>${list.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': toRelationships(
        ids.map((id, index) => toRelationship(id, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join(''),
      ),
    },
    0,
  );
}

/** Opens bytes that are a workbook. */
export async function openBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Workbook> {
  const workbook = await openWorkbookFile(bytes);
  if (!workbook) throw new Error('This is no workbook.');
  return workbook;
}

/** Reads the first sheet of a workbook of these parts. */
export async function readParts(parts: Parts): Promise<SheetRows> {
  return (await openBytes(zipWorkbook(parts))).readSheet(0);
}

/** Reads what the cells of the first row show. */
export async function readCells(cells: string, parts: Parts = {}): Promise<readonly string[]> {
  const { rows } = await readParts({ 'xl/worksheets/sheet1.xml': rowXml(cells), ...parts });
  return rows[0]?.cells ?? [];
}
