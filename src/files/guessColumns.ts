import { findHeading, isSameRow } from './findHeading';
import {
  isForeignId,
  isOfGroup,
  isSecondaryHeading,
  namesOwnPerson,
  readHeading,
  type HeadingMeaning,
} from './headings';
import { isBlank, shapeOf, trimCell } from './readCell';
import type { TableRow } from './tableRow';
import type { ColumnKind, ColumnSample, TableColumn } from './types';

/** Columns of a given name and a surname, which make a name together. */
interface NameColumns {
  readonly given: number;
  readonly surname: number;
}

/** Columns that name the person of the row, and no other person or group. */
interface OwnColumns {
  /** In any way. */
  readonly all: ReadonlySet<number>;
  /** By ids and addresses that are the person's alone: they are as good where another cell is blank. */
  readonly unique: ReadonlySet<number>;
}

/** The columns of a table, and which of its rows are headings or titles. */
interface GuessedColumns {
  readonly columns: readonly TableColumn[];
  /** Columns in the order in which they are likely to name the people. */
  readonly order: readonly number[];
  readonly hasHeading: boolean;
  /** Headings and titles. */
  readonly headings: readonly TableRow[];
  /** Those that name people. */
  readonly rows: readonly TableRow[];
  /** The two columns that the last of `columns` is made of. */
  readonly joined: NameColumns | undefined;
  readonly ownColumns: OwnColumns;
}

/** Rows that a guess looks at, spread over the whole table. */
const sampleSize = 500;
const topSize = 100;
const shownSamples = 3;
const longestSample = 100;

function sampleOf(rows: readonly TableRow[]): TableRow[] {
  const step = Math.max(1, Math.ceil(rows.length / sampleSize));
  return rows.filter((_, index) => index % step === 0);
}

/** Facts about a column, by its sample. */
interface ColumnFacts {
  readonly heading: string | undefined;
  readonly meaning: HeadingMeaning | undefined;
  readonly kind: ColumnKind;
  readonly isSecondary: boolean;
  /** Share of the rows that have something there. */
  readonly filledShare: number;
  /** Most values are those of other rows too, such as the same manager for many. */
  readonly isRepeated: boolean;
  readonly hasLetters: boolean;
}

function guessKind(meaning: HeadingMeaning | undefined, cells: readonly string[]): ColumnKind {
  const shapes = cells.map(shapeOf);
  const shape = (['address', 'object-id', 'account'] as const).find(
    (kind) => shapes.filter((each) => each === kind).length * 2 > shapes.length,
  );
  if (shape) return shape;
  // Words under "Address" are streets; under "Name" they are names, under "Employee ID" they are IDs.
  const isTrusted = (meaning?.kind !== 'address' && meaning?.kind !== 'object-id') || cells.length === 0;
  // "Employee #" has numbers below it, and no names.
  const isNumbers =
    meaning?.kind === 'display-name' && cells.length > 0 && !cells.some((cell) => /\p{L}/u.test(cell));
  return meaning && isTrusted && !isNumbers ? meaning.kind : 'other';
}

function readFacts(heading: string | undefined, cells: readonly string[]): ColumnFacts {
  const filled = cells.filter((cell) => cell !== '');
  const meaning = heading === undefined ? undefined : readHeading(heading);
  const distinct = new Set(filled.map((cell) => cell.toLowerCase())).size;
  return {
    heading,
    meaning,
    kind: guessKind(meaning, filled),
    isSecondary: heading !== undefined && isSecondaryHeading(heading),
    filledShare: cells.length === 0 ? 1 : filled.length / cells.length,
    isRepeated: filled.length >= 3 && distinct * 2 <= filled.length,
    hasLetters: filled.some((cell) => /\p{L}/u.test(cell)),
  };
}

/**
 * Ranks a column by how likely it names the people, the likeliest with the least number: ids and addresses under known headings, addresses, ids under unknown
 * headings, names, words. Columns of few values or with gaps come after those of their kind, and those of somebody else last.
 */
function rankOf({
  heading,
  meaning,
  kind,
  isSecondary,
  filledShare,
  isRepeated,
  hasLetters,
}: ColumnFacts): number {
  const rank = meaning?.kind === kind ? meaning.rank : undefined;
  const penalty = (isRepeated ? 22 : 0) + (filledShare < 0.5 ? 15 : 0);
  if (isSecondary) return 200 + penalty;
  switch (kind) {
    case 'object-id':
      if (rank !== undefined) return 10 + 25 * rank + penalty;
      return heading !== undefined && isForeignId(heading) ? 300 : 40 + penalty;
    case 'address':
      return (rank === undefined ? 32 : 20 + rank) + penalty + (isRepeated && rank === undefined ? 6 : 0);
    case 'account':
      return 51 + penalty;
    case 'employee-id':
      return 52 + penalty;
    case 'display-name':
      return 55 + (rank ?? 4) + penalty;
    case 'other':
      return hasLetters ? 110 : 120;
  }
}

function samplesOf(
  rows: readonly TableRow[],
  column: number,
  nameColumn: number | undefined,
): readonly ColumnSample[] {
  const samples = new Map<string, ColumnSample>();
  for (const { cells } of rows) {
    const text = trimCell(cells[column] ?? '').slice(0, longestSample);
    if (text === '' || samples.has(text)) continue;
    const name = nameColumn === undefined || nameColumn === column ? '' : trimCell(cells[nameColumn] ?? '');
    samples.set(text, { text, name: name === '' ? undefined : name.slice(0, longestSample) });
    if (samples.size === shownSamples) break;
  }
  return [...samples.values()];
}

/** Takes the first column of words for names where nothing has the shape of an address or id, nor a heading for names. */
function withNames(facts: readonly ColumnFacts[]): readonly ColumnFacts[] {
  if (facts.some(({ kind, isSecondary }) => kind !== 'other' && !isSecondary)) return facts;
  const names = facts.findIndex((each) => each.hasLetters && !each.isSecondary && !each.meaning);
  const first = names >= 0 ? names : facts.findIndex(({ hasLetters }) => hasLetters);
  return facts.map((each, index) => (index === first ? { ...each, kind: 'display-name' } : each));
}

function findNameColumns(facts: readonly ColumnFacts[]): NameColumns | undefined {
  const find = (part: HeadingMeaning['namePart']): number =>
    facts.findIndex(
      ({ meaning, kind, isSecondary }) => !isSecondary && kind === 'other' && meaning?.namePart === part,
    );
  const [given, surname] = [find('given'), find('surname')];
  const hasName = facts.some(({ kind, meaning }) => kind === 'display-name' && (meaning?.rank ?? 9) < 3);
  return given < 0 || surname < 0 || hasName ? undefined : { given, surname };
}

/** Gives the cell of a column; the column after the last is made of given name and surname, where there is none for names. */
export function cellAt(
  { cells }: TableRow,
  column: number,
  width: number,
  joined: NameColumns | undefined,
): string {
  if (!joined || column < width) return cells[column] ?? '';
  return trimCell(`${cells[joined.given] ?? ''} ${cells[joined.surname] ?? ''}`);
}

/** Ranks of headings for addresses that are the person's alone: sign-in names and mail addresses. */
const lastUniqueRank = 3;

function findOwnColumns(facts: readonly ColumnFacts[], joined: NameColumns | undefined): OwnColumns {
  const isOwn = ({ heading, meaning, kind, isSecondary }: ColumnFacts): boolean =>
    !isSecondary && meaning?.kind === kind && heading !== undefined && namesOwnPerson(heading);
  // "ID" alone may be the group's where a row has one.
  const hasGroup = facts.some(({ meaning, kind }) => meaning?.kind === kind && isOfGroup(meaning));
  const isUnique = (each: ColumnFacts): boolean =>
    isOwn(each) &&
    !each.isRepeated &&
    ((each.kind === 'address' && (each.meaning?.rank ?? 9) <= lastUniqueRank) ||
      (each.kind === 'object-id' && !hasGroup));
  const columns = (test: (each: ColumnFacts) => boolean): number[] =>
    facts.flatMap((each, column) => (test(each) ? [column] : []));
  return {
    all: new Set([...columns(isOwn), ...(joined ? [facts.length] : [])]),
    unique: new Set(columns(isUnique)),
  };
}

function describe(
  facts: readonly ColumnFacts[],
  body: readonly TableRow[],
): Pick<GuessedColumns, 'columns' | 'order' | 'joined' | 'ownColumns'> {
  const joined = findNameColumns(facts);
  const named = joined ? facts : withNames(facts);
  const names = named.findIndex(({ kind }) => kind === 'display-name');
  const nameColumn = joined ? named.length : names >= 0 ? names : undefined;
  const shown = body.map((row) =>
    joined
      ? {
          ...row,
          cells: [
            ...row.cells,
            ...blanksTo(row, named.length),
            cellAt(row, named.length, named.length, joined),
          ],
        }
      : row,
  );
  const columns = named.map(({ heading, kind, isSecondary }, column): TableColumn => ({
    heading,
    kind,
    samples: samplesOf(shown, column, nameColumn),
    isSecondary,
  }));
  const ranks = named.map(rankOf);
  if (joined) {
    const heading = [facts[joined.given], facts[joined.surname]].map((each) => each?.heading).join(' + ');
    columns.push({
      heading,
      kind: 'display-name',
      samples: samplesOf(shown, named.length, undefined),
      isSecondary: false,
    });
    ranks.push(56);
  }
  const order = [...ranks.keys()].sort(
    (left, right) => (ranks[left] ?? 0) - (ranks[right] ?? 0) || left - right,
  );
  return { columns, order, joined, ownColumns: findOwnColumns(facts, joined) };
}

const blanksTo = ({ cells }: TableRow, width: number): string[] =>
  Array.from({ length: Math.max(0, width - cells.length) }, () => '');

/** Counts the cells up to the last that is filled, at least `from`: separators at the ends of all rows are no columns. */
function filledWidth(cells: readonly string[], from: number): number {
  let width = cells.length;
  while (width > from && isBlank(cells[width - 1] ?? '')) width -= 1;
  return width;
}

const hasShape = ({ cells }: TableRow): boolean => cells.some((cell) => shapeOf(cell) !== undefined);

/**
 * Guesses what each column of a table holds, from headings and cells, and which rows are headings. `headingRow` is the row (from 0)
 * of the headings where the form of the table tells.
 */
export function guessColumns(rows: readonly TableRow[], headingRow?: number): GuessedColumns {
  const sample = sampleOf(rows);
  const given = headingRow === undefined ? undefined : rows[headingRow];
  // A row with an address or id is somebody, whatever the form says, also above the headings.
  const at = given && !hasShape(given) ? headingRow : findHeading(rows.slice(0, topSize), sample);
  const heading = at === undefined ? undefined : rows[at];
  const top = at === undefined ? [] : rows.slice(0, at + 1);
  const below = at === undefined ? rows : [...top.filter(hasShape), ...rows.slice(at + 1)];
  const isHeading = (row: TableRow): boolean => heading !== undefined && isSameRow(row, heading);
  const hasRepeated = heading !== undefined && heading.cells.length > 1 && below.some(isHeading);
  const people = hasRepeated ? below.filter((row) => !isHeading(row)) : below;
  const body = sampleOf(people);
  const width = rows.reduce((most, { cells }) => Math.max(most, filledWidth(cells, most)), 0);
  const facts = Array.from({ length: width }, (_, column) =>
    readFacts(
      trimCell(heading?.cells[column] ?? '') || undefined,
      body.map(({ cells }) => trimCell(cells[column] ?? '')),
    ),
  );
  const repeated = hasRepeated ? below.filter(isHeading) : [];
  return {
    ...describe(facts, body),
    hasHeading: heading !== undefined,
    headings: [...top.filter((row) => !hasShape(row)), ...repeated],
    rows: people,
  };
}
