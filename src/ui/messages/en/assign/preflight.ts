import type { GroupGains, PreflightFinding } from '../../../../licensing/preflight/preflight';
import type { Format } from '../../format';

const areNot = (products: readonly string[]): string => (products.length > 1 ? "aren't" : "isn't");

/** Words for the effect of an assignment on each user and group of the list. */
export const preflight = (f: Format) => ({
  finding: {
    'gets-seat': 'Will get a seat',
    'has-already': 'Already has it',
    'has-through-group': 'Has it through a group',
    'state-unknown': "Might already have it: we couldn't read its state",
    unreadable: "We couldn't read the licenses of this person or group. Nothing is sent.",
    'usage-location-missing': 'No usage location is set. Set a country for this person first.',
    'details-unknown': 'We could read only the name. Microsoft 365 decides.',
    'blocked-account': "The account is blocked. It takes a seat but can't use it.",
    guest: 'Guest from another organization',
    'no-seat-left': 'No seats left',
    'group-gains': 'Group members',
    'group-members': 'Group members',
    'group-size-unknown':
      "We don't know the size of this group, or how many seats it takes. Each direct member without the product gets one until no seats are left.",
    'group-not-licensable': "Licenses can't be assigned to this kind of group. It must be security-enabled.",
    'only-for-people':
      'Licenses of this subscription are only for people. Select another one in the options.',
    'only-for-groups':
      'Licenses of this subscription are only for groups. Select another one in the options.',
    'only-buyer-assigns': 'Only the person who bought this subscription can assign its licenses.',
    'role-assignable-group':
      'Roles can be assigned to this group. Only a Global or Privileged Role Administrator can assign licenses to it.',
    'not-permitted': 'Your role covers groups only',
  } satisfies Record<PreflightFinding['kind'], string>,
  findingOf: (products: readonly string[], text: string) => `${f.list(products)}: ${text}`,
  findingHasVia: (groups: readonly string[]) => `Already licensed via ${f.list(groups)}`,
  findingHasAlready: 'Already licensed',
  findingStateUnknownOf: (products: readonly string[]) =>
    `Might already have ${f.list(products)}: we couldn't read the state`,
  findingKeeps: (product: string) => `Already has ${product} and keeps it`,
  findingKeepsVia: (product: string, groups: readonly string[]) =>
    `Has ${product} via ${f.list(groups)} and keeps it`,
  findingGets: (products: readonly string[]) => `Will get ${f.list(products)}`,
  findingNoSeatOf: (products: readonly string[], withheld: readonly string[]) =>
    `No seats of ${f.list(products)} left` +
    (withheld.length > 0 ? `, so ${f.list(withheld)} ${areNot(withheld)} assigned either` : ''),
  findingMayLackSeat: (products: readonly string[], withheld: readonly string[]) =>
    `There might be no seats of ${f.list(products)} left` +
    (withheld.length > 0 ? `. Then ${f.list(withheld)} ${areNot(withheld)} assigned either` : ''),
  findingMayLack: 'There might be no seats left',
  findingSizeUnknownOf: (products: readonly string[]) =>
    `We don't know the size of this group, or how many seats of ${f.list(products)} it takes.`,
  findingGains: ({ directUsers, gains, keeping, unread = 0, lacking, waiting = [] }: GroupGains) =>
    directUsers === 0
      ? 'This group has no direct members, so no seat is taken now'
      : `${f.plural(directUsers, { one: '# direct member', other: '# direct members' })}: ` +
        [
          ...gains.map(
            ({ people, product }) =>
              `${f.plural(people, { one: '# gets', other: '# get' })} ${product ?? 'a seat'}`,
          ),
          ...(keeping > 0
            ? [f.plural(keeping, { one: '# already has it', other: '# already have it' })]
            : []),
          ...(unread > 0
            ? [
                f.plural(unread, {
                  one: "# might get a seat: we couldn't read its licenses",
                  other: "# might get a seat: we couldn't read their licenses",
                }),
              ]
            : []),
          ...lacking.map(
            ({ people, products }) =>
              `${f.plural(people, { one: '# gets nothing', other: '# get nothing' })}, because no seats ` +
              `${products ? `of ${f.list(products)} ` : ''}are left`,
          ),
          ...waiting.map(
            ({ people, products }) =>
              `${f.plural(people, { one: '# waits', other: '# wait' })} for a seat` +
              `${products ? ` of ${f.list(products)}` : ''}, because none are left`,
          ),
        ].join(' · '),
  findingWithheld: (people: number, products: readonly string[]) =>
    f.plural(people, { one: '# gets nothing', other: '# get nothing' }) +
    `, because this group also assigns ${f.list(products)}, which they can't get. ` +
    'Microsoft Entra assigns all licenses of a group to a member, or none',
  findingOthersUnknown:
    "We couldn't read the other licenses of this group, and Microsoft Entra assigns all licenses of a group to a member, or none",
  findingRefused: (people: number, products?: readonly string[]) =>
    f.plural(people, { one: '# gets nothing', other: '# get nothing' }) +
    `: another group already failed to assign ${products ? f.list(products) : 'the product'} to them`,
  findingMayBeRefused: (isShort: boolean) =>
    'Microsoft 365 also checks dependencies and conflicts with other products, so fewer people might get it' +
    (isShort ? ', which might leave a seat for others' : ''),
  findingMembersOf: (users: number, products: readonly string[]) =>
    `${f.plural(users, { one: '# direct member: gets', other: '# direct members: each gets' })} ` +
    `what they don't have of ${f.list(products)}`,
  findingShortOf: (users: number, products: readonly string[], isWaiting: boolean) =>
    `${f.plural(users, { one: '# direct member', other: '# direct members' })}: ` +
    `there might not be enough seats of ${f.list(products)}. ` +
    (isWaiting
      ? "Members who don't get one wait for it."
      : 'Microsoft Entra assigns all licenses of a group to a member, or none.'),
  findingMembers: (users: number) =>
    f.plural(users, {
      one: '# direct member gets a seat',
      other: '# direct members: those without the product get a seat',
    }),
  findingShort: (users: number, isWaiting: boolean) =>
    f.plural(users, {
      one: '# direct member, but no seats are left',
      other: '# direct members: there might not be enough seats for those without the product',
    }) + (isWaiting ? ". Members who don't get one wait for it" : ''),
  findingNested: (groups: number) =>
    f.plural(groups, {
      one: '# nested group: its members get nothing',
      other: '# nested groups: their members get nothing',
    }),
  result: { send: 'Ready', risk: 'Check first', skip: 'Not needed', stop: "Can't be assigned" },
});
