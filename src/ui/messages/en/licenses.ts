import type { Format } from '../format';

/** Words of the start page with every product of the tenant. */
export const licenses = (f: Format) => ({
  title: 'Licenses',
  renewalsUnread: "Renewal dates couldn't be read.",
  someRenewalsUnread: "Some renewal dates couldn't be read.",
  nextRenewalNone: 'None planned',
  nextRenewalIn: (days: number) =>
    days <= 0 ? 'today' : f.plural(days, { one: 'in # day', other: 'in # days' }),
  asFarAsKnown: (text: string) => `${text}, as far as we know`,
  search: 'Search products',
  filters: 'Filters',
  all: 'All',
  filterNames: {
    attention: 'Needs attention',
    noneLeft: 'Full',
    renewsSoon: 'Renewing soon',
    unused: 'Unused seats',
    microsoft: 'Show Microsoft products',
    hidden: 'Show hidden',
  },
  /** About a number that others may have to be added to. */
  someUnread: "Some numbers aren't known, so there may be more.",
  clearFilters: 'Clear filters',
  table: 'Products',
  columns: {
    name: 'Product',
    assigned: 'Assigned',
    available: 'Available',
    renewal: 'Renews or expires',
  },
  actions: 'Actions',
  viewMenu: 'View',
  sortBy: 'Sort by',
  attentionFirst: 'Needs attention first',
  ascending: 'Sort ascending',
  descending: 'Sort descending',
  /** `share` is a written percentage. */
  usage: (share: string, seats: number) =>
    `${share} of ${f.plural(seats, { one: '# seat', other: '# seats' })} used`,
  usageUnknown: 'Seats not known',
  found: (count: number) => f.plural(count, { one: '# product', other: '# products' }),
  foundOf: (count: number, total: number) => `${f.number(count)} of ${f.number(total)} products`,
  /** A date, if an earlier one is possible. */
  orEarlier: (day: string) => `${day} or earlier`,
  renewsOn: (day: string) => `Renews or expires ${day}`,
  noneUsable: 'None usable',
  notCounted: 'Not counted',
  assignOf: (product: string) => `Assign licenses of ${product}`,
  moreOf: (product: string) => `More actions for ${product}`,
  hidden: 'Hidden',
  detailsUnread: "Some details couldn't be read",
  unknownOwner: 'Unknown vendor',
  emptyTitle: 'No ISV products yet',
  emptyText:
    'Apps that your organization buys from software vendors other than Microsoft show up here. You can also show the Microsoft products that you own.',
  nothingFoundTitle: 'No products found',
  nothingFoundText: 'Try another search, or clear the filters.',
  readerNote: "You can view everything here. Your role doesn't let you assign licenses.",
  groupsOnlyNote: 'Your role covers groups: you can assign and remove licenses for groups.',
});
