import type { Principal, UserPrincipal } from '../../base/principal';
import { predictOutcome } from '../changes/predictOutcome';
import { hasSeat, isWorking } from '../changes/seatStates';
import { defaultPool, poolToGiveFrom } from '../pools';
import { evaluatePermission } from '../policy/evaluatePermission';
import type { Holding, Seat, SeatPath } from '../types';
import {
  evaluateGroup,
  naming,
  namesOf,
  poolStops,
  toLine,
  type LineParts,
  type List,
} from './evaluateGroup';
import { memberIdsOf } from './groupReading';
import type { Preflight, PreflightFinding, PreflightInput, PreflightLine } from './preflight';
import { userStops } from './preflightStops';
import {
  closeTally,
  countAsk,
  countNeed,
  leftAtLeast,
  leftAtMost,
  openTally,
  type SeatTally,
} from './seatTally';

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
  const { isThroughGroup = false } = list.question;
  const stops = [
    ...userStops(user, list.question),
    ...poolStops(isThroughGroup ? 'group' : 'user', lacked, list),
  ];
  const risks: PreflightFinding[] = [];
  if (user.isNameOnly) risks.push({ kind: 'details-unknown' });
  if (user.isBlocked) risks.push({ kind: 'blocked-account' });
  if (user.isGuest) risks.push({ kind: 'guest' });
  const ofBuyers = lacked.filter(({ product }) => poolToGiveFrom(product.owned).isPersonal);
  if (ofBuyers.length > 0) risks.push({ kind: 'only-buyer-assigns', ...naming(ofBuyers, list) });
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

function getsSeat(wanted: readonly SeatTally[], list: List): PreflightFinding {
  return wanted === list.tallies ? list.getsAll : { kind: 'gets-seat', ...naming(wanted, list) };
}

/** Returns the finding for products without a seat; `lacked` are all products of the one call. */
function noSeatLeft(short: readonly SeatTally[], lacked: readonly SeatTally[], list: List): PreflightFinding {
  const others = lacked.filter((tally) => !short.includes(tally));
  const withheld = others.length > 0 ? { withheld: namesOf(others) } : {};
  return { kind: 'no-seat-left', ...naming(short, list), ...withheld };
}
