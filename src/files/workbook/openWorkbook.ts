import { AppError } from '../../base/appError';
import { limits } from '../limits';
import { compileNumberFormat, type NumberDisplay } from './formatNumber';
import { isTrue, readRelationships, relationshipIdOf } from './relationships';
import { readSheet, type SharedParts, type SheetRows } from './readSheet';
import { readXml } from './readXml';
import { createTextCollector } from './textCollector';
import type { UnpackBudget, ZipArchive } from './zipArchive';

/** A workbook in the format of Excel, its sheets that are shown, and the rows of each. */
export interface Workbook {
  /** Names, in the order of their tabs. */
  readonly sheets: readonly string[];
  /** Throws AppError `file-too-large`, `file-too-long`, `file-unreadable`. */
  readSheet(index: number): Promise<SheetRows>;
}

interface SheetEntry {
  readonly name: string;
  readonly relationshipId: string;
}

interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly isFrom1904: boolean;
}

/** More than the strings that fit into 200 MB, unless most are empty. */
const maxStrings = 8_000_000;

async function readWorkbookPart(
  archive: ZipArchive,
  part: string,
  budget: UnpackBudget,
): Promise<WorkbookPart> {
  const sheets: SheetEntry[] = [];
  let isFrom1904 = false;
  await readXml(archive.read(part, budget), {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      sheets.push({ name: attributes['name'] ?? '', relationshipId: relationshipIdOf(attributes) });
    },
  });
  return { sheets, isFrom1904 };
}

/** The texts that cells share: runs of rich text are joined, pronunciation is left out. */
async function readStrings(archive: ZipArchive, part: string, budget: UnpackBudget): Promise<string[]> {
  const strings: string[] = [];
  const collector = createTextCollector();
  await readXml(archive.read(part, budget), {
    open(name) {
      if (name === 'si') collector.start();
      else collector.open(name);
    },
    text: collector.text,
    close(name) {
      if (name !== 'si') {
        collector.close(name);
        return;
      }
      if (strings.length >= maxStrings) throw new AppError('file-too-large');
      strings.push(collector.take());
    },
  });
  return strings;
}

/** The displays of numbers, one for each style. */
async function readStyles(archive: ZipArchive, part: string, budget: UnpackBudget): Promise<NumberDisplay[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let section = '';
  await readXml(archive.read(part, budget), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmts' || name === 'cellXfs') section = name;
      if (name === 'numFmt' && section === 'numFmts') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'xf' && section === 'cellXfs') ids.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === section) section = '';
    },
  });
  const displays = new Map<number, NumberDisplay>();
  return ids.map((id) => {
    const display = displays.get(id) ?? compileNumberFormat(id, codes.get(id));
    displays.set(id, display);
    return display;
  });
}

/** The part that is the workbook; `undefined` where the archive has none. */
export async function findWorkbookPart(
  archive: ZipArchive,
  budget: UnpackBudget,
): Promise<string | undefined> {
  const start = await readRelationships(archive, '', budget);
  const part = start.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  return archive.has(part) ? part : undefined;
}

/**
 * Opens a workbook from its archive. What is read of it, unpacked, is at most 200 MB for each sheet.
 * Throws AppError `file-too-large`, `file-encrypted`, and `file-unreadable` for a damaged one.
 */
export async function openWorkbook(archive: ZipArchive, part: string): Promise<Workbook> {
  const budget: UnpackBudget = { bytesLeft: limits.unpackedBytes };
  const related = await readRelationships(archive, part, budget);
  const { sheets, isFrom1904 } = await readWorkbookPart(archive, part, budget);
  const targets = new Map(related.map(({ id, type, target }) => [id, { type, target }]));
  // Sheets of charts and dialogs have no rows.
  const worksheets = sheets.flatMap(({ name, relationshipId }) => {
    const found = targets.get(relationshipId);
    return found?.type === 'worksheet' ? [{ name, part: found.target }] : [];
  });
  const partOf = (type: string): string | undefined =>
    related.find((each) => each.type === type && archive.has(each.target))?.target;
  const [stringsPart, stylesPart] = [partOf('sharedStrings'), partOf('styles')];
  const shared: SharedParts = {
    strings: stringsPart === undefined ? [] : await readStrings(archive, stringsPart, budget),
    displays: stylesPart === undefined ? [] : await readStyles(archive, stylesPart, budget),
    isFrom1904,
  };
  return {
    sheets: worksheets.map(({ name }) => name),
    async readSheet(index) {
      const sheet = worksheets[index];
      if (!sheet) throw new AppError('file-unreadable', { cause: new Error('no such sheet') });
      return readSheet(archive, sheet.part, shared, { ...budget });
    },
  };
}
