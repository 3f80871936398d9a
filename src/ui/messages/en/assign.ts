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
    licensed: 'Have it already',
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
      one: "# person has no usage location, and can't get a license without one.",
      other: "# people have no usage location, and can't get a license without one.",
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
  countryForever: "This can't be undone: a usage location can be changed later, but never be empty again.",
  countrySum: (count: number, country: string) =>
    f.plural(count, { one: `# person gets ${country}.`, other: `# people get ${country}.` }),
  countryNoPeople: 'Select at least one person.',
  countryNone: 'Select a country or region first.',
  countryPermission:
    "If your organization hasn't agreed to it yet, the app asks for permission to change users (User.ReadWrite.All).",
});
