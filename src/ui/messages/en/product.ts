import type { IssueCode, SeatCount } from '../../../licensing/types';
import type { GroupKind } from '../../../base/principal';
import type { Format } from '../format';

/** Words of the product page and of the grids that show who holds a product. */
export const product = (f: Format) => ({
  back: 'Back to Licenses',
  notFoundTitle: 'This product is not in your organization',
  notFoundBody: 'The link may be old, or the product was removed. All products are listed under Licenses.',
  renewalUnread: "The renewal date couldn't be read.",
  earlierRenewalUnread: "Another date couldn't be read, and may be earlier.",
  renews: (iso: string) => `Renews or ends on ${f.date(iso)}`,

  assign: 'Assign licenses',
  unassign: 'Unassign licenses',
  install: 'Install this product',
  copyLink: 'Copy link to this page',
  manageCount: 'Add or remove licenses for your account',
  manageTitle: 'Add or remove licenses for your account',
  manageBody:
    "The vendor manages how many licenses your organization owns. You change the number, and the price, on the vendor's pages.",
  manageUnknown: 'No address of the vendor is known here. Your purchase confirmation names it.',
  linkShared: 'The link is ready to share.',

  stillRemovable: 'You can still unassign these licenses, or move people to another product.',
  removableIfAllowed:
    'You can try to unassign these licenses, or to move people to another product. Microsoft 365 may refuse.',
  mayRefuse:
    'Microsoft 365 may refuse this, since your organization no longer owns the product. The job then says so for each person.',
  undoNeedsRenewal: "You can't undo this while licenses of this product can't be assigned.",
  reasonNothingSelected: 'Select people or groups in the list first.',
  reasonGroupsOnly: 'Your role covers groups only. Take the people out of the selection.',
  reasonNoInstall: 'The catalogue does not say how this product is installed.',

  tabs: 'Parts of this product',
  users: 'Users',
  groups: 'Groups',
  about: 'About',

  selected: (users: number, groups: number) => {
    const parts = [
      ...(users > 0 ? [f.plural(users, { one: '# user', other: '# users' })] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# group', other: '# groups' })] : []),
    ];
    return `${f.list(parts)} selected`;
  },
  clearSelection: 'Clear selection',
  notShown: (count: number) => ` · ${f.number(count)} of them not shown`,
  selectAll: (count: number) => `Select all ${f.number(count)}`,
  selectingAll: (count: number) => `Selecting all ${f.number(count)}…`,
  selectAllRows: 'Select all shown',
  selectRow: (name: string) => `Select ${name}`,
  sortBy: (column: string) => `Sort by ${column}`,

  usersGrid: (name: string) => `Users who hold ${name}`,
  searchUsers: 'Search users',
  searchUsersHint: 'Name or address',
  clearSearch: 'Clear search',
  filters: 'Show only',
  filterName: {
    direct: 'Direct',
    inherited: 'Inherited',
    issues: 'With issues',
    blocked: 'Blocked',
    guests: 'Guests',
  },
  clearFilters: 'Clear filters',
  issuesIn: (group: string | undefined) => `Issues in ${group ?? 'one group'}`,
  countAll: (licensed: number, inError = 0, isPartial = false) => {
    const people = f.plural(licensed, { one: '# person has a license', other: '# people have a license' });
    if (inError === 0) return isPartial ? `${people} · number in error not known` : people;
    return `${people} · ${isPartial ? 'at least ' : ''}${f.number(inError)} in error`;
  },
  countShown: (shown: number, all: number, isPartial = false) => {
    const part = isPartial && shown > 0 ? `At least ${f.number(shown)}` : f.number(shown);
    return f.plural(all, { one: `${part} of # person`, other: `${part} of # people` });
  },
  countUnknown: (people: number) =>
    f.plural(people, {
      one: "# person left out, details aren't known",
      other: "# people left out, details aren't known",
    }),
  countSoFar: (shown: number, loaded: number) =>
    `${f.number(shown)} of the ${f.number(loaded)} loaded so far`,
  loadedOf: (loaded: number, total: number) => `${f.number(loaded)} of ${f.number(total)} loaded`,
  readingInError: "Checking who's in error…",
  loadedSoFar: (loaded: number) => `${f.number(loaded)} loaded so far`,
  issuesStrip: (inError: number, withIssue: number, isPartial: boolean) =>
    [
      ...(inError > 0
        ? [
            f.plural(inError, {
              one: `${isPartial ? 'At least ' : ''}# person is in error and doesn't have a license.`,
              other: `${isPartial ? 'At least ' : ''}# people are in error and don't have a license.`,
            }),
          ]
        : []),
      ...(withIssue > 0
        ? [
            f.plural(withIssue, {
              one: '# person has a license with an issue.',
              other: '# people have a license with an issue.',
            }),
          ]
        : []),
    ].join(' '),
  showIssues: 'Show them',
  issuesUnreadable: "People with issues couldn't be read, so some may be missing from this list.",
  issuesUnreadIn: (names: readonly string[], count: number) => {
    const areFew = names.length === count && count <= 3;
    const groups = areFew ? f.list(names) : f.plural(count, { one: 'one group', other: '# groups' });
    return `Issues in ${groups} couldn't be read, so some people may be missing from this list.`;
  },

  columnUser: 'User',
  columnPath: 'How',
  columnState: 'State',
  columnSince: 'Since',
  columnPlansOff: 'Apps off',
  columnGroup: 'Group',
  columnKind: 'Kind',
  columnMembers: 'Members',
  columnIssues: 'People with issues',

  pathDirect: 'Direct',
  pathGroup: (name: string) => `via ${name}`,
  pathUnnamedGroup: 'via a group',
  guest: 'Guest',
  blocked: 'Blocked',
  seatState: {
    active: 'Active',
    'active-with-error': 'Active, with an issue',
    disabled: 'Disabled',
    error: 'In error',
    unknown: 'State not known',
  },
  issue: {
    'not-enough-licenses': 'Not enough licenses',
    'usage-location': 'Usage location not specified',
    'conflicting-plans': 'Conflicting service plans',
    'missing-plans': 'Missing dependent service plans',
    'duplicate-proxy-address': 'Duplicate proxy address',
    other: 'Other issue',
  } satisfies Record<IssueCode, string>,
  notKnown: 'Not known',
  /** Seats that can be given; an over-allocated product has none. */
  availableOf: ({ available }: Pick<SeatCount, 'available'>) =>
    available === undefined
      ? 'available seats not known'
      : f.plural(Math.max(0, available), { one: '# available', other: '# available' }),
  subscriptionsUnread: "The subscriptions couldn't be read, so renewal dates and trials aren't known.",
  isIncomplete: "Some details of this product couldn't be read. What's known is shown.",
  recordsUnread: (count: number) =>
    f.plural(count, { one: "# record couldn't be read", other: "# records couldn't be read" }),
  holderIncomplete: "Some details couldn't be read",
  none: 'None',

  emptyUsersTitle: 'Nobody holds this product yet',
  emptyUsersBody: 'Assign licenses to people or groups, and they appear here.',
  emptySearchTitle: 'Nobody found',
  emptySearchBody: 'No holder of this product matches the search and the filters.',
  partialSearchTitle: 'Not everyone could be read',
  partialSearchBody: 'None of the people who were read match the search and the filters.',
  emptyGroupsTitle: 'No group carries this product',
  emptyGroupsBody: 'Assign the product to a group, and Entra gives each direct member a license.',
  notListedTitle: 'Holders are not visible here',

  groupsGrid: (name: string) => `Groups that carry ${name}`,
  groupCount: (count: number) => f.plural(count, { one: '# group', other: '# groups' }),
  groupKind: {
    security: 'Security group',
    dynamic: 'Dynamic group',
    'mail-enabled-security': 'Mail-enabled security group',
    microsoft365: 'Microsoft 365 group',
    distribution: 'Distribution list',
  } satisfies Record<GroupKind, string>,
  groupDone: 'All licenses assigned',
  groupBusy: 'In progress',
  groupErrors: 'Errors & issues',
  groupUnknown: 'Not known',
  groupsRefreshing: 'Entra is still working on some groups. This list renews itself.',
  showPeopleWithIssues: (count: number, name: string) =>
    f.plural(count, { one: `# person with issues in ${name}`, other: `# people with issues in ${name}` }),

  plansTitle: 'Apps and services in this product',
  plansEmpty: 'Microsoft lists no apps or services for this product.',
  planOrganization: 'For the whole organization',
  subscriptionsTitle: 'Subscriptions',
  subscriptionsNote: 'Licenses of all subscriptions count together.',
  subscriptionsEmpty: 'No subscription of this product can be read.',
  subscriptionSeats: 'Licenses',
  subscriptionStatus: 'Status',
  subscriptionNext: 'Next renewal or end',
  subscriptionId: 'Subscription',
  subscriptionTrial: 'Trial',
  linksTitle: 'Vendor',
  linksEmpty: 'The catalogue names no pages of the vendor.',
  linkWebsite: 'Website',
  linkSupport: 'Support',
  linkManage: 'Manage the number of licenses',
  identifiersTitle: 'Identifiers',
  skuId: 'SKU ID',
  skuPartNumber: 'SKU part number',
  entraAppId: 'Entra application ID',
  teamsAppId: 'Teams app ID',
  copy: (label: string) => `Copy ${label}`,
  copied: (label: string) => `${label} copied`,
});
