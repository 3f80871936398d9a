import { hasSeat, isWorking } from '../changes/seatStates';
import type { ProductKey } from '../keys';
import type { Holding, Seat } from '../types';
import type { GroupLack } from './preflight';
import { countAsk, countNeed, type SeatTally } from './seatTally';

/** A group whose members get seats while some are left. */
interface ServedGroup {
  readonly groupId: string;
  readonly members: readonly Holding[];
  /** Products that the group is to give its members from now on. */
  readonly wanted: readonly SeatTally[];
  /** Products that it gives already. */
  readonly others: readonly SeatTally[];
}

/** Outcome of the members of a group. */
interface ServedMembers {
  /** Number of members who get a seat, for each of the products wanted. */
  readonly gains: readonly number[];
  readonly keeping: number;
  /** Members whose licenses are not known; each may take a seat. */
  readonly unread: number;
  /** Members who get nothing because no seat is left, by the products without a seat. */
  readonly lacking: readonly LackOf[];
  /** Members for whom no seat of a product is left, and who wait for one. */
  readonly waiting: readonly LackOf[];
  /** Members who get nothing because of a product that the group gives already. */
  readonly withheld: readonly LackOf[];
  /** Members to whom another group could not give the wanted products, for a reason that holds here as well. */
  readonly refused: readonly LackOf[];
}

/** A `GroupLack` with tallies in place of names. */
export interface LackOf extends Pick<GroupLack, 'people'> {
  readonly tallies: readonly SeatTally[];
}

/**
 * Predicts what the members of a group get, one after another, and counts the seats; several ways to one pool take one seat. Entra,
 * group-based licensing: a member gets all that the group carries of the directory, or none of it. In cloud licensing each product
 * stands for itself, and a member without a seat waits for one. Inferred: that members come in the order in which they are listed, which
 * matters only where what they lack differs.
 */
export function serveMembers({ groupId, members, wanted, others }: ServedGroup): ServedMembers {
  const served = new ServedCount(wanted);
  const [alone, joint] = split(wanted);
  const [, jointOthers] = split(others);
  let keeping = 0;
  let unread = 0;
  for (const member of members) {
    const lacks = (tally: SeatTally): boolean => !isHeld(member, tally);
    const missing = wanted.filter(lacks);
    if (missing.length === 0) {
      keeping += 1;
      continue;
    }
    if (missing.some((tally) => hasSeat(member, keyOf(tally)) === undefined)) {
      for (const tally of missing) tally.askedAtMost += 1;
      unread += 1;
      continue;
    }
    for (const tally of alone.filter(lacks)) serveAlone(member, tally, served);
    const lacked = joint.filter(lacks);
    if (lacked.length > 0) serveJointly(member, { missing: lacked, others: jointOthers, groupId }, served);
  }
  return {
    gains: [...served.gains.values()],
    keeping,
    unread,
    lacking: served.lacking.all(),
    waiting: served.waiting.all(),
    withheld: served.withheld.all(),
    refused: served.refused.all(),
  };
}

/** Returns the products of which each stands for itself, and those that a member gets together or not at all. */
function split(tallies: readonly SeatTally[]): [alone: SeatTally[], joint: SeatTally[]] {
  return [
    tallies.filter(({ hasWaitingList }) => hasWaitingList),
    tallies.filter(({ hasWaitingList }) => !hasWaitingList),
  ];
}

/** Gives a member a product if a seat is left, else a place in the line for one. */
function serveAlone({ principal, seats }: Holding, tally: SeatTally, served: ServedCount): void {
  if (isRefusedAnyway(seats, keyOf(tally))) {
    served.refused.note([tally]);
    return;
  }
  const memberId = principal.id.toLowerCase();
  const isLeft = hasSeatLeft(tally, memberId);
  countNeed(tally, memberId);
  // Not by id where none is left: this person asks for a seat and has none.
  countAsk(tally, isLeft ? memberId : undefined);
  if (isLeft) served.countGain(tally);
  else served.waiting.note([tally]);
}

/** Products that a member gets together, or none of them. */
interface JointProducts {
  readonly groupId: string;
  readonly missing: readonly SeatTally[];
  /** Products that the group gives already. */
  readonly others: readonly SeatTally[];
}

function serveJointly(
  member: Holding,
  { groupId, missing, others }: JointProducts,
  served: ServedCount,
): void {
  const { principal, seats } = member;
  const memberId = principal.id.toLowerCase();
  const getsSeat = (tally: SeatTally): boolean => isHeld(member, tally) || hasSeatLeft(tally, memberId);
  const blocking = others.filter((tally) => !getsSeat(tally) || isRefused(seats, keyOf(tally), groupId));
  if (blocking.length > 0) {
    served.withheld.note(blocking);
    return;
  }
  const failing = missing.filter((tally) => isRefusedAnyway(seats, keyOf(tally)));
  if (failing.length > 0) {
    served.refused.note(failing);
    return;
  }
  const short = missing.filter((tally) => !getsSeat(tally));
  for (const tally of short.length === 0 ? missing : short) countNeed(tally, memberId);
  if (short.length > 0) {
    // Not by id: this person asks for a seat and has none.
    for (const tally of short) countAsk(tally);
    served.lacking.note(short);
    return;
  }
  for (const tally of [...missing, ...others.filter((other) => !isHeld(member, other))])
    countAsk(tally, memberId);
  for (const tally of missing) served.countGain(tally);
}

function isHeld({ seats }: Holding, tally: SeatTally): boolean {
  return seats.some((seat) => seat.product === keyOf(tally) && isWorking(seat));
}

/** True if the person gets a seat, or was counted for one already. */
function hasSeatLeft(tally: SeatTally, memberId: string): boolean {
  return tally.asking.has(memberId) || tally.available - tally.asked > 0;
}

const keyOf = ({ product }: SeatTally): ProductKey => product.owned.key;

/**
 * True if Entra refuses a member this product of the group for a reason other than seats. A license in error with the issue
 * `other` fails along with another product of the group, which has the reason.
 */
export function isRefused(seats: readonly Seat[], product: ProductKey, groupId: string): boolean {
  return seats.some(
    (seat) =>
      seat.product === product &&
      seat.state === 'error' &&
      seat.path.kind === 'group' &&
      seat.path.groupId.toLowerCase() === groupId.toLowerCase() &&
      seat.issue !== 'not-enough-licenses' &&
      seat.issue !== 'other',
  );
}

/** Reasons that concern the person, and so apply to each group that gives the product. */
const personalIssues: readonly Seat['issue'][] = [
  'conflicting-plans',
  'usage-location',
  'duplicate-proxy-address',
];

/** True if another group fails to give a person this product for a reason that applies to the next group as well. */
function isRefusedAnyway(seats: readonly Seat[], product: ProductKey): boolean {
  return seats.some(
    (seat) => seat.product === product && seat.state === 'error' && personalIssues.includes(seat.issue),
  );
}

/** Count of members by what they get. */
class ServedCount {
  readonly gains: Map<SeatTally, number>;
  readonly lacking = new LackBook();
  readonly waiting = new LackBook();
  readonly withheld = new LackBook();
  readonly refused = new LackBook();

  constructor(wanted: readonly SeatTally[]) {
    this.gains = new Map(wanted.map((tally) => [tally, 0]));
  }

  countGain(tally: SeatTally): void {
    this.gains.set(tally, (this.gains.get(tally) ?? 0) + 1);
  }
}

/** Groups people who get nothing by the products that are the reason. */
class LackBook {
  readonly #lacks = new Map<string, { readonly tallies: readonly SeatTally[]; people: number }>();

  note(tallies: readonly SeatTally[]): void {
    const key = tallies.map(keyOf).join(' ');
    const known = this.#lacks.get(key);
    if (known) known.people += 1;
    else this.#lacks.set(key, { tallies, people: 1 });
  }

  all(): readonly LackOf[] {
    return [...this.#lacks.values()];
  }
}
