import { readKnownHeading } from './headings';
import { shapeOf } from './readCell';
import type { ReadText } from './readText';
import { splitAtSeparators } from './splitAtSeparators';
import type { TableRow } from './tableRow';
import type { LineFault } from './types';

const bracketedAddress = /<[^<>@]*@[^<>]*>/;
const isQuotedCell = /^".*"$/;
const lineBreak = /\r\n?|\n/;
const sampleLines = 100;
/** Characters; more than any name (256, Graph: user) takes with its address (254, RFC 5321). */
const longestRecipient = 1_000;
/** Characters of a line that is looked at as a whole. */
const longestLine = 200_000;

/** True if the first address of a piece is in brackets, as in `Anna <a@b>`. */
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
  const pieces = isSpaced ? line.split(/\s+/) : splitAtSeparators(line);
  const trimmed = pieces.map((each) => each.trim()).filter((each) => each !== '');
  return isSpaced && !trimmed.every((each) => each.includes('@')) ? [line.trim()] : joinNames(trimmed);
}

const separatorsOf = (line: string): number => line.match(/[;,\t]/g)?.length ?? 0;

const unquote = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
    .trim();

/** Texts that are ids, or addresses with nothing beside them. */
const hasId = (text: string): boolean => shapeOf(unquote(text)) === 'object-id';
const hasAddress = (text: string): boolean => shapeOf(unquote(text)) === 'address';

/** Takes one line apart that names several: addresses, ids or names alone, or several addresses and names between them. */
function splitOneLine(line: string): string[] | undefined {
  if (line.length > longestLine) return undefined;
  const delimiter = ['\t', ';', ',', '|'].find((each) => guessPieces(line, each).length > 1);
  if (delimiter === undefined) return undefined;
  const filled = guessPieces(line, delimiter)
    .map(unquote)
    .filter((each) => each !== '');
  if (filled.some((each) => each.length > longestRecipient)) return undefined;
  const addresses = filled.filter(hasAddress).length;
  if (filled.length < 2 || filled.some((each) => readKnownHeading(each))) return undefined;
  if (addresses === filled.length || addresses > 1 || filled.every(hasId)) return filled;
  if (addresses > 0 || filled.some((each) => hasId(each) || !/\p{L}/u.test(each))) return undefined;
  // `Lind, Anna` is one name; `Anna Lind, Bo Berg` are two.
  return delimiter !== ',' || filled.length > 2 || filled.every((each) => each.includes(' '))
    ? filled
    : undefined;
}

/** Pieces of a line between delimiters that stand outside of quotes and angle brackets. */
function guessPieces(line: string, delimiter: string): string[] {
  const pieces: string[] = [];
  let rest = '';
  for (const each of line.split(delimiter)) {
    rest = rest === '' ? each : `${rest}${delimiter}${each}`;
    const isOpen = (rest.match(/"/g)?.length ?? 0) % 2 === 1 && rest.length <= longestRecipient;
    if (isOpen) continue;
    pieces.push(rest);
    rest = '';
  }
  return rest === '' ? pieces : [...pieces, rest];
}

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

/** True for lines of full names, of different numbers of them: a table has one number of cells. */
function areNames(lines: readonly string[]): boolean {
  if (lines.some((line) => /[\t"|]/.test(line))) return false;
  const names = lines.map((line) =>
    line
      .split(';')
      .map(unquote)
      .filter((name) => name !== ''),
  );
  const isName = (text: string): boolean =>
    text.length <= longestRecipient && /^\p{L}[^\d@]*\s\p{L}/u.test(text);
  return new Set(names.map(({ length }) => length)).size > 1 && names.flat().every(isName);
}

/** The delimiter of a grid: several addresses or ids a line, all different, with gaps or none. Somebody's manager would recur. */
function findGridDelimiter(lines: readonly string[]): string | undefined {
  if (lines.some((line) => line.length > longestRecipient)) return undefined;
  return ['\t', ';', ','].find((delimiter) => {
    const cells = lines.map((line) => line.split(delimiter).map(unquote));
    const filled = cells.flat().filter((cell) => cell !== '');
    const isGrid = cells.every((row) => row.length === cells[0]?.length) && filled.length > lines.length;
    if (!isGrid || !(filled.every(hasAddress) || filled.every(hasId))) return false;
    return new Set(filled.map((cell) => cell.toLowerCase())).size * 4 > filled.length * 3;
  });
}

/**
 * Takes apart `Name <a@b>; Other <c@d>` and `a@b, c@d`, over one line or several, a grid of addresses, and one line of names or
 * ids. Undefined where the text is something else: a table, or a list with one on each line.
 */
export function splitRecipients(text: string): ReadText | undefined {
  const sample = text.split(lineBreak, sampleLines).filter((line) => line.trim() !== '');
  const [first] = sample;
  if (first === undefined) return undefined;
  const isList = areRecipients(sample);
  const isOneLine = sample.length === 1 && first.length === text.trim().length;
  const oneLine = !isList && isOneLine ? splitOneLine(first) : undefined;
  const grid = isList || oneLine ? undefined : areNames(sample) ? ';' : findGridDelimiter(sample);
  if (!isList && !oneLine && grid === undefined) return undefined;
  const split = (line: string): readonly string[] =>
    grid === undefined ? (oneLine ?? piecesOf(line)) : line.split(grid).map(unquote);
  const rows: TableRow[] = [];
  const faults: LineFault[] = [];
  text.split(lineBreak).forEach((written, index) => {
    const line = index + 1;
    if (written.trim() === '') faults.push({ line, kind: 'empty' });
    else for (const one of split(written)) if (one !== '') rows.push({ line, cells: [one] });
  });
  const delimiter = grid ?? [';', ',', '\t'].find((each) => sample.some((line) => line.includes(each)));
  return { rows, faults, delimiter: delimiter ?? ' ' };
}
