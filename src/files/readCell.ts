import { parseDomainAccount } from '../base/accountName';
import { isGuid } from '../base/ids';
import { findAddresses, isPlainAddress } from './findAddresses';
import type { ColumnKind, LineEntry } from './types';

/** One person or group that a cell asks for. */
type CellContent = Pick<LineEntry, 'text' | 'kind' | 'suspicion'>;

/** Characters without a width that programs leave in copied text; those that join letters (U+200C, U+200D) have a meaning. */
const zeroWidth = /[\u200B\u2060\uFEFF\u00AD]/g;
const hasUnusual = /[^\S ]| {2}|[\u200B\u2060\uFEFF\u00AD]/;
/** Texts that stand for a blank cell. */
const placeholder = /^(?:[-–—?.]+|#?n\/a|null|none|nil|nan|undefined|\(blank\)|\(none\)|unknown)$/i;
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** Text around an id: no words, or a label, a path or a bracket right before it. */
const noWords = /^[^\p{L}]*$/u;
const labelled = /[:=/|(<[{]\s*["']?$/;

/** The cell with its white space folded, and without characters that have no width. */
export function trimCell(cell: string): string {
  const text = cell.trim();
  return hasUnusual.test(text) ? text.replace(zeroWidth, '').replace(/\s+/g, ' ').trim() : text;
}

/** True if there is nothing in a cell but white space and characters without a width. */
export function isBlank(cell: string): boolean {
  // Most cells begin with a letter, and need no second look.
  return !(cell.charCodeAt(0) > 0x20 && cell.charCodeAt(0) < 0x80) && trimCell(cell) === '';
}

const drawn = /^[-–—_=*.•|~#\s]*$/;

/** True if a cell names nothing: it is blank, or a line that was drawn with characters. */
export function isBlankOrLine(cell: string): boolean {
  return isBlank(cell) || drawn.test(cell);
}

/** Finds ids that stand by themselves, or after a label, in a path or in brackets. */
function findIds(text: string, column: ColumnKind): string[] {
  const pieces = text.split(guid);
  if (pieces.length === 1) return [];
  const isAlone = pieces.every(
    (piece, index) => noWords.test(piece) && (index === 0 || !/^[\w-]/.test(piece)),
  );
  const isLabelled =
    pieces.slice(0, -1).every((piece) => labelled.test(piece)) && !/^[\w-]/.test(pieces.at(-1) ?? '');
  if (!isAlone && (column === 'display-name' || !isLabelled)) return [];
  return text.match(guid) ?? [];
}

function readNames(text: string, kind: ColumnKind): CellContent[] {
  const content = (name: string): CellContent => ({
    text: name,
    kind: kind === 'other' ? 'display-name' : kind,
    suspicion: undefined,
  });
  const quoted = /^'([^']+)'$/.exec(text)?.[1];
  if (!/[;\r\n]/.test(text)) return [content(trimCell(quoted ?? text))];
  const names = text.split(/[;\r\n]+/).map(trimCell);
  return names.filter((name) => name !== '').map(content);
}

/** Reads a cell by its shape, where it has one, else by what its column holds. Empty where it is blank. */
export function readCell(cell: string, column: ColumnKind): readonly CellContent[] {
  if (isPlainAddress(cell)) return [{ text: cell, kind: 'address', suspicion: undefined }];
  const text = hasUnusual.test(cell) ? cell.replace(zeroWidth, '').trim() : cell.trim();
  if (text === '' || placeholder.test(text)) return [];
  if (text.length >= 36 && guid.test(text)) {
    guid.lastIndex = 0;
    if (isGuid(text)) return [{ text, kind: 'object-id', suspicion: undefined }];
    const ids = findIds(text, column);
    if (ids.length > 0) return ids.map((id) => ({ text: id, kind: 'object-id', suspicion: undefined }));
  }
  if (text.includes('@')) {
    const addresses = findAddresses(text);
    if (addresses.length > 0) return addresses.map((each) => ({ ...each, kind: 'address' }));
    // "Design @ Lund" is the name of a group; elsewhere an "@" was meant as an address, and its fault is shown.
    if (column !== 'display-name') return [{ text: trimCell(text), kind: 'address', suspicion: undefined }];
  }
  if (parseDomainAccount(text) !== undefined) return [{ text, kind: 'account', suspicion: undefined }];
  return readNames(text, column);
}

/** Words of prose, in letters, that an address may stand in before its column counts as one of notes. */
const maxProse = 60;
/** Characters; all addresses of one mailbox take fewer. */
const maxShape = 5_000;

/** The kind that a cell has by its shape; undefined for words. */
export function shapeOf(cell: string): 'address' | 'object-id' | 'account' | undefined {
  if (cell.length > maxShape) return undefined;
  const [first] = readCell(cell, 'other');
  // An id within words belongs to something that the words are about.
  if (first?.kind === 'object-id') return /\s/.test(cell.trim()) ? undefined : 'object-id';
  if (first?.kind === 'account') return 'account';
  if (first?.kind !== 'address' || !/[^\s@]@[^\s@]/.test(first.text)) return undefined;
  if (cell.length <= maxProse) return 'address';
  const prose = cell.replace(/\S+@\S+/g, '').replace(/[^\p{L}]/gu, '');
  return prose.length <= maxProse ? 'address' : undefined;
}
