import type { IssueCode, SeatCount } from '../../../licensing/types';
import type { GroupKind } from '../../../base/principal';
import type { Format } from '../format';

/** Words of the product page, and of the grids of users and groups with a product. */
export const product = (f: Format) => ({
  back: 'Back to Licenses',
  notFoundTitle: "We couldn't find this product",
  notFoundInDoor:
    "It isn't in the directory, but it might be in cloud licensing, which this app can't read now.",
  notFoundBody: 'The link might be old, or the product was removed.',
  seeAllLicenses: 'See all licenses',
  renewalUnread: "We couldn't read the renewal date.",
  earlierRenewalUnread: "We couldn't read another date, which might be earlier.",
  renews: (iso: string) => `Renews or expires on ${f.date(iso)}`,

  assign: 'Assign licenses',
  unassign: 'Unassign licenses',
  install: 'Install this product',
  seeHolders: 'See who has it',
  moreSelectionActions: 'More actions for the selection',
  moreActions: 'More actions',
  copyLink: 'Copy link to this page',
  manageCount: 'Add or remove licenses for your account',
  manageTitle: 'Add or remove licenses for your account',
  manageBody:
    "The vendor manages how many licenses your organization owns. Change the number, and the price, on the vendor's site.",
  manageUnknown: "We don't have the vendor's address. You'll find it in your purchase confirmation.",
  linkShared: 'You can now share the link.',

  stillRemovable: 'You can still unassign these licenses, or move people to another product.',
  removableIfAllowed:
    'You can try to unassign these licenses, or to move people to another product. Microsoft 365 might refuse.',
  mayRefuse:
    'Microsoft 365 might refuse this, because your organization no longer owns the product. The job shows the result for each person.',
  undoNeedsRenewal: "You can't undo this while licenses of this product can't be assigned.",
  reasonGroupsOnly: 'Your role covers groups only. Remove users from the selection.',
  reasonNoInstall: "The catalog doesn't say how to install this product.",

  tabs: 'Product details',
  titleOf: (product: string, tab: string) => `${product} – ${tab}`,
  users: 'Users',
  groups: 'Groups',
  issues: 'Issues',
  about: 'About',

  selected: (users: number, groups: number) => {
    const parts = [
      ...(users > 0 ? [f.plural(users, { one: '# user', other: '# users' })] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# group', other: '# groups' })] : []),
    ];
    return `${f.list(parts)} selected`;
  },
  clearSelection: 'Clear selection',
  selectionActions: 'Actions for what you selected',
  notShown: (count: number) => ` · ${f.number(count)} of them not shown`,
  selectAll: (count: number) => `Select all ${f.number(count)}`,
  selectingAll: (count: number) => `Selecting all ${f.number(count)}…`,
  selectAllRows: 'Select all shown',
  selectRow: (name: string) => `Select ${name}`,
  sortBy: (column: string) => `Sort by ${column}`,

  usersGrid: (name: string) => `Users who have ${name}`,
  searchUsers: 'Search users',
  searchUsersHint: 'Name or address',
  clearSearch: 'Clear search',
  filters: 'Show only',
  filterName: {
    direct: 'Direct',
    inherited: 'Inherited',
    issues: 'Issues',
    several: 'Several licenses',
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
  countWaiting: (people: number) => f.plural(people, { one: '# waits for one', other: '# wait for one' }),
  countDevices: (devices: number) =>
    f.plural(devices, { one: '# device has one too', other: '# devices have one too' }),
  emptyDevices: (devices: number) =>
    f.plural(devices, { one: '# device has a license.', other: '# devices have a license.' }),
  countShown: (shown: number, all: number, isPartial = false) => {
    const part = isPartial && shown > 0 ? `At least ${f.number(shown)}` : f.number(shown);
    return f.plural(all, { one: `${part} of # person`, other: `${part} of # people` });
  },
  countUnknown: (people: number) =>
    f.plural(people, {
      one: '# person left out, details not known',
      other: '# people left out, details not known',
    }),
  lookingThrough: (shown: number, loaded: number, total: number | undefined) => {
    const all = total === undefined ? 'everyone' : f.plural(total, { one: '# person', other: '# people' });
    return `Looking through ${all}… ${f.number(loaded)} done, ${f.number(shown)} found`;
  },
  loadedOf: (loaded: number, total: number) => `${f.number(loaded)} of ${f.number(total)} loaded`,
  readingInError: "Checking who's in error…",
  loadedSoFar: (loaded: number) => `${f.number(loaded)} loaded so far`,
  issueCount: (count: number, isPartial: boolean) => `${f.number(count)}${isPartial ? '+' : ''}`,
  severalHint: (count: number, isPartial: boolean) =>
    f.plural(count, {
      one: `${isPartial ? 'At least ' : ''}# person has licenses from more than one subscription.`,
      other: `${isPartial ? 'At least ' : ''}# people have licenses from more than one subscription.`,
    }),
  issuesHint: (inError: number, withIssue: number, isPartial: boolean) =>
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
  issuesUnreadable: "We couldn't read who has issues, so some people might be missing from this list.",
  issuesUnreadIn: (names: readonly string[], count: number) => {
    const areFew = names.length === count && count <= 3;
    const groups = areFew ? f.list(names) : f.plural(count, { one: 'one group', other: '# groups' });
    return `We couldn't read issues in ${groups}, so some people might be missing from this list.`;
  },

  columnUser: 'User',
  columnAssignedVia: 'Assigned via',
  columnSince: 'Since',
  columnNotes: 'Notes',
  columnGroup: 'Group',
  columnKind: 'Kind',
  columnMembers: 'Members',

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
    'usage-location': 'Usage location missing or not allowed',
    'conflicting-plans': 'Conflicting service plans',
    'missing-plans': 'Missing dependent service plans',
    'duplicate-proxy-address': 'Duplicate proxy address',
    other: 'Other issue',
  } satisfies Record<IssueCode, string>,
  notKnown: 'Not known',
  /** Seats that can be assigned; an over-allocated product has none. */
  availableOf: ({ available }: Pick<SeatCount, 'available'>) =>
    available === undefined
      ? 'available seats not known'
      : f.plural(Math.max(0, available), { one: '# available', other: '# available' }),
  subscriptionsUnread: "We couldn't read the subscriptions, so we don't know renewal dates and trials.",
  isIncomplete: "We couldn't read some details of this product. You see what we know.",
  recordsUnread: (count: number) =>
    f.plural(count, { one: "# record couldn't be read", other: "# records couldn't be read" }),
  holderIncomplete: "Some details couldn't be read",
  appsOff: (names: readonly string[]) => `Apps off: ${f.list(names)}`,

  personLicenses: 'Licenses',
  personNone: 'No licenses for the products in this app',
  personIncomplete: "Some licenses couldn't be read, so there might be more.",

  emptyUsersTitle: 'No users have this product yet',
  emptyUsersBody: 'When you assign licenses to users or groups, you see them here.',
  emptySearchTitle: 'No users found',
  emptySearchBody: 'No users with this product match your search and filters.',
  partialSearchTitle: "We couldn't read everyone",
  partialSearchBody: 'None of the users we could read match your search and filters.',
  emptyGroupsTitle: 'No groups have this product',
  emptyGroupsBody: 'When you assign it to a group, Microsoft 365 assigns a license to each direct member.',
  notListedTitle: "You can't see who has this product here",

  groupsGrid: (name: string) => `Groups that have ${name}`,
  groupCount: (count: number) => f.plural(count, { one: '# group', other: '# groups' }),
  team: 'Team',
  groupKind: {
    security: 'Security group',
    dynamic: 'Dynamic group',
    'mail-enabled-security': 'Mail-enabled security group',
    microsoft365: 'Microsoft 365 group',
    distribution: 'Distribution list',
  } satisfies Record<GroupKind, string>,
  groupDone: 'All licenses assigned',
  groupBusy: 'In progress',
  peopleWithIssues: (count: number) =>
    f.plural(count, { one: '# person with issues', other: '# people with issues' }),
  issuesNotKnown: 'Issues not known',
  groupUnknown: 'Not known',
  groupsRefreshing: 'Microsoft 365 is still working on some groups. This list updates automatically.',
  showPeopleWithIssues: (count: number, name: string) =>
    f.plural(count, { one: `# person with issues in ${name}`, other: `# people with issues in ${name}` }),

  plansTitle: 'Apps and services in this product',
  plansEmpty: "Microsoft doesn't list any apps or services for this product.",
  planOrganization: 'For the whole organization',
  subscriptionsTitle: 'Subscriptions',
  subscriptionsNote: 'Licenses of all subscriptions are added up.',
  subscriptionsEmpty: "We couldn't find any subscriptions to this product.",
  subscriptionSeats: 'Licenses',
  subscriptionStatus: 'Status',
  subscriptionNext: 'Next renewal or expiry',
  subscriptionId: 'Subscription',
  subscriptionTrial: 'Trial',
  linksTitle: 'Vendor',
  linksEmpty: 'The catalog has no links to the vendor.',
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
