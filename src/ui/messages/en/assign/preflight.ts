import type { GroupGains, PreflightFinding } from '../../../../licensing/preflight/preflight';
import type { Format } from '../../format';

const areNot = (products: readonly string[]): string => (products.length > 1 ? 'are not' : 'is not');

/** Words for the effect of an assignment on each user and group of the list. */
export const preflight = (f: Format) => ({
  finding: {
    'gets-seat': 'Will get a seat',
    'has-already': 'Has it already',
    'has-through-group': 'Has it through a group',
    'state-unknown': "May have it already: its state couldn't be read",
    unreadable: "What this person or group holds couldn't be read. Nothing is sent.",
    'usage-location-missing': 'No usage location is set. Set a country for this person first.',
    'details-unknown': 'Only the name could be read. Microsoft 365 decides.',
    'blocked-account': 'The account is blocked: the seat would be taken but cannot be used.',
    guest: 'Guest from another organization',
    'no-seat-left': 'No seat is left',
    'group-gains': 'Group members',
    'group-members': 'Group members',
    'group-size-unknown':
      "The size of this group isn't known, so it can't be said how many seats it takes. Each direct member who lacks the product gets one, as far as they go.",
    'group-not-licensable': 'This kind of group cannot carry licenses. It must be security enabled.',
    'role-assignable-group':
      'Roles can be assigned to this group. Only a Global or Privileged Role Administrator may license it.',
    'not-permitted': 'Your role covers groups only',
  } satisfies Record<PreflightFinding['kind'], string>,
  findingHasVia: (groups: readonly string[]) => `Has it via ${f.list(groups)}; nothing is sent`,
  findingHasAlready: 'Has it already; nothing is sent',
  findingStateUnknownOf: (products: readonly string[]) =>
    `May have ${f.list(products)} already: the state couldn't be read`,
  findingKeeps: (product: string) => `Has ${product} already and keeps it`,
  findingKeepsVia: (product: string, groups: readonly string[]) =>
    `Has ${product} via ${f.list(groups)} and keeps it`,
  findingGets: (products: readonly string[]) => `Will get ${f.list(products)}`,
  findingNoSeatOf: (products: readonly string[], withheld: readonly string[]) =>
    `No seat of ${f.list(products)} is left` +
    (withheld.length > 0 ? `, so ${f.list(withheld)} ${areNot(withheld)} given either` : ''),
  findingMayLackSeat: (products: readonly string[], withheld: readonly string[]) =>
    `There may be no seat of ${f.list(products)} left` +
    (withheld.length > 0 ? `, and then ${f.list(withheld)} ${areNot(withheld)} given either` : ''),
  findingMayLack: 'There may be no seat left',
  findingSizeUnknownOf: (products: readonly string[]) =>
    `The size of this group isn't known, so it can't be said how many seats of ${f.list(products)} it takes.`,
  findingGains: ({ directUsers, gains, keeping, unread = 0, lacking }: GroupGains) =>
    directUsers === 0
      ? 'This group has no direct members, so no seat is taken now'
      : `${f.plural(directUsers, { one: '# direct member', other: '# direct members' })}: ` +
        [
          ...gains.map(
            ({ people, product }) =>
              `${f.plural(people, { one: '# gets', other: '# get' })} ${product ?? 'a seat'}`,
          ),
          ...(keeping > 0
            ? [f.plural(keeping, { one: '# has it already', other: '# have it already' })]
            : []),
          ...(unread > 0
            ? [
                f.plural(unread, {
                  one: "# may get a seat: what it holds couldn't be read",
                  other: "# may get a seat: what they hold couldn't be read",
                }),
              ]
            : []),
          ...lacking.map(
            ({ people, products }) =>
              `${f.plural(people, { one: '# gets nothing', other: '# get nothing' })}, since no seat ` +
              `${products ? `of ${f.list(products)} ` : ''}is left`,
          ),
        ].join(' · '),
  findingWithheld: (people: number, products: readonly string[]) =>
    f.plural(people, { one: '# gets nothing', other: '# get nothing' }) +
    `, since this group also gives ${f.list(products)}, which they can't get. ` +
    'Entra gives a member all that the group carries, or nothing',
  findingOthersUnknown:
    "What else this group gives couldn't be read, and Entra gives a member all that the group carries, or nothing",
  findingRefused: (people: number, products?: readonly string[]) =>
    f.plural(people, { one: '# gets nothing', other: '# get nothing' }) +
    `: another group already fails to give them ${products ? f.list(products) : 'the product'}`,
  findingMayBeRefused: (isShort: boolean) =>
    'Microsoft 365 also checks dependencies and conflicts with other products, so fewer may get it' +
    (isShort ? ', and a seat may be left for others' : ''),
  findingMembersOf: (users: number, products: readonly string[]) =>
    `${f.plural(users, { one: '# direct member: gets', other: '# direct members: each gets' })} ` +
    `what is missing of ${f.list(products)}`,
  findingShortOf: (users: number, products: readonly string[]) =>
    `${f.plural(users, { one: '# direct member', other: '# direct members' })}: ` +
    `there may not be enough seats of ${f.list(products)}. Entra gives a member all that the group carries, or nothing.`,
  findingMembers: (users: number) =>
    f.plural(users, {
      one: '# direct member gets a seat',
      other: '# direct members: those who lack the product get a seat',
    }),
  findingShort: (users: number) =>
    f.plural(users, {
      one: '# direct member, but no seat is left',
      other: '# direct members: there may not be enough seats for those who lack the product',
    }),
  findingNested: (groups: number) =>
    f.plural(groups, {
      one: '# group inside it: its members get nothing',
      other: '# groups inside it: their members get nothing',
    }),
  verdict: { send: 'Ready', risk: 'Check first', skip: 'Not needed', stop: 'Cannot be assigned' },
});
