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

  gone: "Your organization's products in cloud licensing can't be read anymore, so they're missing here. It doesn't answer, or your account lost access to it.",

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

  subscription: (place: number, nextIso: string | undefined) =>
    nextIso === undefined
      ? `Subscription ${f.number(place)}`
      : `Subscription ${f.number(place)}, renews or expires on ${f.date(nextIso)}`,
  used: 'Licenses',
  usedOf: (assigned: number, total: number) =>
    total === 0 && assigned > 0
      ? `${f.number(assigned)} assigned, none usable`
      : `${f.number(assigned)} of ${f.number(total)} assigned`,
  assignableTo: 'Can be assigned to',
  kinds: { both: 'People and groups', user: 'People', group: 'Groups', none: 'No people or groups' },
  personal: 'One person bought this subscription. Only that person can assign its licenses.',
  separate: 'Licenses of each subscription are counted separately. A person can have one of each.',
  catalogId: 'Catalog ID',

  manageInAdminCenter:
    'It looks like your organization bought this product through Microsoft. Change the number of licenses in the Microsoft 365 admin center (admin.microsoft.com), under Billing > Your products.',
  manageWhere: 'Where you add or remove licenses depends on where your organization bought the product.',
  manageMicrosoft:
    'If you bought it through Microsoft, change the number in the Microsoft 365 admin center (admin.microsoft.com), under Billing > Your products.',
  manageVendor: "If you bought it from the vendor, change the number on the vendor's site.",

  writePermission: (names: readonly string[], canConsent: boolean) =>
    `Your organization hasn't given this app permission to change licenses in cloud licensing yet (${names.join(', ')}). ` +
    (canConsent ? "You're asked for it when you assign." : 'An admin has to grant it first.'),

  assignFrom: 'Assign from',
  automatic: 'Automatic',
  automaticNote: (now: string | undefined) =>
    `The one with enough licenses available and the latest end date.${now === undefined ? '' : ` Now: ${now}.`}`,
  comesFrom: (place: number, nextIso: string | undefined) =>
    nextIso === undefined
      ? `Licenses come from subscription ${f.number(place)}.`
      : `Licenses come from subscription ${f.number(place)}, which renews or expires on ${f.date(nextIso)}.`,
  onlyPeople: 'only for people',
  onlyGroups: 'only for groups',
  ofOnePerson: 'bought by one person, who alone can assign it',
  notForGroups: "Licenses of this subscription can't be assigned to groups.",
  notForPeople: "Licenses of this subscription can't be assigned to people, only to groups.",

  waits: 'Waits for a license',
  showLine: 'Show the line',
  hideLine: 'Hide the line',
  waitingFor: (product: string) => `People who wait for a license of ${product}`,
  exportWaiting: 'Export the people who wait',
  waitingNote:
    'Their group has the product, but no license was left. When one becomes available, the first in line gets it.',
  placeInLine: (place: number) => `Number ${f.number(place)} in line`,
  waitingSince: (date: string) => `Waiting since: ${date}`,
  moreWaiting: (count: number) =>
    f.plural(count, { one: '# more person waits.', other: '# more people wait.' }),
  waitingUnread: "We couldn't read who waits for a license.",
  waitingCount: (count: number) =>
    f.plural(count, { one: '# person waits for a license', other: '# people wait for a license' }),

  several: (count: number) => f.plural(count, { one: '# license', other: '# licenses of this product' }),
});
