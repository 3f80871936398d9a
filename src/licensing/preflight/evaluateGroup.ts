import type { GroupPrincipal, Principal, PrincipalRef } from '../../base/principal';
import { isOwned } from '../isAssignable';
import type { ProductKey } from '../keys';
import { canGiveTo, poolToGiveFrom } from '../pools';
import type { Holding } from '../types';
import { unknownGroup, type GroupReading } from './groupReading';
import type { GroupLack, PreflightFinding, PreflightInput, PreflightLine, ProductNames } from './preflight';
import { groupStops } from './preflightStops';
import { leftAtLeast, openTally, type SeatTally } from './seatTally';
import { serveMembers, type LackOf } from './serveMembers';

/** State that all lines of a list share. */
export interface List {
  readonly question: PreflightInput;
  readonly tallies: readonly SeatTally[];
  readonly isSeveral: boolean;
  /** Finding of lines that lack every product; one object for all of them. */
  readonly getsAll: PreflightFinding;
  /** Seats of other products that groups of the list give, added when they are found. */
  readonly others: Map<ProductKey, SeatTally>;
  /** Ids of all members of groups of the list. */
  readonly memberIds: ReadonlySet<string>;
}

/** Products that a line lacks, and findings about those that it has. */
export interface LineParts {
  readonly wanted: readonly SeatTally[];
  readonly held: readonly PreflightFinding[];
  readonly list: List;
}

/** Returns a line with its findings. */
export function toLine(
  principal: Principal,
  findings: readonly PreflightFinding[],
  result: PreflightLine['result'],
): PreflightLine {
  return { principal, findings, result };
}

/** Returns the finding for products whose pool to give from is not for this kind of principal; empty if there are none. */
export function poolStops(
  kind: PrincipalRef['kind'],
  wanted: readonly SeatTally[],
  list: List,
): readonly PreflightFinding[] {
  const unfit = wanted.filter(({ product }) => !canGiveTo(poolToGiveFrom(product.owned), kind));
  const only = kind === 'user' ? 'only-for-groups' : 'only-for-people';
  return unfit.length > 0 ? [{ kind: only, ...naming(unfit, list) }] : [];
}

/** Evaluates a group. Both doors license a group of any size and serve members while seats are left, so too few seats are only a risk. */
export function evaluateGroup(group: GroupPrincipal, { wanted, held, list }: LineParts): PreflightLine {
  const reading = list.question.groups.get(group.id) ?? unknownGroup;
  const stops = [...groupStops(group, list.question), ...poolStops('group', wanted, list)];
  if (stops.length > 0) return toLine(group, [...stops, ...held], 'stop');
  const { members, directUsers } = reading;
  if (members) return previewMembers(group, { ...reading, members }, { wanted, held, list });
  if (directUsers === undefined) {
    for (const tally of wanted) tally.hasUnknown = true;
    const finding: PreflightFinding = { kind: 'group-size-unknown', ...naming(wanted, list) };
    return toLine(group, [finding, ...held], 'risk');
  }

  const { nestedGroups } = reading;
  const short = wanted.filter((tally) => directUsers > leftAtLeast(tally));
  for (const tally of wanted) tally.askedAtMost += directUsers;
  const counted: PreflightFinding = {
    kind: 'group-members',
    directUsers,
    nestedGroups,
    ...naming(wanted, list),
  };
  if (short.length === 0) return toLine(group, [counted, ...held], 'send');
  return toLine(group, [counted, noSeatForMembers(short, list), ...held], 'risk');
}

/** Previews a group by the licenses of each of its members. */
function previewMembers(
  group: GroupPrincipal,
  reading: GroupReading & { readonly members: readonly Holding[] },
  { wanted, held, list }: LineParts,
): PreflightLine {
  const others = otherTallies(reading, wanted, list);
  const given = [...wanted, ...others].map(({ product }) => product.key);
  const joint = wanted.filter(({ hasWaitingList }) => !hasWaitingList);
  const areOthersKnown = joint.length === 0 || reading.carried?.every((key) => given.includes(key)) === true;
  const served = serveMembers({ groupId: group.id, members: reading.members, wanted, others });
  const gains = wanted.flatMap((tally, place) => {
    const people = served.gains[place];
    return people ? [{ people, ...(list.isSeveral ? { product: tally.product.name } : {}) }] : [];
  });
  const toLack = ({ tallies, people }: LackOf): GroupLack => ({ people, ...naming(tallies, list) });
  const found: PreflightFinding = {
    kind: 'group-gains',
    directUsers: reading.members.length,
    nestedGroups: reading.nestedGroups,
    gains,
    keeping: served.keeping,
    ...(served.unread > 0 && { unread: served.unread }),
    ...(!areOthersKnown && { areOthersUnknown: true }),
    lacking: served.lacking.map(toLack),
    ...(served.waiting.length > 0 && { waiting: served.waiting.map(toLack) }),
    withheld: served.withheld.map(({ tallies, people }) => ({ people, products: namesOf(tallies) })),
    ...(served.refused.length > 0 && { refused: served.refused.map(toLack) }),
  };
  const short = [...new Set([...served.lacking, ...served.waiting].flatMap(({ tallies }) => tallies))];
  const lack = short.length > 0 ? [noSeatForMembers(short, list)] : [];
  if (!areOthersKnown) for (const tally of joint) tally.isAtMost = true;
  const failing = short.length + served.withheld.length + served.refused.length + served.unread;
  return toLine(group, [found, ...lack, ...held], failing > 0 || !areOthersKnown ? 'risk' : 'send');
}

/** Returns the seats of other products that the group gives; products that the list of products does not have are left out. */
function otherTallies(
  { carried = [] }: GroupReading,
  wanted: readonly SeatTally[],
  { question, tallies, others }: List,
): readonly SeatTally[] {
  return carried.flatMap((key) => {
    if (wanted.some(({ product }) => product.key === key)) return [];
    const known = tallies.find(({ product }) => product.key === key) ?? others.get(key);
    if (known) return known;
    const product = question.tenant.find((each) => each.key === key);
    if (!product || !isOwned(product)) return [];
    const tally = openTally(product);
    others.set(key, tally);
    return tally;
  });
}

/** Returns the finding for products of which not every member of a group gets a seat. */
function noSeatForMembers(short: readonly SeatTally[], list: List): PreflightFinding {
  const isWaiting = short.every(({ hasWaitingList }) => hasWaitingList);
  return { kind: 'no-seat-left', ...naming(short, list), ...(isWaiting && { isWaiting }) };
}

/** Returns the names of products where the list is about several. */
export function naming(tallies: readonly SeatTally[], { isSeveral }: List): { products?: ProductNames } {
  return isSeveral ? { products: namesOf(tallies) } : {};
}

/** Returns the names of products. */
export function namesOf(tallies: readonly SeatTally[]): ProductNames {
  return tallies.map(({ product }) => product.name);
}
