import type { Format } from '../format';

/** Words of the search for people and of a person's page. */
export const people = (f: Format) => ({
  searchLabel: 'Search people',
  searchHint: 'Name or email address',
  startTitle: 'Find a person',
  startText: 'Type at least two letters of a name or an address to see which licenses a person has.',
  noneTitle: 'No people found',
  noneText: 'Check the spelling, or search for the email address.',
  results: 'People found',
  found: (count: number) => f.plural(count, { one: '# person found', other: '# people found' }),
  firstOnly: (count: number) =>
    `Showing the first ${f.number(count)}. Type more of the name to find someone else.`,
  searching: 'Searching…',
  columnPerson: 'Person',
  columnWork: 'Title and department',
  columnHolds: 'Licenses',
  holdsNone: 'None',
  holds: (names: readonly string[], more: number) =>
    more > 0
      ? `${names.join(', ')}, ${f.plural(more, { one: 'and # more', other: 'and # more' })}`
      : names.join(', '),
  holdsUnread: "We couldn't read all licenses",

  openPage: 'Open page',
  back: 'Back to People',
  notFoundTitle: "We couldn't find this person",
  notFoundText: 'The account might have been deleted, or the link might be old.',
  searchPeople: 'Search people',
  usageLocation: (country: string) => `Usage location: ${country}`,
  noUsageLocation: 'No usage location',
  licenses: (count: number) => f.plural(count, { one: '# license', other: '# licenses' }),
  gridOf: (name: string) => `Licenses of ${name}`,
  columnProduct: 'Product',
  columnBy: 'By',
  byOf: (name: string) => `By ${name}`,
  byGroup: (name: string) => `Added to the group by ${name}`,
  byNotInLog: 'Not in the audit log',
  noneLicensesTitle: 'No licenses',
  noneLicensesText: 'This person has no licenses for the products in this app.',
  sameSeat: 'Second way to the same seat',
  secondSeat: 'Takes a second seat',
  subscriptionOf: (place: number, count: number) => `Subscription ${f.number(place)} of ${f.number(count)}`,
  showMicrosoft: (count: number) =>
    f.plural(count, { one: 'Show # Microsoft product', other: 'Show # Microsoft products' }),
  hideMicrosoft: 'Hide Microsoft products',
  microsoftList: 'Microsoft products',

  showBy: 'Show who assigned',
  showByText: 'Who assigned a license is in the audit log, which needs another permission.',
  byForbidden:
    "Your role can't read the audit log, so we can't show who assigned these licenses. A Global Reader, Reports Reader, or Security Reader can.",
  byNeedsPremium: 'Your organization needs Microsoft Entra ID P1 to show who assigned these licenses.',
  byUnread: "We couldn't read the audit log, so we don't show who assigned these licenses.",
  byPartial: 'We read only the newest part of the audit log.',
  byNote:
    'The audit log goes back 7 or 30 days, depending on your plan. New entries arrive after some minutes.',

  unassignOf: (product: string) => `Unassign ${product}`,
  moveOf: (product: string) => `Move ${product}`,
  columnActions: 'Actions',

  removeAll: 'Remove everything',
  removeIntro: (name: string) =>
    `Check what happens before you remove the licenses of ${name}. One job removes them, and you can undo it. Direct licenses for Microsoft products stay.`,
  removeList: 'What happens to each product',
  removeApart:
    "Products that can no longer be assigned are not selected: Microsoft 365 might refuse to remove them, and the whole change with them. Undo can't give them back.",
  /** Below a product that isn't selected, and of which the person leaves a group. */
  removeKeepsDirect: 'Keeps the direct license.',
  removeSum: ({ removed, left, staying }: Readonly<Record<'removed' | 'left' | 'staying', number>>) =>
    [
      ...(removed > 0 || left === 0
        ? [
            f.plural(removed, {
              one: '# direct license will be removed',
              other: '# direct licenses will be removed',
            }),
          ]
        : []),
      ...(left > 0 ? [f.plural(left, { one: 'leaves # group', other: 'leaves # groups' })] : []),
      ...(staying > 0 ? [f.plural(staying, { one: '# stays as it is', other: '# stay as they are' })] : []),
    ].join(' · '),
  selectProduct: 'Select at least one product.',
  selectRemoval: 'Select at least one product or group.',
  reasonNothing: 'This person has no license that can be removed.',
  copy: 'Copy from another person',
  copyIntro: (name: string) =>
    `Select a person whose licenses ${name} gets too. What comes from groups there is assigned directly here, with the same apps off.`,
  copyFrom: 'Copy from',
  copyOther: 'Select someone else',
  copyNone: (source: string, name: string) =>
    `${source} has no licenses of products that can be assigned and that ${name} doesn't have.`,
  giveIntro: (name: string, isOneStep: boolean) =>
    `Select the products to assign to ${name}. ${
      isOneStep
        ? 'All of them are assigned in one change.'
        : "They're assigned one after another. If one can't be assigned, the others are taken back."
    }`,
  giveNone: 'This person already has every product that can be assigned.',
  giveList: 'Products to assign',
});
