import type { GroupPrincipal, Principal, UserPrincipal } from '../base/principal';
import { groupStops, userStops } from './preflightStops';
import type {
  Preflight,
  PreflightFinding,
  PreflightLine,
  PreflightQuestion,
  ProductNames,
} from './preflight';
import { closeTally, leftAtLeast, leftAtMost, openTally, type SeatTally } from './seatTally';
import type { Holding, Seat } from './types';

/**
 * Judges a list before anything is sent, line by line in the order of sending.
 * A person who holds a product through a group does not get it: a direct license would be a second path to the same seat.
 * A path in error counts as none, since it gives no seat. What a line lacks goes in one call, which the service makes whole
 * or not at all, so a person for whom one product has no seat gets none of them (Graph: assignLicense).
 */
export function judgePreflight(question: PreflightQuestion): Preflight {
  const held = seatsById(question.holdings);
  const tallies = question.products.map(openTally);
  const list: List = { question, tallies, names: namesOf(tallies), isSeveral: tallies.length > 1 };
  const lines = question.principals.map((principal) => judgeLine(principal, held.get(principal.id), list));
  return { lines, seats: tallies.map(closeTally) };
}

/** What all lines of a list share. */
interface List {
  readonly question: PreflightQuestion;
  readonly tallies: readonly SeatTally[];
  readonly names: ProductNames;
  readonly isSeveral: boolean;
}

/** Most of a long list hold nothing, and are left out. */
function seatsById(holdings: readonly Holding[]): ReadonlyMap<string, readonly Seat[]> {
  const held = new Map<string, readonly Seat[]>();
  for (const { principal, seats } of holdings) {
    if (seats.length === 0) continue;
    const known = held.get(principal.id);
    held.set(principal.id, known ? [...known, ...seats] : seats);
  }
  return held;
}

function judgeLine(principal: Principal, seats: readonly Seat[] | undefined, list: List): PreflightLine {
  const held = seats ? heldFindings(seats, list) : [];
  const wanted = seats
    ? list.tallies.filter(({ product }) => !holds(seats, product.sku.skuId))
    : list.tallies;
  if (wanted.length === 0) return { principal, findings: held, verdict: 'skip' };
  return principal.kind === 'user'
    ? judgeUser(principal, wanted, held, list)
    : judgeGroup(principal, wanted, held, list);
}

function isWorkingOf(skuId: string): (seat: Seat) => boolean {
  return (seat) => seat.skuId === skuId && seat.state !== 'error';
}

function holds(seats: readonly Seat[], skuId: string): boolean {
  return seats.some(isWorkingOf(skuId));
}

/** What is held already; through a group first, for that is the reason why nothing is sent where all is held. */
function heldFindings(seats: readonly Seat[], { tallies, isSeveral }: List): readonly PreflightFinding[] {
  const direct: PreflightFinding[] = [];
  const throughGroup: PreflightFinding[] = [];
  for (const { product } of tallies) {
    const paths = seats.filter(isWorkingOf(product.sku.skuId)).map(({ path }) => path);
    if (paths.length === 0) continue;
    const name = isSeveral ? { product: product.name } : {};
    if (paths.some(({ kind }) => kind === 'direct')) direct.push({ kind: 'has-already', paths, ...name });
    else throughGroup.push({ kind: 'has-through-group', paths, ...name });
  }
  return [...throughGroup, ...direct];
}

function judgeUser(
  user: UserPrincipal,
  wanted: readonly SeatTally[],
  held: readonly PreflightFinding[],
  list: List,
): PreflightLine {
  const stops = userStops(user, list.question);
  const risks: PreflightFinding[] = [];
  if (user.isBlocked) risks.push({ kind: 'blocked-account' });
  if (user.isGuest) risks.push({ kind: 'guest' });
  if (stops.length > 0) return { principal: user, findings: [...stops, ...held, ...risks], verdict: 'stop' };

  // What a group takes is an estimate, and an estimate must not keep anyone from being sent.
  const gone = wanted.filter((tally) => leftAtMost(tally) < 1);
  const isStopped = gone.length > 0;
  const short = isStopped ? gone : wanted.filter((tally) => leftAtLeast(tally) < 1);
  for (const tally of wanted) tally.needed += 1;
  // Who is stopped takes nothing of the other products, so they stay for the next.
  for (const tally of isStopped ? gone : wanted) {
    tally.asked += 1;
    tally.askedByUsers += 1;
  }
  const first = short.length > 0 ? noSeatLeft(short, wanted, list) : getsSeat(wanted, list);
  const isRisk = risks.length > 0 || short.length > 0;
  return {
    principal: user,
    findings: [first, ...held, ...risks],
    verdict: isStopped ? 'stop' : isRisk ? 'risk' : 'send',
  };
}

/** Entra takes a group of any size and serves its members as far as the seats go, so want of seats is a risk only. */
function judgeGroup(
  group: GroupPrincipal,
  wanted: readonly SeatTally[],
  held: readonly PreflightFinding[],
  list: List,
): PreflightLine {
  const size = list.question.compositions.get(group.id);
  const stops = groupStops(group, list.question);
  const members: PreflightFinding[] = size
    ? [{ kind: 'group-members', ...size, ...naming(wanted, list) }]
    : list.isSeveral
      ? [getsSeat(wanted, list)]
      : [];
  if (stops.length > 0)
    return { principal: group, findings: [...stops, ...held, ...members], verdict: 'stop' };

  const seats = size?.directUsers ?? 0;
  const short = wanted.filter((tally) => seats > leftAtLeast(tally));
  for (const tally of wanted) {
    tally.needed += seats;
    tally.asked += seats;
  }
  if (short.length === 0) return { principal: group, findings: [...members, ...held], verdict: 'send' };
  const finding: PreflightFinding = { kind: 'no-seat-left', ...naming(short, list) };
  return { principal: group, findings: [...members, finding, ...held], verdict: 'risk' };
}

function getsSeat(wanted: readonly SeatTally[], list: List): PreflightFinding {
  return { kind: 'gets-seat', ...naming(wanted, list) };
}

function noSeatLeft(short: readonly SeatTally[], wanted: readonly SeatTally[], list: List): PreflightFinding {
  const others = wanted.filter((tally) => !short.includes(tally));
  const withheld = others.length > 0 ? { withheld: namesOf(others) } : {};
  return { kind: 'no-seat-left', ...naming(short, list), ...withheld };
}

function naming(tallies: readonly SeatTally[], { isSeveral, ...list }: List): { products?: ProductNames } {
  if (!isSeveral) return {};
  // One list of names serves the many who lack everything.
  return { products: tallies === list.tallies ? list.names : namesOf(tallies) };
}

function namesOf(tallies: readonly SeatTally[]): ProductNames {
  return tallies.map(({ product }) => product.name);
}
