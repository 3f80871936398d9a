import { listImport } from './assign/listImport';
import { preflight } from './assign/preflight';
import { seats } from './assign/seats';
import { assignmentMethod } from './assign/assignmentMethod';
import type { Format } from '../format';

/** Names two products, or one and the number of the others. */
function shortList(f: Format, products: readonly string[]): string {
  const [first = '', ...others] = products;
  if (others.length < 2) return f.list(products);
  return f.list([first, f.plural(others.length, { other: '# more products' })]);
}

/** Words of the assign pane, and of the people picker. */
export const assign = (f: Format) => ({
  ...listImport(f),
  ...preflight(f),
  ...seats(f),
  ...assignmentMethod(f),
  title: (products: readonly string[]) => `Assign ${shortList(f, products)}`,
  closePane: 'Close pane',
  assign: 'Assign',
  starting: 'Starting…',
  /** Stands right after the button **Assign**. */
  assignTo: (users: number, groups: number) =>
    `to ${f.list([
      ...(users > 0 ? [f.plural(users, { one: '# person', other: '# people' })] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# group', other: '# groups' })] : []),
    ])}`,

  pickerLabel: 'Users and groups',
  pickerHint: 'Enter a name or email address',
  pickerListHint: 'Enter a name or email address, or paste a list',
  pickerResults: 'Matching users and groups',
  /** Follows "waiting for", as `unfinishedWait` does. */
  searchWait: 'the search results',
  unfinishedWait: 'your unfinished list',
  searching: 'Searching…',
  nothingFound: (text: string) => `No users or groups match "${text}".`,
  found: (count: number) =>
    f.plural(count, {
      one: '# result. Use the arrow keys to select.',
      other: '# results. Use the arrow keys to select.',
    }),
  kindUser: 'User',
  kindGroup: 'Group',
  alreadyInList: 'In your list',
  hasDirect: 'Already has it',
  hasVia: (groups: readonly string[]) => `Has it via ${f.list(groups)}`,
  hasProduct: (product: string) => `Already has ${product}`,
  hasProductVia: (product: string, groups: readonly string[]) => `Has ${product} via ${f.list(groups)}`,
  aGroup: 'a group',
  added: (count: number, name: string) => `${count === 1 ? name : f.number(count)} added to the list.`,
  removed: (count: number, name: string) => `${count === 1 ? name : f.number(count)} removed from the list.`,

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
  discardReadingTitle: 'Stop adding this list?',
  discardReadingText: (name: string) =>
    `${name} isn't added to your list yet. If you close now, you need to add it again.`,
  discardReading: 'Stop',
  keepEditing: 'Keep editing',

  listTitle: 'Your list',
  listCount: (count: number) => f.plural(count, { one: '# in the list', other: '# in the list' }),
  listEmpty: 'Your list is empty. Search for users and groups above.',
  listEmptyHint: 'You can also paste a list of addresses, or drop an Excel, CSV, or text file here.',
  removeFromList: (name: string) => `Remove ${name} from the list`,
  lineFilters: {
    all: 'All',
    fix: 'Fix',
    checking: 'Checking',
    sent: 'Ready',
    licensed: 'Licensed',
    stopped: "Can't assign",
    duplicates: 'Duplicates',
  },
  lineReasons: {
    'no-seat': 'No seats left',
    'no-location': 'No usage location',
    blocked: 'Blocked',
    guest: 'Guests',
  },
  reasonMenu: 'Filter by reason',
  reasonAny: 'Any reason',
  lineFilter: (name: string, count: number) => `${name} (${f.number(count)})`,
  attentionSection: (lines: number) =>
    f.plural(lines, { one: '# needs your attention', other: '# need your attention' }),
  listSection: (count: number) => f.plural(count, { one: '# user or group', other: '# users and groups' }),
  duplicateSection: (lines: number) => f.plural(lines, { one: '# duplicate', other: '# duplicates' }),
  searchList: 'Search in the list',
  listNoneShown: 'No users or groups in the list match your search.',
  removeAll: (count: number) => f.plural(count, { one: 'Remove #', other: 'Remove all #' }),
  removeAllSpoken: (count: number, filter: string) =>
    f.plural(count, { one: `Remove # (${filter})`, other: `Remove all # (${filter})` }),
  fromHereNoSeat: 'No seats left from here on',
  fromHereMayLack: 'There might be no seats left from here on',
  fromHereNoSeatOf: (products: readonly string[]) => `No seats of ${f.list(products)} left from here on`,
  fromHereMayLackOf: (products: readonly string[]) =>
    `There might be no seats of ${f.list(products)} left from here on`,
  checking: 'Checking…',
  checkFailed: "We couldn't read the current licenses of these users and groups.",

  nothingToSend: "There's nothing to assign in this list.",

  plansTitle: 'Turn apps and services on or off',
  plansNote:
    'Applies to people who get the product now. People who already have it keep their apps as they are.',
  /** Follows the title; the dot keeps the two apart for screen readers too. */
  plansOn: (on: number, all: number) => ` · ${f.number(on)} of ${f.number(all)} on`,
  plansNoneOn: 'Leave at least one app or service on.',
  plansNoneOnOf: (product: string) => `Leave at least one app or service of ${product} on.`,

  options: 'Options',
  optionsBack: 'Back to the list',
  optionDirect: 'Direct',
  optionGroup: 'Through a group',
  optionApps: (on: number, all: number) =>
    on === all
      ? f.plural(all, { one: '# app on', other: '# apps on' })
      : `${f.number(on)} of ${f.plural(all, { one: '# app', other: '# apps' })} on`,
  optionProducts: (count: number) => f.plural(count, { one: '# product', other: '# products' }),
  optionPauses: 'pauses when seats run out',

  alsoAssign: 'Also assign',
  noneToAdd: "You've already added all products that can be assigned.",
  productsTitle: 'Products to assign',
  productsNote: (isOneStep: boolean): string =>
    isOneStep
      ? "Each person gets all products in one step. If one can't be assigned, they get none."
      : "Each person gets the products one after another. If one can't be assigned, the others are taken back. If that fails too, the job shows who is half done.",
  productAdded: (product: string) => `${product} added.`,
  productDropped: (product: string) => `${product} removed.`,
  dropProduct: (product: string) => `Don't assign ${product}`,

  reasonEmpty: 'Add at least one user or group.',
  reasonReading: 'Finish adding the list first, or cancel it.',
  reasonChecking: 'Wait until the whole list is checked.',

  assignMore: 'Assign more',
  columnWho: 'User or group',

  countryMissing: (count: number) =>
    f.plural(count, {
      one: '# person has no usage location.',
      other: '# people have no usage location.',
    }),
  countrySet: 'Set usage location',
  countryTitle: 'Set usage location',
  countryIntro:
    'Microsoft 365 needs the country or region where each person uses the product, because not every product is available everywhere.',
  countryLabel: 'Country or region',
  countryChoose: 'Select a country or region',
  countryPeople: 'People without a usage location',
  countrySelect: (name: string) => `Select ${name}`,
  countrySelectAll: 'Select all',
  countryWho: 'User',
  countryForever: "This can't be undone: you can change a usage location later, but not clear it.",
  countrySum: (count: number, country: string) =>
    f.plural(count, { one: `# person gets ${country}.`, other: `# people get ${country}.` }),
  countryNoPeople: 'Select at least one person.',
  countryNone: 'Select a country or region first.',
  countryPermission:
    "If your organization hasn't granted it yet, the app asks for permission to change users (User.ReadWrite.All).",
});
