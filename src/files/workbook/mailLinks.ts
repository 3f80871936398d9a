import type { TableRow } from '../tableRow';

/** A cell with a link; where it leads is in the relationships of the sheet. */
export interface MailLink {
  readonly cell: string;
  readonly relationshipId: string;
}

/** The column that a reference such as `AB12` names, from 0; undefined where there is none. */
export function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < Math.min(reference.length, 3); at += 1) {
    const letter = (reference.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column > 0 ? column - 1 : undefined;
}

/** The row that a reference such as `AB12` names, from 1; undefined where there is none. */
export function rowOf(reference: string | undefined): number | undefined {
  const digits = /\d+$/.exec(reference ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** The name with the address behind it; a text that has an address itself stays. */
export function withAddress(shown: string, address: string | undefined): string {
  return address === undefined || shown === '' || shown.includes('@') ? shown : `${shown} <${address}>`;
}

function addressOf(target: string): string | undefined {
  const address = /^mailto:([^?]+)/i.exec(target)?.[1];
  if (address === undefined) return undefined;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Puts addresses beside the texts that link to them. */
export function addMailLinks(
  rows: readonly TableRow[],
  links: readonly MailLink[],
  targets: ReadonlyMap<string, string>,
): TableRow[] {
  const added = new Map<number, Map<number, string>>();
  for (const { cell, relationshipId } of links) {
    const address = addressOf(targets.get(relationshipId) ?? '');
    const [line, column] = [rowOf(cell), columnOf(cell)];
    // A link over several cells names none of them.
    if (address === undefined || line === undefined || column === undefined || cell.includes(':')) continue;
    added.set(line, (added.get(line) ?? new Map<number, string>()).set(column, address));
  }
  return rows.map((row) => {
    const addresses = added.get(row.line);
    if (!addresses) return row;
    return { ...row, cells: row.cells.map((cell, column) => withAddress(cell, addresses.get(column))) };
  });
}
