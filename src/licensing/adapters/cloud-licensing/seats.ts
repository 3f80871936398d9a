import type { ProductKey } from '../../keys';
import type { IssueCode, PoolRef, Seat, SeatPath } from '../../types';
import type { Problem } from './wire';

/** One way by which a person may have a seat. */
interface SeatParts {
  readonly ref: PoolRef;
  readonly path: SeatPath;
  /** Undefined where they could not be read. */
  readonly disabledPlanIds: readonly string[] | undefined;
  /** Reason for which this path gives no seat. Default is none. */
  readonly issue?: IssueCode | undefined;
}

// Long lists stay in memory, so equal values of most people share one object.
const noPlans: readonly string[] = [];

/** Path of a license that is assigned to the person. */
export const directPath: SeatPath = { kind: 'direct' };

/** Builds a seat. A person in line for one has the path without its seat, as one whose license from a group is in error. */
export function toSeat({ ref, path, disabledPlanIds, issue }: SeatParts): Seat {
  return {
    product: ref.product,
    pool: ref.pool,
    path,
    state: issue ? 'error' : 'active',
    issue,
    disabledPlanIds: disabledPlanIds?.length ? disabledPlanIds : noPlans,
    // Cloud licensing keeps no date of an assignment.
    updatedAt: undefined,
    ...(disabledPlanIds === undefined && { isIncomplete: true }),
  };
}

/**
 * Marks the seats of a product of which the person has an error. Inferred: that it concerns what comes through groups, since a
 * direct license is refused instead; one of which nothing comes through a group works in part.
 */
export function withError(seats: readonly Seat[], product: ProductKey, problem: Problem): readonly Seat[] {
  const isThroughGroup = ({ path }: Seat): boolean => path.kind === 'group';
  const own = seats.filter((seat) => seat.product === product);
  const state = own.some(isThroughGroup) ? 'error' : 'active-with-error';
  return seats.map((seat) => {
    const isMeant = seat.product === product && (state === 'active-with-error' || isThroughGroup(seat));
    return isMeant && !seat.issue ? { ...seat, state, ...problem } : seat;
  });
}

/** Puts the seats of a person in one order however they were read: by pool, the direct one first, then by group. */
export function inOrder(seats: readonly Seat[]): readonly Seat[] {
  if (seats.length < 2) return seats;
  const keyOf = ({ pool, path }: Seat): string => `${pool} ${path.kind === 'group' ? path.groupId : ''}`;
  return seats.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
