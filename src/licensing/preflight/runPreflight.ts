import type { GroupPrincipal, Principal, UserPrincipal } from '../../base/principal';
import { groupStops, userStops } from './preflightStops';
import type { Preflight, PreflightFinding, PreflightLine, PreflightInput, ProductNames } from './preflight';
import { closeTally, leftAtLeast, leftAtMost, openTally, type SeatTally } from './seatTally';
import type { Holding, Seat, SeatPath } from '../types';

/**
 * Judges a list before anything is sent, line by line in the order of sending.
 * A person who holds a product through a group does not get it: a direct license would be a second path to the same seat.
 * A path in error counts as none, since it gives no seat. What a line lacks goes in one call, which the service makes whole
 * or not at all, so a person for whom one product has no seat gets none of them (Graph: assignLicense).
 */
export function runPreflight(question: PreflightInput): Preflight {
  const held = seatsById(question.holdings);
  const tallies = question.products.map(openTally);
  const isSeveral = tallies.length > 1;
  const getsAll: PreflightFinding = {
    kind: 'gets-seat',
    ...(isSeveral ? { products: namesOf(tallies) } : {}),
  };
  const list: List = { question, tallies, isSeveral, getsAll };
  const lines = question.principals.map((principal) => judgeLine(principal, held.get(principal.id), list));
  return { lines, seats: tallies.map(closeTally) };
}

/** What all lines of a list share. */
interface List {
  readonly question: PreflightInput;
  readonly tallies: readonly SeatTally[];
  readonly isSeveral: boolean;
  /** The finding of the many who lack everything. */
  readonly getsAll: PreflightFinding;
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
  const { held, wanted } = seats ? compare(seats, list) : { held: nothing, wanted: list.tallies };
  if (wanted.length === 0) return { principal, findings: held, verdict: 'skip' };
  return principal.kind === 'user'
    ? judgeUser(principal, wanted, held, list)
    : judgeGroup(principal, wanted, held, list);
}

const nothing: readonly PreflightFinding[] = [];

/** What the line lacks, and what it holds: through a group first, for that is why nothing is sent where all is held. */
function compare(seats: readonly Seat[], { tallies, isSeveral }: List) {
  const wanted: SeatTally[] = [];
  const held: PreflightFinding[] = [];
  for (const tally of tallies) {
    const { owned, name } = tally.product;
    const paths = seats.filter((seat) => seat.product === owned.key && seat.state !== 'error').map(pathOf);
    if (paths.length === 0) {
      wanted.push(tally);
      continue;
    }
    const isDirect = paths.some(({ kind }) => kind === 'direct');
    const kind = isDirect ? 'has-already' : 'has-through-group';
    const finding: PreflightFinding = isSeveral ? { kind, paths, product: name } : { kind, paths };
    if (isDirect) held.push(finding);
    else held.unshift(finding);
  }
  return { held, wanted };
}

const pathOf = ({ path }: Seat): SeatPath => path;

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
  return wanted === list.tallies ? list.getsAll : { kind: 'gets-seat', ...naming(wanted, list) };
}

function noSeatLeft(short: readonly SeatTally[], wanted: readonly SeatTally[], list: List): PreflightFinding {
  const others = wanted.filter((tally) => !short.includes(tally));
  const withheld = others.length > 0 ? { withheld: namesOf(others) } : {};
  return { kind: 'no-seat-left', ...naming(short, list), ...withheld };
}

function naming(tallies: readonly SeatTally[], { isSeveral }: List): { products?: ProductNames } {
  return isSeveral ? { products: namesOf(tallies) } : {};
}

function namesOf(tallies: readonly SeatTally[]): ProductNames {
  return tallies.map(({ product }) => product.name);
}
