import type { GroupPrincipal, Principal, UserPrincipal } from '../../base/principal';
import { predictOutcome } from '../changes/predictOutcome';
import { hasSeat, isWorking } from '../changes/seatStates';
import { evaluatePermission } from '../policy/evaluatePermission';
import { groupStops, userStops } from './preflightStops';
import type {
  GroupLack,
  Preflight,
  PreflightFinding,
  PreflightLine,
  PreflightInput,
  ProductNames,
} from './preflight';
import {
  closeTally,
  countAsk,
  countNeed,
  leftAtLeast,
  leftAtMost,
  openTally,
  type SeatTally,
} from './seatTally';
import type { ProductKey } from '../keys';
import { defaultPool } from '../pools';
import { isOwned } from '../isAssignable';
import type { Holding, Seat, SeatPath } from '../types';
import { memberIdsOf, unknownGroup, type GroupReading } from './groupReading';
import { serveMembers, type LackOf } from './serveMembers';

/**
 * Previews a list before anything is sent, line by line in the order of sending.
 * A person who holds a product through a group does not get it: a direct license would be a second path to the same seat.
 * A path in error doesn't count, since it gives no seat; one of unknown state may give one. The products that a line lacks are
 * assigned in one call, which succeeds or fails as a whole, so a person gets none if no seat of one product is left (Graph:
 * assignLicense). A group is previewed by the seats of each member, as far as they were read, and by the rules of the pool's door; each person is
 * counted once.
 */
export function runPreflight(question: PreflightInput): Preflight {
  const held = holdingsById(question.holdings);
  const tallies = question.products.map(openTally);
  const isSeveral = tallies.length > 1;
  const getsAll: PreflightFinding = {
    kind: 'gets-seat',
    ...(isSeveral ? { products: namesOf(tallies) } : {}),
  };
  const list: List = {
    question,
    tallies,
    isSeveral,
    getsAll,
    others: new Map(),
    memberIds: memberIdsOf(question),
  };
  const lines = question.principals.map((principal) => evaluateLine(principal, held.get(principal.id), list));
  return { lines, seats: tallies.map(closeTally) };
}

/** State that all lines of a list share. */
interface List {
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

/** Returns holdings by principal, without the principals who hold nothing, which are most of a long list. */
function holdingsById(holdings: readonly Holding[]): ReadonlyMap<string, Holding> {
  const held = new Map<string, Holding>();
  for (const holding of holdings) {
    const { principal, seats, isIncomplete = false } = holding;
    if (seats.length === 0 && !isIncomplete) continue;
    const known = held.get(principal.id);
    held.set(
      principal.id,
      known
        ? {
            principal,
            seats: [...known.seats, ...seats],
            isIncomplete: isIncomplete || known.isIncomplete === true,
          }
        : holding,
    );
  }
  return held;
}

function evaluateLine(principal: Principal, holding: Holding | undefined, list: List): PreflightLine {
  const { held, wanted, unsure } = holding
    ? compare(holding, list)
    : { held: nothing, wanted: list.tallies, unsure: [] };
  if (wanted.length === 0) return { principal, findings: held, result: 'skip' };
  if (holding && isUnreadable(holding, list) && !isDenied(principal, list))
    return toLine(principal, [{ kind: 'unreadable' }, ...held], 'stop');
  return principal.kind === 'user'
    ? evaluateUser(principal, { wanted, unsure, held, list })
    : evaluateGroup(principal, { wanted, held, list });
}

/** True if the job would not send the line either, since the result depends on licenses that could not be read. */
function isUnreadable({ principal, seats, isIncomplete }: Holding, { tallies }: List): boolean {
  const add = tallies.map(({ product }) => ({ ...defaultPool(product.owned), disabledPlanIds: [] }));
  const own = seats.filter(({ product }) => add.some((license) => license.product === product));
  const prediction = predictOutcome('assign', { principal, add, remove: [] }, own, isIncomplete);
  if (prediction.kind === 'send') return false;
  return prediction.outcome.kind === 'failed' && prediction.outcome.reason === 'unreadable';
}

/** True if the role does not cover the principal, so that nothing else matters. */
function isDenied(principal: Principal, { question }: List): boolean {
  return evaluatePermission(question, { kind: 'change-licenses-of', principal }) !== undefined;
}

const nothing: readonly PreflightFinding[] = [];

/** Returns the products that a line lacks, those of them that it may have (`unsure`), and findings about those it has, groups first: they are the reason if nothing is sent. */
function compare(holding: Holding, { tallies, isSeveral }: List) {
  const wanted: SeatTally[] = [];
  const unsure: SeatTally[] = [];
  const held: PreflightFinding[] = [];
  for (const tally of tallies) {
    const { owned, name } = tally.product;
    const paths = holding.seats.filter((seat) => seat.product === owned.key && isWorking(seat)).map(pathOf);
    if (paths.length === 0) {
      wanted.push(tally);
      if (hasSeat(holding, owned.key) === undefined) unsure.push(tally);
      continue;
    }
    const isDirect = paths.some(({ kind }) => kind === 'direct');
    const kind = isDirect ? 'has-already' : 'has-through-group';
    const finding: PreflightFinding = isSeveral ? { kind, paths, product: name } : { kind, paths };
    if (isDirect) held.push(finding);
    else held.unshift(finding);
  }
  return { held, wanted, unsure };
}

const pathOf = ({ path }: Seat): SeatPath => path;

function evaluateUser(
  user: UserPrincipal,
  { wanted: lacked, unsure, held, list }: LineParts & { readonly unsure: readonly SeatTally[] },
): PreflightLine {
  const stops = userStops(user, list.question);
  const risks: PreflightFinding[] = [];
  if (user.isNameOnly) risks.push({ kind: 'details-unknown' });
  if (user.isBlocked) risks.push({ kind: 'blocked-account' });
  if (user.isGuest) risks.push({ kind: 'guest' });
  if (stops.length > 0) return { principal: user, findings: [...stops, ...held, ...risks], result: 'stop' };

  // A person who may already have a seat isn't stopped if none is left.
  const wanted = unsure.length > 0 ? lacked.filter((tally) => !unsure.includes(tally)) : lacked;
  // Entra serves a group's members some minutes later, so their seats do not stop a user.
  const gone = wanted.filter((tally) => leftAtMost(tally) < 1);
  const isStopped = gone.length > 0;
  if (unsure.length > 0 && !isStopped) {
    for (const tally of unsure) tally.askedAtMost += 1;
    risks.unshift({ kind: 'state-unknown', ...naming(unsure, list) });
  }
  if (wanted.length === 0) return toLine(user, [...risks, ...held], 'risk');
  const memberId = list.memberIds.has(user.id) ? user.id : undefined;
  const isServed = ({ asking }: SeatTally): boolean => memberId !== undefined && asking.has(memberId);
  const short = isStopped ? gone : wanted.filter((tally) => !isServed(tally) && leftAtLeast(tally) < 1);
  for (const tally of wanted) countNeed(tally, memberId);
  // A stopped person takes no seats of the other products, so these are left for the next line.
  for (const tally of isStopped ? gone : wanted) {
    countAsk(tally, isStopped ? undefined : memberId);
    tally.askedByUsers += 1;
  }
  const first = short.length > 0 ? noSeatLeft(short, lacked, list) : getsSeat(wanted, list);
  const isRisk = risks.length > 0 || short.length > 0;
  return {
    principal: user,
    findings: [first, ...held, ...risks],
    result: isStopped ? 'stop' : isRisk ? 'risk' : 'send',
  };
}

/** Evaluates a group. Both doors license a group of any size and serves members while seats are left, so too few seats are only a risk. */
function evaluateGroup(group: GroupPrincipal, { wanted, held, list }: LineParts): PreflightLine {
  const reading = list.question.groups.get(group.id) ?? unknownGroup;
  const stops = groupStops(group, list.question);
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

/** Products that a line lacks, and findings about those that it has. */
interface LineParts {
  readonly wanted: readonly SeatTally[];
  readonly held: readonly PreflightFinding[];
  readonly list: List;
}

function toLine(
  principal: Principal,
  findings: readonly PreflightFinding[],
  result: PreflightLine['result'],
): PreflightLine {
  return { principal, findings, result };
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

function getsSeat(wanted: readonly SeatTally[], list: List): PreflightFinding {
  return wanted === list.tallies ? list.getsAll : { kind: 'gets-seat', ...naming(wanted, list) };
}

/** Returns the finding for products without a seat; `lacked` are all products of the one call. */
function noSeatLeft(short: readonly SeatTally[], lacked: readonly SeatTally[], list: List): PreflightFinding {
  const others = lacked.filter((tally) => !short.includes(tally));
  const withheld = others.length > 0 ? { withheld: namesOf(others) } : {};
  return { kind: 'no-seat-left', ...naming(short, list), ...withheld };
}

/** Returns the finding for products of which not every member of a group gets a seat. */
function noSeatForMembers(short: readonly SeatTally[], list: List): PreflightFinding {
  const isWaiting = short.every(({ hasWaitingList }) => hasWaitingList);
  return { kind: 'no-seat-left', ...naming(short, list), ...(isWaiting && { isWaiting }) };
}

function naming(tallies: readonly SeatTally[], { isSeveral }: List): { products?: ProductNames } {
  return isSeveral ? { products: namesOf(tallies) } : {};
}

function namesOf(tallies: readonly SeatTally[]): ProductNames {
  return tallies.map(({ product }) => product.name);
}
