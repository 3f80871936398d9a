import type { Format } from '../format';

/** Words of lists that are exported, filtered by value, and shown with columns of choice. */
export const lists = (f: Format) => ({
  export: 'Export',
  exportShown: (count: number) => f.plural(count, { one: 'Export the # shown', other: 'Export the # shown' }),
  exportMatching: 'Export all that match',
  exportAll: (count: number | undefined) =>
    count === undefined ? 'Export everyone' : `Export all ${f.number(count)}`,
  exportAllProducts: (count: number) => `Export all ${f.number(count)} products`,
  exportShownProducts: (count: number) =>
    f.plural(count, { one: 'Export the # product shown', other: 'Export the # products shown' }),
  /** Said while the rest of a list is loading. */
  waitText: (loaded: number, total: number | undefined) =>
    total === undefined
      ? `The file needs everyone. ${f.number(loaded)} loaded so far…`
      : `The file needs everyone. ${f.number(loaded)} of ${f.number(total)} loaded…`,
  waitFailed: "The rest of the list couldn't be loaded, so there's no file yet.",
  /** Last row of a file. */
  missing: (count: number) =>
    f.plural(count, {
      one: "Incomplete: # record couldn't be read and isn't in this file.",
      other: "Incomplete: # records couldn't be read and aren't in this file.",
    }),
  missingIssues: "Incomplete: not all people in error could be read, so some aren't in this file.",
  missingUnknown: (count: number) =>
    f.plural(count, {
      one: "# person isn't in this file, since the details to filter by aren't known.",
      other: "# people aren't in this file, since the details to filter by aren't known.",
    }),
  unlistedUnread: "Incomplete: products that are no longer listed couldn't be read.",
  cloudUnread: "Might be incomplete: products that come only through cloud licensing couldn't be read.",
  /** Words of file names. */
  fileWords: { users: 'users', groups: 'groups', products: 'products', waiting: 'waiting', jobs: 'activity' },
  columns: {
    department: 'Department',
    company: 'Company',
    location: 'Usage location',
    account: 'Account',
    jobTitle: 'Job title',
    apps: 'Apps off',
    signInName: 'Sign-in name',
    address: 'Email',
    id: 'Object ID',
  },
  filter: 'Filter',
  filterTitle: 'Filter users',
  filterBy: (count: number) => (count === 0 ? 'Filter' : `Filter, ${f.number(count)} active`),
  filterCount: (count: number) => `Filter (${f.number(count)})`,
  searchValues: 'Search departments, countries…',
  /** People that the numbers beside values are of. */
  countedAll: (people: number) =>
    f.plural(people, { one: 'Numbers are of # person.', other: 'Numbers are of all # people.' }),
  countedSoFar: (people: number, total: number | undefined) =>
    total === undefined
      ? `Numbers are of the ${f.number(people)} people loaded so far.`
      : `Numbers are of the ${f.number(people)} people loaded so far, out of ${f.number(total)}.`,
  kinds: {
    department: 'Department',
    location: 'Usage location',
    company: 'Company',
    account: 'Sign-in',
    userType: 'User type',
    group: 'Assigned via group',
    issue: 'Issue',
  },
  /** Text of an active filter. */
  activeValue: (kind: string, value: string) => `${kind}: ${value}`,
  removeFilter: 'Select to remove this filter',
  notSet: 'Not set',
  member: 'Member',
  unnamedGroup: (id: string) => `Group ${id}`,
  moreValues: (count: number) => `Show ${f.number(count)} more`,
  searchForMore: (count: number) =>
    f.plural(count, { one: '# more. Search to find it.', other: '# more. Search to find them.' }),
  showPeople: (count: number, isComplete: boolean) =>
    isComplete
      ? f.plural(count, { one: 'Show # person', other: 'Show # people' })
      : f.plural(count, { one: 'Show # person so far', other: 'Show # people so far' }),
  clearValues: 'Clear',
  selectMatching: (count: number) =>
    f.plural(count, { one: 'Select # that matches', other: 'Select all # that match' }),
  selectingMatching: 'Selecting all that match…',
  columnsMenu: 'Columns',
  resetColumns: 'Reset columns',
  signInAllowed: 'Sign-in allowed',
  signInBlocked: 'Sign-in blocked',
  /** Headings of exports. */
  heads: {
    productKey: 'Product ID',
    skuPartNumber: 'SKU part number',
    publisher: 'Publisher',
    total: 'Usable seats',
    state: 'State',
    description: 'Description',
    withIssues: 'People with issues',
    place: 'Place',
    pool: 'SKU or pool ID',
    started: 'Planned',
    runBy: 'Run by',
    jobId: 'Job ID',
  },
});
