import type { MovedPeople, MoveFinding } from '../../../licensing/preflight/movePreflight';
import type { Format } from '../format';

/** Findings that say the same of everybody. */
type PlainFinding = Exclude<
  MoveFinding['kind'],
  | 'moves'
  | 'group-moves'
  | 'group-unread'
  | 'goes-with-group'
  | 'source-inherited'
  | 'source-in-error'
  | 'source-not-held'
>;

/** Members of a group that moves, by what becomes of them. */
type GroupMoves = Extract<MoveFinding, { kind: 'group-moves' }>;

/** Words of the dialogs that move licenses to another product and that switch apps of a product on and off. */
export const changes = (f: Format) => ({
  move: 'Move licenses',
  moveIntro: (product: string) =>
    `Choose the product that they get in place of ${product}. Both are sent in one step. Microsoft 365 also checks dependencies and conflicts with other products, and may refuse some of them.`,
  moveNow: 'Move',
  target: 'Move to',
  chooseTarget: 'Choose a product',
  available: (product: string, seats: string) => `${product} (${seats})`,
  reading: 'Reading what each holds…',
  columnWhat: 'What happens',
  moveList: 'What happens to each user and group',
  finding: {
    'usage-location-missing': 'No usage location is set. Set a country for this person first.',
    'details-unknown': 'Only the name could be read. Microsoft 365 decides.',
    'blocked-account': 'The account is blocked: the seat would be taken but cannot be used.',
    guest: 'Guest from another organization',
    'no-seat-left': 'No seat is left in the new product. Keeps the old one.',
    'group-not-licensable': 'This kind of group cannot carry licenses.',
    'not-permitted': 'Your role does not allow this change.',
    unreadable: "What this person or group holds couldn't be read. Nothing is sent.",
    'state-unknown': "Some of what this person holds couldn't be read, so the result may differ.",
  } satisfies Record<PlainFinding, string>,
  moves: 'Is moved',
  movesUnlessRefused: 'Is moved, unless Microsoft 365 refuses.',
  unlessRefused: 'Unless Microsoft 365 refuses.',
  movesAndKeeps: (from: string, to: string, groups: readonly string[]) =>
    `Gets ${to}. The direct license of ${from} goes, but ${from} stays through ${f.list(groups)}.`,
  hasTarget: (from: string, to: string) => `Has ${to} already and keeps it. Only ${from} is taken.`,
  hasTargetAndKeeps: (from: string, to: string, groups: readonly string[]) =>
    `Has ${to} already and keeps it. The direct license of ${from} goes, but ${from} stays through ${f.list(groups)}.`,
  hasTargetAndStays: (from: string, to: string, groups: readonly string[]) =>
    `Has ${to} already, and ${from} stays: it comes from ${f.list(groups)} and can't be taken from the person.`,
  hasTargetAlone: (from: string, to: string) =>
    `Has ${to} already and doesn't hold ${from} any more. Nothing is sent.`,
  groupMoves: (
    from: string,
    to: string,
    { directUsers, gaining, keeping, lacking, losing, unsure, retaining, ...others }: GroupMoves,
  ) =>
    `${f.plural(directUsers, { one: '# direct member', other: '# direct members' })}: ` +
    [
      `${f.plural(gaining, { one: '# gets', other: '# get' })} ${to}`,
      ...(keeping > 0 ? [f.plural(keeping, { one: '# has it already', other: '# have it already' })] : []),
      ...(losing > 0
        ? [
            `${f.plural(losing, { one: '# loses', other: '# lose' })} ${from} and ` +
              `${f.plural(losing, { one: 'gets', other: 'get' })} nothing, since no seat is left`,
          ]
        : []),
      ...(unsure > 0
        ? [
            f.plural(unsure, { one: '# gets nothing', other: '# get nothing' }) +
              `, since no seat is left, and may lose ${from}`,
          ]
        : []),
      ...(lacking > losing + unsure
        ? [
            f.plural(lacking - losing - unsure, {
              one: '# gets nothing, since no seat is left, but loses nothing',
              other: '# get nothing, since no seat is left, but lose nothing',
            }),
          ]
        : []),
      ...(others.withheld ?? []).map(
        ({ people, products = [] }) =>
          f.plural(people, { one: '# gets nothing', other: '# get nothing' }) +
          `, since this group also gives ${f.list(products)}, which they can't get`,
      ),
    ].join(' · ') +
    (retaining > 0
      ? `. ${f.plural(retaining, { one: '# member keeps', other: '# members keep' })} ${from}, which they also have in another way`
      : '') +
    (others.areOthersUnknown
      ? ". What else this group gives couldn't be read, and Entra gives a member all that the group carries, or nothing"
      : ''),
  groupUnread: (to: string, directUsers: number | undefined) =>
    directUsers === undefined
      ? `The size of this group isn't known, so it can't be said how many seats of ${to} it takes.`
      : `${f.plural(directUsers, { one: '# direct member', other: '# direct members' })}: those who lack ${to} get a seat, as far as they go`,
  goesWithGroup: (groups: readonly string[]) => `Moves along with ${f.list(groups)}, selected as well.`,
  sourceInherited: (from: string, groups: readonly string[]) =>
    `Stays: ${from} comes from ${f.list(groups)} and can't be taken from the person.`,
  sourceInError: (from: string, groups: readonly string[]) =>
    `In error, without a license of ${from}: ${f.list(groups)} couldn't give it. Nothing is sent.`,
  sourceNotHeld: (from: string) => `Does not hold ${from} any more. Nothing is sent.`,
  moveUnderstood: (from: string, to: string, { gaining, losing, isExact }: MovedPeople) => {
    if (gaining === 0 && losing === 0)
      return `I understand that people move from ${from} to ${to}, and that how many isn't known`;
    const least = isExact ? '' : 'at least ';
    const parts = [
      ...(gaining > 0 ? [f.plural(gaining, { one: '# person gets', other: '# people get' }) + ` ${to}`] : []),
      ...(losing > 0
        ? [f.plural(losing, { one: '# person loses', other: '# people lose' }) + ` ${from}`]
        : []),
    ].map((part) => least + part);
    return `I understand that ${f.list(parts)}${isExact ? '' : ", and that the exact numbers aren't known"}`;
  },
  willMove: (count: number) => f.plural(count, { one: '# will be moved', other: '# will be moved' }),
  willOnlyLose: (count: number, from: string) =>
    f.plural(count, { one: '# only loses', other: '# only lose' }) + ` a license of ${from}`,
  willStay: (count: number) => f.plural(count, { one: '# stays as it is', other: '# stay as they are' }),
  willGoAlong: (count: number) =>
    f.plural(count, { one: '# moves with a group', other: '# move with a group' }),
  cannotMove: (count: number) => f.plural(count, { one: "# can't be moved", other: "# can't be moved" }),
  seatsMissing: (seats: number) => f.plural(seats, { one: '# seat missing', other: '# seats missing' }),
  noneToMove: 'None of this can be moved.',
  aGroup: 'a group',

  apps: 'Change apps',
  appsIntro: (product: string) =>
    `Switch apps and services of ${product} on or off. What you leave as it is stays different from person to person.`,
  appsNow: 'Change',
  appChoices: 'Apps and services',
  choice: { keep: 'Leave as it is', on: 'On', off: 'Off' },
  onNow: (on: number, all: number) => `On for ${f.number(on)} of ${f.number(all)}`,
  appsList: 'Apps of each user and group after the change',
  columnApps: 'After the change',
  allOn: 'All apps on',
  appsOff: (names: readonly string[]) => `Off: ${f.list(names)}`,
  noneOn: 'No app would be left on for some of them. Leave at least one on.',
  willChange: (count: number) => f.plural(count, { one: '# will be changed', other: '# will be changed' }),
  appsUnderstood: (count: number, product: string, isExact: boolean) =>
    count === 0 && !isExact
      ? `I understand that apps of people change in ${product}, and of how many isn't known`
      : (isExact
          ? f.plural(count, {
              one: 'I understand that the apps of # person change',
              other: 'I understand that the apps of # people change',
            })
          : f.plural(count, {
              one: 'I understand that the apps of at least # person change',
              other: 'I understand that the apps of at least # people change',
            })) +
        ` in ${product}` +
        (isExact ? '' : ", and that the exact number isn't known"),
  appsStay: (count: number) => f.plural(count, { one: '# stays as it is', other: '# stay as they are' }),
  appsUnread: (count: number) => f.plural(count, { one: "# couldn't be read", other: "# couldn't be read" }),
  noneToChange: 'Nothing changes with this choice.',

  reasonNoTarget: 'No other product of your organization can be assigned.',
  reasonNoApps: 'This product has no apps or services that can be switched.',
});
