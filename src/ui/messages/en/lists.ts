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
