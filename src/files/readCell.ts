import { parseDomainAccount } from '../base/accountName';
import { isGuid } from '../base/ids';
import type { ColumnKind, LineEntry } from './types';

/** Whom a cell asks for. */
type CellContent = Pick<LineEntry, 'text' | 'kind'>;

/** White space without the mark U+FEFF: an invisible character is shown to the person, never taken away. */
const outerSpace = /^[^\S\uFEFF]+|[^\S\uFEFF]+$/g;
const bracketed = /<([^<>]*@[^<>]*)>[;,\s]*$/;
const scheme = /^(?:mailto|smtp):\s*/i;
const addressShape = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/;

/** The cell without white space around it. */
export function trimCell(cell: string): string {
  return cell.trim().length === cell.length ? cell : cell.replace(outerSpace, '');
}

/** Takes `a@b` out of `Name <a@b>`, `mailto:a@b?subject=c`, `SMTP:a@b` and `'a@b';`. */
function takeAddress(text: string): string {
  if (addressShape.test(text) && !text.startsWith("'")) return text;
  const inner = trimCell(bracketed.exec(text)?.[1] ?? text);
  const bare = inner.replace(scheme, '');
  const [beforeQuery = bare] = bare.length < inner.length ? bare.split('?') : [bare];
  return beforeQuery.replace(/[;,]+$/, '').replace(/^(['"])(.*)\1$/, '$2');
}

const takeGuid = (text: string): string => (text.startsWith('{') ? text.replace(/^\{(.*)\}$/, '$1') : text);

/** Reads a cell by its shape, where it has one, else by what its column holds. Undefined for an empty cell. */
export function readCell(cell: string, column: ColumnKind): CellContent | undefined {
  const text = trimCell(cell);
  if (text === '') return undefined;
  const id = takeGuid(text);
  if (isGuid(id)) return { text: id, kind: 'object-id' };
  if (text.includes('@')) {
    const address = takeAddress(text);
    const isAddress = addressShape.test(address);
    // "Design @ Lund" is the name of a group; elsewhere an "@" was meant as an address, and the person is told its fault.
    if (isAddress || column !== 'display-name') return { text: isAddress ? address : text, kind: 'address' };
  }
  if (parseDomainAccount(text) !== undefined) return { text, kind: 'account' };
  return { text, kind: column === 'other' ? 'display-name' : column };
}
