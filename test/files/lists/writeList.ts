import { people, type ListedPerson } from './people';

/** A list as somebody pastes or drops it, and what has to come of it. */
export interface ListSample {
  /** Program or place that such lists come from. */
  readonly source: string;
  readonly name: string;
  readonly text: string;
  /** Bytes of a file where they are not the text in UTF-8. */
  readonly bytes?: Uint8Array;
  /** `key@line` of each that has to be found. */
  readonly found: readonly string[];
  /** Lines that a person has to look at. */
  readonly open: readonly number[];
}

type RowOf = (person: ListedPerson, index: number) => readonly string[];

interface TableOptions {
  readonly delimiter?: string;
  readonly lineBreak?: string;
  /** Quotes around each cell, as PowerShell writes them. */
  readonly isQuoted?: boolean;
  /** Lines above the headings. */
  readonly above?: readonly string[];
  readonly below?: readonly string[];
  /** People in it. */
  readonly who?: readonly ListedPerson[];
  readonly open?: readonly number[];
  /** Line of the first person. */
  readonly firstLine?: number;
  readonly hasNoHeading?: boolean;
}

/** Says who is found where each has a line of their own. */
export function onLines(firstLine: number, who: readonly ListedPerson[] = people, step = 1): string[] {
  return who.map(({ key }, index) => `${key}@${firstLine + index * step}`);
}

/** Writes a table with a row for each person. */
export function table(
  [source, name]: readonly [string, string],
  headings: string,
  rowOf: RowOf,
  options: TableOptions = {},
): ListSample {
  const {
    delimiter = ',',
    lineBreak = '\r\n',
    isQuoted = false,
    above = [],
    below = [],
    who = people,
  } = options;
  const quote = (cell: string): string =>
    isQuoted || cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const head = headings === '' ? [] : [headings.split('|').map(quote).join(delimiter)];
  const rows = who.map((person, index) => rowOf(person, index).map(quote).join(delimiter));
  return {
    source,
    name,
    text: [...above, ...head, ...rows, ...below, ''].join(lineBreak),
    found: onLines(options.firstLine ?? above.length + head.length + 1, who),
    open: options.open ?? [],
  };
}

/** Writes a list with a line for each person. */
export function list(
  [source, name]: readonly [string, string],
  lineOf: (person: ListedPerson, index: number) => string,
  options: Pick<TableOptions, 'above' | 'below' | 'who' | 'open' | 'lineBreak' | 'firstLine'> = {},
): ListSample {
  const { above = [], below = [], who = people, lineBreak = '\n' } = options;
  return {
    source,
    name,
    text: [...above, ...who.map(lineOf), ...below].join(lineBreak),
    found: onLines(options.firstLine ?? above.length + 1, who),
    open: options.open ?? [],
  };
}

/** Writes all on one line. */
export function oneLine(
  [source, name]: readonly [string, string],
  separator: string,
  pieceOf: (person: ListedPerson) => string,
  who: readonly ListedPerson[] = people,
): ListSample {
  return { source, name, text: who.map(pieceOf).join(separator), found: onLines(1, who, 0), open: [] };
}

/** The same list saved in other bytes. */
export function saved(sample: ListSample, name: string, bytes: Uint8Array): ListSample {
  return { ...sample, name: `${sample.name}, ${name}`, bytes };
}
