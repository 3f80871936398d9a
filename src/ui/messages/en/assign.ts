import { listImport } from './assign/listImport';
import { preflight } from './assign/preflight';
import { seats } from './assign/seats';
import { assignmentMethod } from './assign/assignmentMethod';
import type { Format } from '../format';

/** Words of the assign pane, and of the people picker. */
export const assign = (f: Format) => ({
  ...listImport(f),
  ...preflight(f),
  ...seats(f),
  ...assignmentMethod(f),
  title: 'Assign licenses',
  subtitle: (products: readonly string[]) => `Choose who gets ${f.list(products)}.`,
  assign: 'Assign',

  pickerLabel: 'Users and groups',
  pickerHint: 'Enter a name or email address',
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
  keepEditing: 'Keep editing',

  listTitle: 'Your list',
  listCount: (count: number) => f.plural(count, { one: '# in the list', other: '# in the list' }),
  listEmpty: 'Your list is empty. Search for users and groups above.',
  removeFromList: (name: string) => `Remove ${name} from the list`,
  lineFilters: {
    sent: 'Will be sent',
    licensed: 'Already have it',
    stopped: "Can't be assigned",
    'no-seat': 'No seats left',
    'no-location': 'No usage location',
    blocked: 'Blocked',
    guest: 'Guests',
  },
  lineFilter: (name: string, count: number) => `${name} (${f.number(count)})`,
  searchList: 'Search in the list',
  listNoneShown: 'No users or groups in the list match your search.',
  removeStopped: (count: number) =>
    f.plural(count, {
      one: "Remove # that can't be assigned",
      other: "Remove # that can't be assigned",
    }),
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
  plansOn: (on: number, all: number) => `${f.number(on)} of ${f.number(all)} on`,
  plansNoneOn: 'Leave at least one app or service on.',
  plansNoneOnOf: (product: string) => `Leave at least one app or service of ${product} on.`,

  alsoAssign: 'Also assign',
  noneToAdd: "You've already added all products that can be assigned.",
  productsTitle: 'Products to assign',
  productsNote: "Each person gets all products in one step. If one can't be assigned, they get none.",
  productAdded: (product: string) => `${product} added.`,
  productDropped: (product: string) => `${product} removed.`,
  dropProduct: (product: string) => `Don't assign ${product}`,

  reasonEmpty: 'Add at least one user or group.',
  reasonReading: 'Finish adding the list first, or cancel it.',
  planning: 'Preparing…',
  reasonChecking: 'Wait until the whole list is checked.',

  assignMore: 'Assign more',
  columnWho: 'User or group',

  countryMissing: (count: number) =>
    f.plural(count, {
      one: "# person has no usage location, and can't get a license without one.",
      other: "# people have no usage location, and can't get a license without one.",
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
