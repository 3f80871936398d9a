import { AppError } from '../../base/appError';
import { limits } from '../limits';
import { findWorkbookPart, openWorkbook, type Workbook } from './openWorkbook';
import { openZipArchive, type ZipArchive } from './zipArchive';

/** Formats that are recognized and not read, by names that are the same in every language. */
const names = {
  xls: 'Excel 97–2003 (.xls)',
  xlsb: 'Excel Binary (.xlsb)',
  ods: 'OpenDocument (.ods)',
  numbers: 'Apple Numbers (.numbers)',
  pdf: 'PDF (.pdf)',
  word: 'Word (.docx)',
  powerPoint: 'PowerPoint (.pptx)',
  zip: 'Zip (.zip)',
} as const;

const refuse = (format: keyof typeof names): never => {
  throw new AppError('file-format-unsupported', { faults: [names[format]] });
};

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** True if a file has a name as directories of compound files do, in UTF-16 (MS-CFB, 2.6.1). */
function hasName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** Tells the files apart that Office keeps in the format that was before zip. */
function refuseCompoundFile(bytes: Uint8Array): never {
  // A protected workbook is wrapped whole (MS-OFFCRYPTO, 2.3).
  if (hasName(bytes, 'EncryptedPackage')) throw new AppError('file-encrypted');
  if (hasName(bytes, 'Workbook') || hasName(bytes, 'Book')) return refuse('xls');
  throw new AppError('file-unreadable');
}

function refuseArchive(archive: ZipArchive): never {
  if (archive.has('xl/workbook.bin')) return refuse('xlsb');
  if (archive.has('word/document.xml')) return refuse('word');
  if (archive.has('ppt/presentation.xml')) return refuse('powerPoint');
  if (archive.has('Index/Document.iwa') || archive.has('Index.zip')) return refuse('numbers');
  // Texts and drawings of OpenDocument have these parts too.
  return refuse(archive.has('META-INF/manifest.xml') && archive.has('content.xml') ? 'ods' : 'zip');
}

/**
 * Opens a workbook; undefined for a file that may be text. Throws AppError `file-format-unsupported` for known formats
 * that aren't read, `file-encrypted`, `file-too-large`, and `file-unreadable` for what is damaged.
 */
export async function openWorkbookFile(bytes: Uint8Array<ArrayBuffer>): Promise<Workbook | undefined> {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuseCompoundFile(bytes);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refuse('pdf');
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) && !startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return undefined;
  const archive = openZipArchive(bytes);
  const part = await findWorkbookPart(archive, { bytesLeft: limits.unpackedBytes });
  if (part === undefined || part.endsWith('.bin')) return refuseArchive(archive);
  return openWorkbook(archive, part);
}
