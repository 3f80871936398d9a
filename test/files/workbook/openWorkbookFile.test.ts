import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { AppError } from '../../../src/base/appError';
import { openWorkbookFile } from '../../../src/files/workbook/openWorkbookFile';
import { zipWorkbook } from './makeWorkbook';

const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(__dirname, 'fixtures', name)));
const zipOf = (...names: string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')]))));
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

async function failureOf(bytes: Uint8Array<ArrayBuffer>): Promise<[string, readonly string[]]> {
  const { code, faults } = (await openWorkbookFile(bytes).catch((error: unknown) => error)) as AppError;
  return [code, faults];
}

test.each([
  ['sheetjs.xls', fixture('sheetjs.xls'), 'Excel 97–2003 (.xls)'],
  ['sheetjs.xlsb', fixture('sheetjs.xlsb'), 'Excel Binary (.xlsb)'],
  ['sheetjs.ods', fixture('sheetjs.ods'), 'OpenDocument (.ods)'],
  ['a document of Word', zipOf('[Content_Types].xml', 'word/document.xml'), 'Word (.docx)'],
  ['a presentation', zipOf('ppt/presentation.xml'), 'PowerPoint (.pptx)'],
  ['a sheet of Numbers', zipOf('Index/Document.iwa'), 'Apple Numbers (.numbers)'],
  ['a PDF', bytesOf('%PDF-1.7'), 'PDF (.pdf)'],
  ['another archive', zipOf('people.csv'), 'Zip (.zip)'],
  ['an empty archive', zipOf(), 'Zip (.zip)'],
])('%s is named', async (_name, bytes, format) => {
  expect(await failureOf(bytes)).toEqual(['file-format-unsupported', [format]]);
});

test('a protected workbook says so', async () => {
  expect(await failureOf(fixture('protected.xlsx'))).toEqual(['file-encrypted', []]);
});

test.each([
  ['the beginning of a zip', bytesOf('PK\x03\x04 and so on')],
  ['a workbook that is cut off', fixture('exceljs.xlsx').slice(0, 5000)],
  ['another file of Office', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0x41)],
])('%s can’t be read', async (_name, bytes) => {
  expect(await failureOf(bytes)).toEqual(['file-unreadable', []]);
});

test('what may be text is left to others', async () => {
  expect(await openWorkbookFile(bytesOf('PKK,name'))).toBeUndefined();
  expect(await openWorkbookFile(new Uint8Array())).toBeUndefined();
});

test('a workbook that unpacks to a thousand times its size is refused within its first pieces', async () => {
  const rows = '<row/>'.repeat(3_000_000);
  const bytes = zipWorkbook({ 'xl/sharedStrings.xml': `<sst>${rows}</sst>` });
  expect(bytes.length).toBeLessThan(60_000);
  expect(await failureOf(bytes)).toEqual(['file-unreadable', []]);
});
