// cspell:ignore apos
import { AppError } from '../base/appError';
import { limits } from './limits';
import { refuseManyRows, type ReadText } from './readText';
import type { TableRow } from './tableRow';
import { withAddress } from './workbook/mailLinks';

/** HTML that spreadsheets and HR tools save as .xls, and Excel's XML of 2003. */
const isMarkup = /<(?:table|tr|(?:ss:)?workbook)[\s>]/i;
const beginsAsMarkup =
  /^\s*(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype|html|head|body|meta|style|table|div|\?xml|\?mso)/i;
const startSize = 4_000;
const rowTag = /<(tr|row)(?:\s[^>]{0,1000})?>/gi;
const cellTag = /<(t[dh]|cell)((?:\s[^>]{0,1000})?)>/gi;
/** A tag; an address in angle brackets that was not escaped is none. */
const anyTag = /<(?:\/?[a-z][\w:-]*(?=[\s/>])|[!?])[^<>]{0,1000}>/gi;
const mailLink = /\shref\s*=\s*["']?mailto:([^"'?>\s]+)/i;
const cellIndex = /\bss:index="(\d{1,4})"/i;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The text of a cell: tags left out, those that break lines as breaks. */
function textOf(markup: string): string {
  const plain = markup
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/li)\b[^>]{0,1000}>/gi, '\n')
    .replace(anyTag, '');
  return decodeEntities(plain).trim();
}

/** Text of a cell, with the address that it links to. */
function readCellText(attributes: string, content: string): string {
  const link = mailLink.exec(attributes) ?? mailLink.exec(content);
  return withAddress(textOf(content), link?.[1] === undefined ? undefined : decodeEntities(link[1]));
}

/** Lists the cells of a row; one beyond the most columns ends it, and is cut later. */
function cellsOf(row: string): string[] {
  const cells: string[] = [];
  const tags = [...row.matchAll(cellTag)];
  for (const [index, tag] of tags.entries()) {
    if (cells.length > limits.columns) break;
    const content = row.slice(tag.index + tag[0].length, tags[index + 1]?.index ?? row.length);
    // Excel's XML leaves blank cells out and numbers the next.
    const place = Math.min(Number(cellIndex.exec(tag[2] ?? '')?.[1] ?? 0), limits.columns + 1);
    while (cells.length < place - 1) cells.push('');
    cells.push(tag[0].endsWith('/>') ? '' : readCellText(tag[2] ?? '', content));
  }
  return cells;
}

/** Reads the rows of tables in HTML or Excel's XML. Their lines are numbers of rows, as a spreadsheet shows them. */
export function readMarkup(text: string): ReadText | undefined {
  const start = text.slice(0, startSize);
  if (!beginsAsMarkup.test(start) || !isMarkup.test(text)) return undefined;
  const tags = [...text.matchAll(rowTag)];
  refuseManyRows(tags.length);
  let cellCount = 0;
  const rows = tags.map((tag, index): TableRow => {
    const end = tags[index + 1]?.index ?? text.length;
    const cells = cellsOf(text.slice(tag.index + tag[0].length, end));
    cellCount += cells.length;
    // Only blank cells that a number stands for are more than the characters of the largest text.
    if (cellCount > limits.bytes) throw new AppError('file-too-large');
    return { line: index + 1, cells };
  });
  return rows.length === 0 ? undefined : { rows, faults: [], delimiter: 'HTML' };
}
