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
 * Predicts what Entra gives the members of a group, one after another, and counts the seats. Entra, group-based licensing:
 * a member gets all that the group carries, or none of it; several ways to one product take one seat. Inferred: that members
 * come in the order in which they are listed, which matters only where what they lack differs.
 */
export function serveMembers({ groupId, members, wanted, others }: ServedGroup): ServedMembers {
  const gains = new Map(wanted.map((tally) => [tally, 0]));
  const lacking = new LackBook();
  const withheld = new LackBook();
  const refused = new LackBook();
  let keeping = 0;
  let unread = 0;
  for (const member of members) {
    const { principal, seats } = member;
    const memberId = principal.id.toLowerCase();
    const held = new Set<ProductKey>(seats.filter(isWorking).map(({ product }) => product));
    const missing = wanted.filter((tally) => !held.has(keyOf(tally)));
    if (missing.length === 0) {
      keeping += 1;
      continue;
    }
    if (missing.some((tally) => hasSeat(member, keyOf(tally)) === undefined)) {
      for (const tally of missing) tally.askedAtMost += 1;
      unread += 1;
      continue;
    }
    const getsSeat = (tally: SeatTally): boolean =>
      held.has(keyOf(tally)) || tally.asking.has(memberId) || tally.available - tally.asked > 0;
    const blocking = others.filter((tally) => !getsSeat(tally) || isRefused(seats, keyOf(tally), groupId));
    const short = missing.filter((tally) => !getsSeat(tally));
    if (blocking.length > 0) {
      withheld.note(blocking);
      continue;
    }
    const failing = missing.filter((tally) => isRefusedAnyway(seats, keyOf(tally)));
    if (failing.length > 0) {
      refused.note(failing);
      continue;
    }
    for (const tally of missing) if (short.length === 0 || short.includes(tally)) countNeed(tally, memberId);
    if (short.length > 0) {
      // Not by id: this person asks for a seat and has none.
      for (const tally of short) countAsk(tally);
      lacking.note(short);
      continue;
    }
    for (const tally of [...missing, ...others.filter((other) => !held.has(keyOf(other)))])
      countAsk(tally, memberId);
    for (const tally of missing) gains.set(tally, (gains.get(tally) ?? 0) + 1);
  }
  return {
    gains: [...gains.values()],
    keeping,
    unread,
    lacking: lacking.all(),
    withheld: withheld.all(),
    refused: refused.all(),
  };
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
