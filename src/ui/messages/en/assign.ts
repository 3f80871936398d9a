import type { PreflightFinding } from '../../../licensing/preflight';
import type { Format } from '../format';

/** Words of the assign pane, of the people picker and of the table of outcomes. */
export const assign = (f: Format) => ({
  title: 'Assign licenses',
  subtitle: (product: string) => `Choose who gets ${product}.`,
  assign: 'Assign',

  pickerLabel: 'Users and groups',
  pickerHint: 'Begin typing a name or an address',
  pickerResults: 'Matching users and groups',
  searching: 'Searching…',
  nothingFound: (text: string) => `Nobody and no group matches “${text}”.`,
  found: (count: number) =>
    f.plural(count, {
      one: '# result. Use the arrow keys to choose.',
      other: '# results. Use the arrow keys to choose.',
    }),
  kindUser: 'User',
  kindGroup: 'Group',
  alreadyChosen: 'In your list',
  hasDirect: 'Has it already',
  hasVia: (groups: readonly string[]) => `Has it via ${f.list(groups)}`,
  aGroup: 'a group',
  added: (name: string) => `${name} added to the list.`,
  removed: (name: string) => `${name} taken off the list.`,

  listTitle: 'Your list',
  listCount: (count: number) => f.plural(count, { one: '# in the list', other: '# in the list' }),
  listEmpty: 'Nobody is in the list yet. Results show users and groups together.',
  removeFromList: (name: string) => `Take ${name} off the list`,
  checking: 'Checking…',
  checkFailed: 'What these people and groups hold now could not be read.',

  finding: {
    'gets-seat': 'Will get a seat',
    'has-already': 'Has it already',
    'has-through-group': 'Has it through a group',
    'usage-location-missing': 'No usage location is set. Set a country for this person first.',
    'blocked-account': 'The account is blocked: the seat would be taken but cannot be used.',
    guest: 'Guest from another organization',
    'no-seat-left': 'No seat is left',
    'group-members': 'Group members',
    'group-not-licensable': 'This kind of group cannot carry licenses. It must be security enabled.',
    'role-assignable-group':
      'Roles can be assigned to this group. Only a Global or Privileged Role Administrator may license it.',
    'not-permitted': 'Your role covers groups only',
  } satisfies Record<PreflightFinding['kind'], string>,
  findingHasVia: (groups: readonly string[]) => `Has it via ${f.list(groups)}; nothing is sent`,
  findingHasAlready: 'Has it already; nothing is sent',
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

  willGet: (seats: number) => f.plural(seats, { one: '# will get a seat', other: '# will get a seat' }),
  willGetAtMost: (seats: number) => f.plural(seats, { other: 'Up to # will get a seat' }),
  seatsLeft: (seats: number) =>
    f.plural(seats, { one: '# seat left after that', other: '# seats left after that' }),
  seatsLeftAtLeast: (seats: number) =>
    f.plural(seats, { one: 'at least # seat left after that', other: 'at least # seats left after that' }),
  seatsMissing: (seats: number) => f.plural(seats, { one: '# seat missing', other: '# seats missing' }),
  seatsMissingAtMost: (seats: number) =>
    f.plural(seats, { one: 'up to # seat missing', other: 'up to # seats missing' }),
  nothingToSend: 'Nothing in the list needs to be sent.',

  plansTitle: 'Turn apps and services on or off',
  plansNote: 'Applies to those who get the product now. People who have it keep their apps as they are.',
  plansOn: (on: number, all: number) => `${f.number(on)} of ${f.number(all)} on`,
  plansNoneOn: 'Leave at least one app or service on.',

  reasonEmpty: 'Add at least one user or group.',
  reasonChecking: 'Wait until everyone in the list is checked.',

  progressTitle: 'Assigning licenses',
  resultTitle: 'Result',
  progress: (settled: number, all: number) => `${f.number(settled)} of ${f.number(all)} finished`,
  stop: 'Stop',
  stopping: 'Stopping…',
  retryFailed: 'Retry failed',
  assignMore: 'Assign more',
  summary: (done: number, accepted: number, skipped: number, failed: number, cancelled: number) =>
    f.list([
      ...(done > 0 || accepted === 0 ? [f.plural(done, { one: '# assigned', other: '# assigned' })] : []),
      ...(accepted > 0 ? [f.plural(accepted, { one: '# accepted', other: '# accepted' })] : []),
      ...(skipped > 0 ? [f.plural(skipped, { one: '# needed nothing', other: '# needed nothing' })] : []),
      ...(failed > 0 ? [f.plural(failed, { one: '# not assigned', other: '# not assigned' })] : []),
      ...(cancelled > 0 ? [f.plural(cancelled, { one: '# not started', other: '# not started' })] : []),
    ]) + '.',

  outcomesTable: 'Outcome for each user and group',
  columnWho: 'User or group',
  columnOutcome: 'Outcome',
  waiting: 'Waiting',
  running: 'Working…',
  done: 'License assigned',
  pending: 'Accepted. Entra applies it to the members now.',
  cancelled: 'Not started, because you stopped',
  requestId: (id: string) => `Request ID ${id}`,

  closeTitle: 'Licenses are still being assigned',
  closeBody:
    'The rest is finished in the background as long as this app stays open. You will not see its result here.',
  keepOpen: 'Keep open',
  closeAnyway: 'Close anyway',
});
