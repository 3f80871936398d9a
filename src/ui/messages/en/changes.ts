import type { MovedPeople, MoveFinding } from '../../../licensing/preflight/movePreflight';
import type { Format } from '../format';

/** Findings with one sentence for every user and group. */
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

/** Members of a group that moves, counted by result. */
type GroupMoves = Extract<MoveFinding, { kind: 'group-moves' }>;

/** Words of the dialogs that move licenses to another product, and that turn a product's apps on or off. */
export const changes = (f: Format) => ({
  move: 'Move licenses',
  /** `isOneStep` is undefined until a product is selected. */
  moveIntro: (product: string, isOneStep: boolean | undefined) =>
    [
      `Select the product that replaces ${product}.`,
      ...(isOneStep === undefined
        ? []
        : [
            isOneStep
              ? 'Both changes are made in one step.'
              : "The new license is assigned first, then the old one is removed. If one of them can't be made, the other is taken back. If that fails too, the job shows who is half done.",
          ]),
      'Microsoft 365 also checks dependencies and conflicts with other products, and might refuse some changes.',
    ].join(' '),
  moveNow: 'Move',
  target: 'Move to',
  chooseTarget: 'Select a product',
  available: (product: string, seats: string) => `${product} (${seats})`,
  reading: 'Checking licenses…',
  columnWhat: 'What happens',
  moveList: 'What happens to each user and group',
  finding: {
    'usage-location-missing': 'No usage location is set. Set a country for this person first.',
    'details-unknown': 'We could read only the name. Microsoft 365 decides.',
    'blocked-account': "The account is blocked. It takes a seat but can't use it.",
    guest: 'Guest from another organization',
    'no-seat-left': 'The new product has no seats left. Keeps the old one.',
    'group-not-licensable': "Licenses can't be assigned to this kind of group.",
    'only-for-people': 'Licenses of the new product are only for people.',
    'only-for-groups': 'Licenses of the new product are only for groups.',
    'only-buyer-assigns': 'Only the person who bought the new product can assign its licenses.',
    'not-permitted': "Your role doesn't allow this change.",
    unreadable: "We couldn't read the licenses of this person or group. Nothing is sent.",
    'state-unknown': "We couldn't read all licenses of this person, so the result might differ.",
  } satisfies Record<PlainFinding, string>,
  moves: 'Will be moved',
  movesUnlessRefused: 'Will be moved, unless Microsoft 365 refuses.',
  unlessRefused: 'Unless Microsoft 365 refuses.',
  movesAndKeeps: (from: string, to: string, groups: readonly string[]) =>
    `Gets ${to}. Loses the direct license for ${from}, but keeps ${from} through ${f.list(groups)}.`,
  hasTarget: (from: string, to: string) => `Already has ${to} and keeps it. Only ${from} is removed.`,
  hasTargetAndKeeps: (from: string, to: string, groups: readonly string[]) =>
    `Already has ${to} and keeps it. Loses the direct license for ${from}, but keeps ${from} through ${f.list(groups)}.`,
  hasTargetAndStays: (from: string, to: string, groups: readonly string[]) =>
    `Already has ${to}, and keeps ${from}, because it's inherited from ${f.list(groups)}.`,
  hasTargetAlone: (from: string, to: string) =>
    `Already has ${to} and doesn't have ${from} anymore. Nothing is sent.`,
  groupMoves: (
    from: string,
    to: string,
    { directUsers, gaining, keeping, lacking, isWaiting, losing, unsure, retaining, ...others }: GroupMoves,
  ) =>
    `${f.plural(directUsers, { one: '# direct member', other: '# direct members' })}: ` +
    [
      `${f.plural(gaining, { one: '# gets', other: '# get' })} ${to}`,
      ...(keeping > 0 ? [f.plural(keeping, { one: '# already has it', other: '# already have it' })] : []),
      ...(losing > 0
        ? [
            `${f.plural(losing, { one: '# loses', other: '# lose' })} ${from} and ` +
              (isWaiting
                ? `${f.plural(losing, { one: 'waits', other: 'wait' })} for a seat of ${to}, because none are left`
                : `${f.plural(losing, { one: 'gets', other: 'get' })} nothing, because no seats are left`),
          ]
        : []),
      ...(unsure > 0
        ? [
            (isWaiting
              ? f.plural(unsure, { one: '# waits', other: '# wait' }) + ` for a seat of ${to}`
              : f.plural(unsure, { one: '# gets nothing', other: '# get nothing' }) +
                ', because no seats are left,') + ` and might lose ${from}`,
          ]
        : []),
      ...(lacking > losing + unsure
        ? [
            isWaiting
              ? f.plural(lacking - losing - unsure, {
                  one: `# waits for a seat of ${to}, but loses nothing`,
                  other: `# wait for a seat of ${to}, but lose nothing`,
                })
              : f.plural(lacking - losing - unsure, {
                  one: '# gets nothing, because no seats are left, but loses nothing',
                  other: '# get nothing, because no seats are left, but lose nothing',
                }),
          ]
        : []),
      ...(others.withheld ?? []).map(
        ({ people, products = [] }) =>
          f.plural(people, { one: '# gets nothing', other: '# get nothing' }) +
          `, because this group also assigns ${f.list(products)}, which they can't get`,
      ),
    ].join(' · ') +
    (retaining > 0
      ? `. ${f.plural(retaining, { one: '# member keeps', other: '# members keep' })} ${from}, which they also have in another way`
      : '') +
    (others.areOthersUnknown
      ? ". We couldn't read the other licenses of this group, and Microsoft Entra assigns all licenses of a group to a member, or none"
      : ''),
  groupUnread: (to: string, directUsers: number | undefined) =>
    directUsers === undefined
      ? `We don't know the size of this group, or how many seats of ${to} it takes.`
      : `${f.plural(directUsers, { one: '# direct member', other: '# direct members' })}: those without ${to} get a seat until no seats are left`,
  goesWithGroup: (groups: readonly string[]) =>
    `Moves together with ${f.list(groups)}, which you also selected.`,
  sourceInherited: (from: string, groups: readonly string[]) =>
    `Keeps ${from}, because it's inherited from ${f.list(groups)}.`,
  sourceInError: (from: string, groups: readonly string[]) =>
    `In error, without a license for ${from}. ${f.list(groups)} couldn't assign it. Nothing is sent.`,
  sourceNotHeld: (from: string) => `Doesn't have ${from} anymore. Nothing is sent.`,
  moveUnderstood: (from: string, to: string, { gaining, losing, isExact }: MovedPeople) => {
    if (gaining === 0 && losing === 0)
      return `I understand that people move from ${from} to ${to}, and that we don't know how many`;
    const least = isExact ? '' : 'at least ';
    const parts = [
      ...(gaining > 0 ? [f.plural(gaining, { one: '# person gets', other: '# people get' }) + ` ${to}`] : []),
      ...(losing > 0
        ? [f.plural(losing, { one: '# person loses', other: '# people lose' }) + ` ${from}`]
        : []),
    ].map((part) => least + part);
    return `I understand that ${f.list(parts)}${isExact ? '' : ", and that we don't know the exact numbers"}`;
  },
  willMove: (count: number) => f.plural(count, { one: '# will be moved', other: '# will be moved' }),
  willOnlyLose: (count: number, from: string) =>
    f.plural(count, { one: '# only loses', other: '# only lose' }) + ` a license for ${from}`,
  willStay: (count: number) => f.plural(count, { one: '# stays as it is', other: '# stay as they are' }),
  willGoAlong: (count: number) =>
    f.plural(count, { one: '# moves with a group', other: '# move with a group' }),
  cannotMove: (count: number) => f.plural(count, { one: "# can't be moved", other: "# can't be moved" }),
  seatsMissing: (seats: number) => f.plural(seats, { one: '# seat missing', other: '# seats missing' }),
  noneToMove: 'Nothing in this selection can be moved.',
  aGroup: 'a group',

  apps: 'Change apps',
  appsIntro: (product: string) =>
    `Turn apps and services of ${product} on or off. What you leave as is stays different for each person.`,
  appsNow: 'Change',
  /** Goes on from the button. `who`: "3 users and 1 group". */
  changeFor: (who: string) => `for ${who}`,
  appChoices: 'Apps and services',
  choice: { keep: 'Leave as is', on: 'On', off: 'Off' },
  onNow: (on: number, all: number) => `On for ${f.number(on)} of ${f.number(all)}`,
  appsList: 'Apps of each user and group after the change',
  columnApps: 'After the change',
  allOn: 'All apps on',
  appsOff: (names: readonly string[]) => `Off: ${f.list(names)}`,
  noneOn: 'Some people would have no app left on. Leave at least one on.',
  willChange: (count: number) => f.plural(count, { one: '# will be changed', other: '# will be changed' }),
  appsUnderstood: (count: number, product: string, isExact: boolean) =>
    count === 0 && !isExact
      ? `I understand that people's apps change in ${product}, and that we don't know for how many`
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
        (isExact ? '' : ", and that we don't know the exact number"),
  appsStay: (count: number) => f.plural(count, { one: '# stays as it is', other: '# stay as they are' }),
  appsUnread: (count: number) => f.plural(count, { one: "# couldn't be read", other: "# couldn't be read" }),
  noneToChange: 'Nothing changes with this choice.',

  reasonNoTarget: 'No other product of your organization can be assigned.',
  reasonNoApps: 'This product has no apps or services that you can turn on or off.',
});
