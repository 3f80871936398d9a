import { splitPieces } from './splitPieces';
import type { TableRow } from './tableRow';

/** A list of addresses that stand side by side, as mail programs write them. */
interface Recipients {
  readonly rows: readonly TableRow[];
  /** What mostly stands between them. */
  readonly delimiter: string;
}

const bracketedAddress = /<[^<>@]*@[^<>]*>/;
const isQuotedCell = /^".*"$/;
const lineBreak = /\r\n?|\n/;
const sampleLines = 100;
/** Characters; more than any name (256, Graph: user) takes with its address (254, RFC 5321). */
const longestRecipient = 1_000;

/** Whether the first address of a piece stands in a bracket, as in `Anna <a@b>`. */
function beginsInBracket(each: string): boolean {
  const at = each.indexOf('@');
  const open = at < 0 ? -1 : each.lastIndexOf('<', at);
  return open >= 0 && each.lastIndexOf('>', at) < open;
}

/** `Lind, Anna <a@b>` is one recipient: a piece without an address belongs to the bracket that follows. */
function joinNames(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let name = '';
  for (const each of pieces) {
    if (name !== '' && beginsInBracket(each)) joined.push(`${name}, ${each}`);
    else joined.push(...(name === '' ? [] : [name]), ...(each.includes('@') ? [each] : []));
    name = each.includes('@') ? '' : each;
  }
  return name === '' ? joined : [...joined, name];
}

function piecesOf(line: string): string[] {
  const isSpaced = !/[;,\t<"]/.test(line);
  const pieces = isSpaced ? line.split(/\s+/) : splitPieces(line);
  const trimmed = pieces.map((each) => each.trim()).filter((each) => each !== '');
  return isSpaced && !trimmed.every((each) => each.includes('@')) ? [line.trim()] : joinNames(trimmed);
}

const separatorsOf = (line: string): number => line.match(/[;,\t]/g)?.length ?? 0;

/** One line of several addresses, or lines of different numbers of them, or names with brackets; a table has one number. */
function areRecipients(lines: readonly string[]): boolean {
  const pieces = lines.map(piecesOf);
  const isRecipient = (one: string): boolean =>
    one.length <= longestRecipient && one.includes('@') && !isQuotedCell.test(one);
  if (!pieces.every((each) => each.every(isRecipient))) return false;
  if (!pieces.some((each) => each.length > 1)) return false;
  const hasBrackets = lines.some((line) => bracketedAddress.test(line));
  return lines.length === 1 || hasBrackets || new Set(lines.map(separatorsOf)).size > 1;
}

/**
 * Takes apart `Name <a@b>; Other <c@d>` and `a@b, c@d`, over one line or several. Undefined where the text is something
 * else: a table, or a list with one on each line.
 */
export function splitRecipients(text: string): Recipients | undefined {
  const sample = text.split(lineBreak, sampleLines).filter((line) => line.trim() !== '');
  if (sample.length === 0 || !areRecipients(sample)) return undefined;
  const lines = text.split(lineBreak);
  const rows = lines.flatMap((line, index) =>
    piecesOf(line)
      .filter((one) => one !== '')
      .map((one) => ({ line: index + 1, cells: [one] })),
  );
  const delimiter = [';', ',', '\t'].find((each) => sample.some((line) => line.includes(each)));
  return { rows, delimiter: delimiter ?? ' ' };
}
