import type { ColumnKind, LineFault, Suspicion } from '../../../files/types';
import type { GroupGains, PreflightFinding, ProductSeats } from '../../../licensing/preflight/preflight';
import type { GroupUnsuitability } from '../../../licensing/policy/groupUnsuitability';
import type { Format } from '../format';

/** What keeps a line of a pasted or dropped list open. */
export type OpenKind = 'ambiguous' | 'suspicious' | 'unknown' | 'duplicate';

/** Numbers of lines by what they came to; together they are `lines`. */
export type LineTally = Readonly<Record<OpenKind | 'lines' | 'matched' | 'dropped' | 'blank', number>>;

/** Numbers of seats of one product, to be put in a sentence. */
interface SeatWords {
  readonly given: number;
  readonly left: number;
  readonly missing: number;
  readonly certainty: ProductSeats['certainty'];
}

const areNot = (products: readonly string[]): string => (products.length > 1 ? 'are not' : 'is not');

/** Words of the assign pane, and of the people picker. */
export const assign = (f: Format) => ({
  title: 'Assign licenses',
  subtitle: (products: readonly string[]) => `Choose who gets ${f.list(products)}.`,
  assign: 'Assign',

  pickerLabel: 'Users and groups',
  pickerHint: 'Begin typing a name or an address',
  pickerResults: 'Matching users and groups',
  /** Follows "waiting for", as `unfinishedWait` does. */
  searchWait: 'the search results',
  unfinishedWait: 'your unfinished list',
  searching: 'Searching…',
  nothingFound: (text: string) => `Nobody and no group matches “${text}”.`,
  found: (count: number) =>
    f.plural(count, {
      one: '# result. Use the arrow keys to choose.',
      other: '# results. Use the arrow keys to choose.',
    }),
  kindUser: 'User',
  kindGroup: 'Group',
  alreadyChosen: 'In your list',
  hasDirect: 'Has it already',
  hasVia: (groups: readonly string[]) => `Has it via ${f.list(groups)}`,
  hasProduct: (product: string) => `Has ${product} already`,
  hasProductVia: (product: string, groups: readonly string[]) => `Has ${product} via ${f.list(groups)}`,
  aGroup: 'a group',
  added: (count: number, name: string) => `${count === 1 ? name : f.number(count)} added to the list.`,
  removed: (count: number, name: string) => `${count === 1 ? name : f.number(count)} taken off the list.`,

  addFromFile: 'Add from file',
  addFromFileHint:
    'Excel, CSV, or text. You can also drop the file here, or paste a list of addresses above.',
  dropHere: 'Drop the file to add everyone in it',
  pastedList: 'Pasted list',
  oneFileAtATime: (name: string) => `Files are read one at a time. Only ${name} was taken.`,
  readingList: (name: string) => `Reading ${name}…`,
  nothingRead: (name: string) => `${name} names nobody.`,
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
  unreadSheet: 'This sheet can’t be read. You can choose another one.',
  columnLabel: 'Column that names the people and groups',
  columnMissed: (column: string) =>
    `The column “${column}” didn't match anyone. Select another column, or add its lines anyway.`,
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
      one: '# line is left out as a heading.',
      other: '# lines are left out as headings.',
    }),
  faultsTitle: (count: number) =>
    f.plural(count, {
      one: '# line has a fault. All others are read.',
      other: '# lines have faults. All others are read.',
    }),
  fault: (line: number, what: string, isSheet = false) =>
    `${isSheet ? 'Row' : 'Line'} ${f.number(line)}: ${what}`,
  faults: {
    'lone-quote': 'a quotation mark without its pair',
    'too-many-columns': 'more than 512 columns; the rest of the line is left out',
    'control-characters': 'contains control characters',
    empty: 'empty',
    'too-long': 'too long to be an address or a name',
    'cell-error': 'a cell shows an error, such as #REF!',
    'formula-without-result': 'a formula’s result isn’t saved in the file; open and save it in Excel',
    'long-number': 'a number of more than 15 digits; Excel may have changed its end',
    'hidden-row': 'hidden in the sheet, but read',
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
      ...(tally.dropped > 0 ? [f.plural(tally.dropped, { other: '# dropped' })] : []),
      ...(tally.blank > 0 ? [f.plural(tally.blank, { other: '# empty' })] : []),
    ].join(', ') +
    '.',
  openTitle: (lines: number) => f.plural(lines, { one: '# line to look at', other: '# lines to look at' }),
  openKinds: {
    ambiguous: 'Ambiguous',
    suspicious: 'Look-alikes',
    unknown: 'Not found',
    duplicate: 'Duplicates',
  } satisfies Record<OpenKind, string>,
  openGrid: 'Lines to look at',
  openLeft: (lines: number) =>
    f.plural(lines, {
      one: '# line is still open. Nobody gets a license for it.',
      other: '# lines are still open. Nobody gets a license for them.',
    }),
  columnLine: 'Line',
  linePlace: (source: string, lines: readonly number[]) => {
    const shown = lines.slice(0, 5).map((line) => f.number(line));
    const rest = lines.length - shown.length;
    const places = rest > 0 ? [...shown, f.plural(rest, { other: '# more' })] : shown;
    return `${f.plural(lines.length, { one: 'Line', other: 'Lines' })} ${f.list(places)}, ${source}`;
  },
  whyAmbiguous: (count: number) =>
    f.plural(count, {
      one: "This may be somebody's account name or employee ID. Is this the right person?",
      other: '# match. Who do you mean?',
    }),
  whySimilar: (count: number) =>
    f.plural(count, {
      one: 'No one has exactly this name, but this one is similar. Is it who you mean?',
      other: 'No one has exactly this name, but # are similar. Who do you mean?',
    }),
  whySuspicious: 'Check that this is who is meant.',
  whyUnknown: {
    'not-found':
      'No one matched. You can use a mail address, sign-in name, object ID, employee ID, account name, or the exact display name.',
    'not-an-id': "This isn't an address or a valid object ID.",
    'cannot-be-looked-up':
      "This kind of identifier can't be looked up. Use a mail address, sign-in name, object ID, employee ID, or account name.",
  },
  whyDuplicate: (line: number) => `The same as line ${f.number(line)}. Nothing is added twice.`,
  whyInList: 'In the list already. Nothing is added twice.',
  suspicions: {
    'mixed-scripts': 'It mixes letters of several alphabets that look alike.',
    'invisible-characters': 'It contains characters that cannot be seen.',
    'direction-marks': 'It contains marks that turn the direction of the text.',
    'extra-text': 'There are other words right before the address.',
    'other-column': "The chosen column doesn't identify anyone in this row, so another column was read.",
  } satisfies Record<Suspicion, string>,
  choose: 'Choose',
  chooseCandidate: (name: string, detail: string) => `Choose ${name}, ${detail}`,
  moreCandidates: (count: number) =>
    f.plural(count, {
      one: '# more matches. If you mean them, correct the line to an address.',
      other: '# more match. If you mean one of them, correct the line to an address.',
    }),
  correct: 'Correct',
  correctLine: (text: string) => `Correct ${text}`,
  correctionLabel: (text: string) => `Correction of ${text}`,
  lookAgain: 'Look again',
  dropLine: (text: string) => `Drop ${text}`,
  exportLines: (lines: number) => f.plural(lines, { one: 'Export this line', other: 'Export these # lines' }),
  asWritten: 'As written',
  linesFileWord: 'lines-not-matched',
  dropShown: (lines: number) => f.plural(lines, { one: 'Drop this line', other: 'Drop these # lines' }),

  unfinished: (count: number, isPeople: boolean, time: string) =>
    `You have an unfinished list of ${
      isPeople
        ? f.plural(count, { one: '# person', other: '# people' })
        : f.plural(count, { one: '# user or group', other: '# users and groups' })
    } from ${time}.`,
  unfinishedName: 'Unfinished list',
  continueList: 'Continue',
  continuing: 'Looking up the list…',
  discardList: 'Discard',
  discardListTitle: 'Discard this list?',
  discardListText: "Your browser doesn't let this app keep the list. If you close now, it's lost.",
  keepEditing: 'Keep editing',

  listTitle: 'Your list',
  listCount: (count: number) => f.plural(count, { one: '# in the list', other: '# in the list' }),
  listEmpty: 'Nobody is in the list yet. Results show users and groups together.',
  removeFromList: (name: string) => `Take ${name} off the list`,
  lineFilters: {
    sent: 'Will be sent',
    held: 'Have it already',
    stopped: 'Cannot be assigned',
    'no-seat': 'No seat left',
    'no-location': 'No usage location',
    blocked: 'Blocked',
    guest: 'Guests',
  },
  lineFilter: (name: string, count: number) => `${name} (${f.number(count)})`,
  searchList: 'Search in the list',
  listNoneShown: 'Nobody in the list matches the search.',
  removeStopped: (count: number) =>
    f.plural(count, {
      one: 'Take # off that cannot be assigned',
      other: 'Take # off that cannot be assigned',
    }),
  fromHereNoSeat: 'From here on no seat is left',
  fromHereMayLack: 'From here on there may be no seat left',
  fromHereNoSeatOf: (products: readonly string[]) => `From here on no seat of ${f.list(products)} is left`,
  fromHereMayLackOf: (products: readonly string[]) =>
    `From here on there may be no seat of ${f.list(products)} left`,
  checking: 'Checking…',
  checkFailed: 'What these people and groups hold now could not be read.',

  finding: {
    'gets-seat': 'Will get a seat',
    'has-already': 'Has it already',
    'has-through-group': 'Has it through a group',
    'state-unknown': "May have it already: its state couldn't be read",
    unreadable: "What this person or group holds couldn't be read. Nothing is sent.",
    'usage-location-missing': 'No usage location is set. Set a country for this person first.',
    'details-unknown': 'Only the name could be read. Microsoft 365 decides.',
    'blocked-account': 'The account is blocked: the seat would be taken but cannot be used.',
    guest: 'Guest from another organization',
    'no-seat-left': 'No seat is left',
    'group-gains': 'Group members',
    'group-members': 'Group members',
    'group-size-unknown':
      'The size of this group isn’t known, so it can’t be said how many seats it takes. Each direct member who lacks the product gets one, as far as they go.',
    'group-not-licensable': 'This kind of group cannot carry licenses. It must be security enabled.',
    'role-assignable-group':
      'Roles can be assigned to this group. Only a Global or Privileged Role Administrator may license it.',
    'not-permitted': 'Your role covers groups only',
  } satisfies Record<PreflightFinding['kind'], string>,
  findingHasVia: (groups: readonly string[]) => `Has it via ${f.list(groups)}; nothing is sent`,
  findingHasAlready: 'Has it already; nothing is sent',
  findingStateUnknownOf: (products: readonly string[]) =>
    `May have ${f.list(products)} already: the state couldn't be read`,
  findingKeeps: (product: string) => `Has ${product} already and keeps it`,
  findingKeepsVia: (product: string, groups: readonly string[]) =>
    `Has ${product} via ${f.list(groups)} and keeps it`,
  findingGets: (products: readonly string[]) => `Will get ${f.list(products)}`,
  findingNoSeatOf: (products: readonly string[], withheld: readonly string[]) =>
    `No seat of ${f.list(products)} is left` +
    (withheld.length > 0 ? `, so ${f.list(withheld)} ${areNot(withheld)} given either` : ''),
  findingMayLackSeat: (products: readonly string[], withheld: readonly string[]) =>
    `There may be no seat of ${f.list(products)} left` +
    (withheld.length > 0 ? `, and then ${f.list(withheld)} ${areNot(withheld)} given either` : ''),
  findingMayLack: 'There may be no seat left',
  findingSizeUnknownOf: (products: readonly string[]) =>
    `The size of this group isn’t known, so it can’t be said how many seats of ${f.list(products)} it takes.`,
  findingGains: ({ directUsers, gains, keeping, unread = 0, lacking }: GroupGains) =>
    directUsers === 0
      ? 'This group has no direct members, so no seat is taken now'
      : `${f.plural(directUsers, { one: '# direct member', other: '# direct members' })}: ` +
        [
          ...gains.map(
            ({ people, product }) =>
              `${f.plural(people, { one: '# gets', other: '# get' })} ${product ?? 'a seat'}`,
          ),
          ...(keeping > 0
            ? [f.plural(keeping, { one: '# has it already', other: '# have it already' })]
            : []),
          ...(unread > 0
            ? [
                f.plural(unread, {
                  one: "# may get a seat: what it holds couldn't be read",
                  other: "# may get a seat: what they hold couldn't be read",
                }),
              ]
            : []),
          ...lacking.map(
            ({ people, products }) =>
              `${f.plural(people, { one: '# gets nothing', other: '# get nothing' })}, since no seat ` +
              `${products ? `of ${f.list(products)} ` : ''}is left`,
          ),
        ].join(' · '),
  findingWithheld: (people: number, products: readonly string[]) =>
    f.plural(people, { one: '# gets nothing', other: '# get nothing' }) +
    `, since this group also gives ${f.list(products)}, which they can’t get. ` +
    'Entra gives a member all that the group carries, or nothing',
  findingOthersUnknown:
    "What else this group gives couldn't be read, and Entra gives a member all that the group carries, or nothing",
  findingRefused: (people: number, products?: readonly string[]) =>
    f.plural(people, { one: '# gets nothing', other: '# get nothing' }) +
    `: another group already fails to give them ${products ? f.list(products) : 'the product'}`,
  findingMayBeRefused: (isShort: boolean) =>
    'Microsoft 365 also checks dependencies and conflicts with other products, so fewer may get it' +
    (isShort ? ', and a seat may be left for others' : ''),
  findingMembersOf: (users: number, products: readonly string[]) =>
    `${f.plural(users, { one: '# direct member: gets', other: '# direct members: each gets' })} ` +
    `what is missing of ${f.list(products)}`,
  findingShortOf: (users: number, products: readonly string[]) =>
    `${f.plural(users, { one: '# direct member', other: '# direct members' })}: ` +
    `there may not be enough seats of ${f.list(products)}. Entra gives a member all that the group carries, or nothing.`,
  findingMembers: (users: number) =>
    f.plural(users, {
      one: '# direct member gets a seat',
      other: '# direct members: those who lack the product get a seat',
    }),
  findingShort: (users: number) =>
    f.plural(users, {
      one: '# direct member, but no seat is left',
      other: '# direct members: there may not be enough seats for those who lack the product',
    }),
  findingNested: (groups: number) =>
    f.plural(groups, {
      one: '# group inside it: its members get nothing',
      other: '# groups inside it: their members get nothing',
    }),
  verdict: { send: 'Ready', risk: 'Check first', skip: 'Not needed', stop: 'Cannot be assigned' },

  willGet: (seats: number) => f.plural(seats, { one: '# will get a seat', other: '# will get a seat' }),
  willGetAtMost: (seats: number) => f.plural(seats, { other: 'Up to # will get a seat' }),
  seatsUnknown: 'The size of a group isn’t known, so neither is how many seats this takes',
  freeNotKnown: "Microsoft 365 doesn't say how many seats are free",
  seatsFree: (seats: number) => f.plural(seats, { one: '# seat free now', other: '# seats free now' }),
  seatsLeft: (seats: number) =>
    f.plural(seats, { one: '# seat left after that', other: '# seats left after that' }),
  seatsLeftAtLeast: (seats: number) =>
    f.plural(seats, { one: 'at least # seat left after that', other: 'at least # seats left after that' }),
  seatsMissing: (seats: number) => f.plural(seats, { one: '# seat missing', other: '# seats missing' }),
  seatsMissingAtLeast: (seats: number) =>
    f.plural(seats, { one: 'at least # seat missing', other: 'at least # seats missing' }),
  seatsMissingAtMost: (seats: number) =>
    f.plural(seats, { one: 'up to # seat missing', other: 'up to # seats missing' }),
  /** What the list takes of one of several products; `at-most`: a group may take less. */
  seatsOf: (product: string, { given, left, missing, certainty }: SeatWords) => {
    if (certainty === 'unknown')
      return `${product}: ${f.plural(given + left, { one: '# seat free', other: '# seats free' })} · how many it takes isn’t known`;
    const isBound = certainty === 'at-most';
    return (
      `${product}: ${isBound ? 'up to ' : ''}${f.plural(given, { one: '# gets it', other: '# get it' })} · ` +
      (missing > 0
        ? (isBound ? 'up to ' : '') + f.plural(missing, { one: '# seat missing', other: '# seats missing' })
        : (isBound ? 'at least ' : '') + f.plural(left, { one: '# seat left', other: '# seats left' }))
    );
  },
  takes: (inMs: number) => `takes about ${f.duration(inMs)}`,
  takesInAll: (inMs: number) => `Takes about ${f.duration(inMs)}`,
  getMore: 'Get more licenses',
  getMoreOf: (product: string) => `Get more licenses of ${product}`,
  seatsShortTitle: 'When no seat is left',
  seatsShortGoOn: 'Go on, and say who got none',
  seatsShortStop: 'Stop, and let the rest wait until you resume',

  wayTitle: 'How to assign',
  wayDirect: (inMs: number) => `To each person directly. Takes about ${f.duration(inMs)}.`,
  wayGroup: (inMs: number) =>
    `Through a group. Adding everyone takes about ${f.duration(inMs)}; Entra then gives out the licenses.`,
  wayGroupOff: 'Not with groups in the list: members of a group inside a group get nothing.',
  wayGroupSeveral:
    'Not with several products: a group gives all of them to everyone in it, also to those who have one already.',
  wayGroupNotPermitted:
    'Your role does not let you change groups. A User, Groups or Global Administrator can assign through a group.',
  whichGroup: 'Group',
  newGroup: 'Make a new security group',
  existingGroup: 'Take a group that exists',
  groupName: 'Name of the new group',
  groupNameDefault: (product: string) => `${product} licenses`,
  groupNameMissing: 'Give the group a name.',
  groupPicker: 'Find the group',
  changeGroup: 'Change',
  groupGives: (people: number) =>
    f.plural(people, {
      one: '# person who is in it already gets the product too, and takes a seat of their own.',
      other: '# people who are in it already get the product too, and take # more seats.',
    }),
  groupSizeUnknown: 'The size of this group isn’t known. Everyone who is in it already gets the product too.',
  groupMayGive: (people: number | undefined) =>
    'What this group gives couldn’t be read. ' +
    (people === undefined
      ? 'Everyone who is in it already may get the product too.'
      : f.plural(people, {
          one: 'The person who is in it already may get the product too.',
          other: 'The # people who are in it already may get the product too.',
        })),
  groupHasPeople: (people: number) =>
    f.plural(people, {
      one: 'The person who is in it already gets the product too.',
      other: 'The # people who are in it already get the product too.',
    }),
  unsuitable: {
    dynamic: 'A rule decides who is in this group. Nobody can be added to it here.',
    synced: 'This group is managed in your own directory. Nobody can be added to it here.',
    'mail-enabled': 'Members of mail-enabled groups cannot be changed here.',
    'not-security-enabled': 'This group cannot carry licenses. It must be security enabled.',
    'role-assignable': 'Roles can be assigned to this group, so its members would get them too.',
  } satisfies Record<GroupUnsuitability, string>,
  groupEntra:
    'Entra gives the license to each member. It works on after the job has sent everything, and needs Microsoft Entra ID P1 or a plan that contains it.',
  groupLeaving: 'Whoever leaves the group loses the license.',
  groupScopesNew:
    'The app asks for permission to make a group and to add members (Group.ReadWrite.All, GroupMember.ReadWrite.All).',
  groupScopesExisting: 'The app asks for permission to add members (GroupMember.ReadWrite.All).',
  reasonGroup: 'Choose the group first.',

  nothingToSend: 'Nothing in the list needs to be sent.',

  plansTitle: 'Turn apps and services on or off',
  plansNote: 'Applies to those who get the product now. People who have it keep their apps as they are.',
  plansOn: (on: number, all: number) => `${f.number(on)} of ${f.number(all)} on`,
  plansNoneOn: 'Leave at least one app or service on.',
  plansNoneOnOf: (product: string) => `Leave at least one app or service of ${product} on.`,

  alsoAssign: 'Also assign',
  noneToAdd: 'All products that can be assigned are chosen.',
  productsTitle: 'Products to assign',
  productsNote: 'Each person gets all of them in one step, or none of them where one cannot be given.',
  productAdded: (product: string) => `${product} is assigned as well.`,
  productDropped: (product: string) => `${product} is not assigned any more.`,
  dropProduct: (product: string) => `Do not assign ${product}`,

  reasonEmpty: 'Add at least one user or group.',
  reasonReading: 'Finish adding the list first, or cancel it.',
  planning: 'Preparing…',
  reasonChecking: 'Wait until everyone in the list is checked.',

  assignMore: 'Assign more',
  columnWho: 'User or group',

  countryMissing: (count: number) =>
    f.plural(count, {
      one: '# person has no usage location, and can’t get a license without one.',
      other: '# people have no usage location, and can’t get a license without one.',
    }),
  countrySet: 'Set usage location',
  countryTitle: 'Set usage location',
  countryIntro:
    'Microsoft 365 needs the country or region in which each person uses the product, since not every product may be used everywhere.',
  countryLabel: 'Country or region',
  countryChoose: 'Select a country or region',
  countryPeople: 'People without a usage location',
  countrySelect: (name: string) => `Select ${name}`,
  countrySelectAll: 'Select all',
  countryWho: 'User',
  countryForever: 'This can’t be undone: a usage location can be changed later, but never be empty again.',
  countrySum: (count: number, country: string) =>
    f.plural(count, { one: `# person gets ${country}.`, other: `# people get ${country}.` }),
  countryNoPeople: 'Select at least one person.',
  countryNone: 'Select a country or region first.',
  countryPermission:
    'If your organization hasn’t agreed to it yet, the app asks for permission to change users (User.ReadWrite.All).',
});
