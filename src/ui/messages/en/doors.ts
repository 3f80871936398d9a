import type { Door, DoorLimit, DoorState } from '../../../licensing/door';
import type { Format } from '../format';

const own: Readonly<Record<Door, string>> = {
  directory: 'The Microsoft 365 directory',
  'cloud-licensing': 'Cloud licensing',
};
const others: Readonly<Record<Door, string>> = {
  directory: 'the Microsoft 365 directory',
  'cloud-licensing': 'cloud licensing',
};

/** Words about where licenses are kept, and about products with several subscriptions. */
export const doors = (f: Format) => ({
  title: 'Where licenses are kept',
  name: { directory: 'Microsoft 365 directory', 'cloud-licensing': 'Cloud licensing' } satisfies Record<
    Door,
    string
  >,
  state: {
    open: 'Shown in this app',
    closed: "Your organization doesn't have it, or it didn't answer as expected",
    'needs-consent': 'Needs one more permission to be seen',
    unknown: "Couldn't be read. Try again later.",
  } satisfies Record<DoorState['kind'], string>,
  offer: 'Licenses that vendors keep in cloud licensing need one more permission to be seen.',
  givePermission: 'Give permission',
  notNow: 'Not now',
  unread:
    "Licenses that are kept in cloud licensing couldn't be read. They might be missing here, or out of date.",

  throughTitle: 'Licenses come through',
  through: (first: Door, more: readonly Door[]) =>
    more.length === 0
      ? own[first]
      : `${own[first]}. They're also listed in ${f.list(more.map((door) => others[door]))}.`,
  limit: {
    'group-processing': "Cloud licensing doesn't tell whether a group's licenses are all assigned.",
    'assignment-dates': "Cloud licensing doesn't tell since when people have a license.",
    issues: "Cloud licensing doesn't tell issues with licenses of this product, only who waits for one.",
  } satisfies Record<DoorLimit, string>,
  limitsTitle: "What you can't see here",

  subscription: (place: number, nextIso: string | undefined) =>
    nextIso === undefined
      ? `Subscription ${f.number(place)}`
      : `Subscription ${f.number(place)}, renews or expires on ${f.date(nextIso)}`,
  used: 'Licenses',
  usedOf: (assigned: number, total: number) => `${f.number(assigned)} of ${f.number(total)} assigned`,
  assignableTo: 'Can be assigned to',
  kinds: { both: 'People and groups', user: 'People', group: 'Groups', none: 'No people or groups' },
  personal: 'One person bought this subscription. Only that person can assign its licenses.',
  separate: 'Licenses of each subscription are counted separately. A person can have one of each.',
  catalogId: 'Catalog ID',
  assignFrom: 'Assign licenses from',
  onlyKind: {
    user: "Licenses of this subscription can't be assigned to groups.",
    group: "Licenses of this subscription can't be assigned to people directly.",
  },

  waitingFor: (product: string) => `People who wait for a license of ${product}`,
  waitingNote:
    'Their group has the product, but no license was left. When one becomes available, the first in line gets it.',
  columnPlace: 'Place',
  columnWaitingSince: 'Waiting since',
  columnSubscription: 'Subscription',
  moreWaiting: (count: number) =>
    f.plural(count, { one: '# more person waits.', other: '# more people wait.' }),
  noneWaiting: 'No users wait for a license of this product.',
  waitingUnread: "We couldn't read who waits for a license.",
  waitingCount: (count: number) =>
    f.plural(count, { one: '# person waits for a license', other: '# people wait for a license' }),

  several: (count: number) => f.plural(count, { one: '# license', other: '# licenses of this product' }),
  severalCount: (count: number) =>
    f.plural(count, {
      one: '# person has more than one license',
      other: '# people have more than one license',
    }),
  removeWhich: 'Which licenses to remove',
  removeAll: 'All of them',
  removeOnly: (subscription: string) => `Only those of: ${subscription}`,
  severalSelected: (count: number) =>
    f.plural(count, {
      one: '# person has more than one license of this product. Remove one of them to make it available again.',
      other:
        '# people have more than one license of this product. Remove one of them to make it available again.',
    }),
  keepsOther: 'Keeps another license of this product',

  manageWhere: 'Where you add or remove licenses depends on where your organization bought the product.',
  manageMicrosoft: 'If you bought it through Microsoft, change the number in the Microsoft 365 admin center.',
  manageVendor: "If you bought it from the vendor, change the number on the vendor's site.",
  openAdminCenter: 'Open the admin center',
  openVendor: "Open the vendor's site",
});
