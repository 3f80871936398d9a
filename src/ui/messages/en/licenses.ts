import type { Format } from '../format';

/** The start page: every product of the tenant. */
export const licenses = (f: Format) => ({
  title: 'Licenses',
  intro: 'Apps that your organization bought from software vendors other than Microsoft.',
  summary: 'Summary',
  seatsTotal: 'Seats',
  seatsTotalHint: (products: number) =>
    f.plural(products, { one: 'in # product with seats', other: 'in # products with seats' }),
  unused: 'Unused',
  unusedHint: (products: number) => f.plural(products, { one: 'in # product', other: 'in # products' }),
  noneLeft: 'None left',
  noneLeftHint: (products: number) => f.plural(products, { one: 'product', other: 'products' }),
  nextRenewal: 'Next renewal or end',
  nextRenewalNone: 'None planned',
  renewalsUnread: 'Renewal dates couldn’t be read.',
  someRenewalsUnread: 'Some renewal dates couldn’t be read.',
  nextRenewalIn: (days: number, isUnsure: boolean) =>
    (days <= 0 ? 'today' : f.plural(days, { one: 'in # day', other: 'in # days' })) +
    (isUnsure ? ', as far as known' : ''),
  search: 'Search products',
  filters: 'Filters',
  filterNames: {
    noneLeft: 'None left',
    unused: 'Unused seats',
    renewsSoon: 'Renews within 30 days',
    microsoft: 'Show Microsoft products',
    hidden: 'Show hidden',
  },
  clearFilters: 'Clear filters',
  table: 'Products',
  columns: {
    name: 'Product',
    assigned: 'Assigned',
    available: 'Available',
    state: 'State',
    renewal: 'Renews or ends',
  },
  sortBy: 'Sort by',
  ascending: 'Sort ascending',
  descending: 'Sort descending',
  found: (count: number) => f.plural(count, { one: '# product', other: '# products' }),
  foundOf: (count: number, total: number) => `${f.number(count)} of ${f.number(total)} products`,
  renewsOn: (day: string) => `Renews or ends ${day}`,
  noneUsable: 'None usable',
  notCounted: 'Not counted',
  decide: 'Decide',
  decideAbout: (product: string) => `Decide about ${product}`,
  hidden: 'Hidden',
  unknownOwner: 'Unknown vendor',
  goToVendor: 'Go to the vendor',
  goToVendorOf: (product: string) => `Go to the vendor of ${product}`,
  elsewhereTitle: 'Managed elsewhere',
  elsewhereText:
    'You can see these products here, but their licenses are not assigned through Microsoft 365.',
  emptyTitle: 'No ISV products yet',
  emptyText:
    'When your organization buys an app from another software vendor, it shows up here. You can also show the Microsoft products that you own.',
  nothingFoundTitle: 'No product matches',
  nothingFoundText: 'Try another word, or clear the filters.',
  readerNote: 'You can look at everything here. Your role does not include assigning licenses.',
  groupsOnlyNote: 'Your role covers groups: you can assign and remove licenses for groups.',
});
