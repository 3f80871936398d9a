import type { ColumnKind, LineFault, Suspicion } from '../../../../files/types';
import type { Format } from '../../format';

/** Reason why a line of a pasted or dropped list is unresolved. */
export type UnresolvedKind = 'ambiguous' | 'suspicious' | 'unknown' | 'duplicate';

/** Numbers of lines by result; together they are `lines`. */
export type LineTally = Readonly<Record<UnresolvedKind | 'lines' | 'matched' | 'dropped' | 'blank', number>>;

/** Words of a pasted or dropped list: reading it, and its lines without a match. */
export const listImport = (f: Format) => ({
  addFromFile: 'Add from file',
  addFromFileHint: 'Add from an Excel, CSV, or text file. You can also drop the file here.',
  dropHere: 'Drop the file to add everyone in it',
  pastedList: 'Pasted list',
  oneFileAtATime: (name: string) => `You can add one file at a time. Only ${name} was read.`,
  readingList: (name: string) => `Reading ${name}…`,
  nothingRead: (name: string) => `We found no users or groups in ${name}.`,
  tableFacts: (lines: number) => f.plural(lines, { one: '# line', other: '# lines' }),
  delimiterLabel: 'Delimiter',
  delimiters: {
    ',': 'Comma',
    ';': 'Semicolon',
    '\t': 'Tab',
    '|': 'Vertical bar',
    ' ': 'Space',
    '\n': 'None (one entry per line)',
  },
  encodingLabel: 'File encoding',
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16BE',
    'windows-1252': 'Western European (Windows)',
    'windows-1250': 'Central European (Windows)',
    'windows-1251': 'Cyrillic (Windows)',
    'windows-1253': 'Greek (Windows)',
    'windows-1254': 'Turkish (Windows)',
    'windows-1257': 'Baltic (Windows)',
    macintosh: 'Western European (Mac)',
    shift_jis: 'Japanese (Shift-JIS)',
    gb18030: 'Chinese Simplified (GB18030)',
    big5: 'Chinese Traditional (Big5)',
    'euc-kr': 'Korean',
  },
  sheetLabel: 'Sheet',
  emptySheet: 'This sheet is empty.',
  unreadSheet: "This sheet can't be read. You can choose another one.",
  columnLabel: 'Column with the users and groups',
  columnMissed: (column: string) =>
    `The column "${column}" didn't match anyone. Select another column, or add its lines anyway.`,
  columnNumber: (place: number) => `Column ${f.number(place)}`,
  columnOption: (heading: string, kind: string) => `${heading} (${kind})`,
  columnKinds: {
    address: 'addresses',
    'object-id': 'object IDs',
    account: 'account names',
    'employee-id': 'employee IDs',
    'display-name': 'names',
    other: 'something else',
  } satisfies Record<ColumnKind, string>,
  samples: (samples: readonly string[]) =>
    samples.length > 0 ? `Such as ${f.list(samples)}` : 'This column is empty.',
  sampleWithName: (text: string, name: string) => `${text} (${name})`,
  headingsTitle: (count: number) =>
    f.plural(count, {
      one: '# line is skipped as a heading.',
      other: '# lines are skipped as headings.',
    }),
  faultsTitle: (count: number) =>
    f.plural(count, {
      one: '# line has a problem. All other lines are read.',
      other: '# lines have problems. All other lines are read.',
    }),
  /** `cell` is the reference of the cell in a sheet, such as C5, where the fault is of one cell. */
  fault: (line: number, what: string, place: { readonly isSheet?: boolean; readonly cell?: string } = {}) =>
    place.cell === undefined
      ? `${place.isSheet ? 'Row' : 'Line'} ${f.number(line)}: ${what}`
      : `Cell ${place.cell}: ${what}`,
  faults: {
    'lone-quote': "a quotation mark isn't closed",
    'too-many-columns': 'more than 512 columns; the rest of the line is skipped',
    'control-characters': 'contains control characters',
    empty: 'empty',
    'too-long': 'too long to be an address or a name',
    'cell-error': 'shows an error, such as #REF!',
    'formula-without-result': "a formula's result isn't saved in the file; open and save it in Excel",
    'long-number': 'a number with more than 15 digits; Excel might have changed the last ones',
    'hidden-row': 'hidden in the sheet, but included',
  } satisfies Record<LineFault['kind'], string>,
  moreFaults: (count: number) => f.plural(count, { one: 'and # more', other: 'and # more' }),
  addLines: (lines: number) => f.plural(lines, { one: 'Look up # line', other: 'Look up # lines' }),
  matchingTitle: (name: string) => `Looking up everyone in ${name}`,
  matching: (asked: number, all: number) => `${f.number(asked)} of ${f.number(all)} looked up`,

  tally: (tally: LineTally) =>
    f.plural(tally.lines, { one: '# line', other: '# lines' }) +
    ': ' +
    [
      f.plural(tally.matched, { other: '# matched' }),
      ...(tally.ambiguous > 0 ? [f.plural(tally.ambiguous, { other: '# ambiguous' })] : []),
      ...(tally.suspicious > 0
        ? [f.plural(tally.suspicious, { one: '# look-alike', other: '# look-alikes' })]
        : []),
      ...(tally.unknown > 0 ? [f.plural(tally.unknown, { other: '# not found' })] : []),
      ...(tally.duplicate > 0
        ? [f.plural(tally.duplicate, { one: '# duplicate', other: '# duplicates' })]
        : []),
      ...(tally.dropped > 0 ? [f.plural(tally.dropped, { other: '# removed' })] : []),
      ...(tally.blank > 0 ? [f.plural(tally.blank, { other: '# empty' })] : []),
    ].join(', ') +
    '.',
  readDifferently: (name: string) => `Change how "${name}" is read`,
  unresolvedKinds: {
    ambiguous: 'Ambiguous',
    suspicious: 'Look-alikes',
    unknown: 'Not found',
    duplicate: 'Duplicates',
  } satisfies Record<UnresolvedKind, string>,
  unresolvedGrid: 'Lines to check',
  linesSkipped: (lines: number) =>
    f.plural(lines, { one: '# line will be skipped', other: '# lines will be skipped' }),
  columnLine: 'Line',
  linePlace: (source: string, lines: readonly number[]) => {
    const shown = lines.slice(0, 5).map((line) => f.number(line));
    const rest = lines.length - shown.length;
    const places = rest > 0 ? [...shown, f.plural(rest, { other: '# more' })] : shown;
    return `${f.plural(lines.length, { one: 'Line', other: 'Lines' })} ${f.list(places)}, ${source}`;
  },
  whyAmbiguous: (count: number) =>
    f.plural(count, {
      one: 'This might be an account name or employee ID. Is this the right person?',
      other: 'Matches # users or groups. Select one.',
    }),
  numbersMatch: (count: number) =>
    f.plural(count, {
      one: '# number is the employee ID or account name of one person.',
      other: 'Each of the # numbers is the employee ID or account name of one person.',
    }),
  wordsMatch: (count: number) =>
    f.plural(count, {
      one: '# word is the account name or employee ID of one person.',
      other: 'Each of the # words is the account name or employee ID of one person.',
    }),
  chooseAll: (count: number) => f.plural(count, { one: 'Add # person', other: 'Add these # people' }),
  whySimilar: (count: number) =>
    f.plural(count, {
      one: "There's no exact match, but this name is similar. Is it the right one?",
      other: "There's no exact match, but # names are similar. Select one.",
    }),
  whyBeginning: (hasMore: boolean): string =>
    hasMore
      ? "There's no exact match. These are some of the names or addresses that begin with it. Select one, or correct the line to an address."
      : "There's no exact match, but these names or addresses begin with it. Select one.",
  notSearched:
    "Similar names weren't searched. To search for this one, select Correct, and then select Look up.",
  whySuspicious: 'Check that this is the right one.',
  whyUnknown: {
    'not-found': 'No match in your organization.',
    'not-an-id': 'Not an address or a valid object ID.',
    'cannot-be-looked-up':
      "This kind of identifier can't be looked up. Use an email address, sign-in name, object ID, employee ID, or account name.",
  },
  whyDuplicate: (line: number) => `Same as line ${f.number(line)}. It's added only once.`,
  whyInList: "Already in the list. It's added only once.",
  suspicions: {
    'mixed-scripts': 'It mixes look-alike letters of different alphabets.',
    'invisible-characters': 'It contains invisible characters.',
    'direction-marks': 'It contains marks that change the text direction.',
    'extra-text': 'There are other words right before the address.',
    'other-column': "The main column doesn't identify anyone in this row, so another column was read.",
  } satisfies Record<Suspicion, string>,
  choose: 'Select',
  chooseCandidate: (name: string, detail: string) => `Select ${name}, ${detail}`,
  moreCandidates: (count: number) =>
    f.plural(count, {
      one: "# more matches. If it's the right one, correct the line to an address.",
      other: '# more match. If one of them is right, correct the line to an address.',
    }),
  correct: 'Correct',
  correctLine: (text: string) => `Correct ${text}`,
  correctionLabel: (text: string) => `Correction of ${text}`,
  correctionHint:
    'Use an email address, sign-in name, object ID, employee ID, account name, or the exact display name.',
  retryLookup: 'Look up',
  removeLine: (text: string) => `Remove ${text}`,
  exportLines: (lines: number) => f.plural(lines, { one: 'Export this line', other: 'Export these # lines' }),
  asWritten: 'As written',
  linesFileWord: 'lines-not-matched',
  removeShown: (lines: number) => f.plural(lines, { one: 'Remove this line', other: 'Remove these # lines' }),
});
