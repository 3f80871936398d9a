import { doubleSeats } from '../../../licensing/changes/doubleSeats';
import { hasWaitingList } from '../../../licensing/door';
import type { Holder, Seat, SeatPath } from '../../../licensing/types';
import type { HolderRow, HolderSummary } from './HolderGrid.types';

/** Shared by all direct holders, to save memory in long lists. */
const directOnly: readonly SeatPath[] = [{ kind: 'direct' }];

const fromBestState: readonly Seat['state'][] = [
  'active',
  'active-with-error',
  'unknown',
  'disabled',
  'error',
];

/** Summarizes a holder's paths: best state, first issue, oldest date. */
export function summarizeHolder({ seats, isIncomplete = false }: Holder): HolderSummary {
  const issue = seats.find((seat) => seat.issue !== undefined)?.issue;
  const best = fromBestState.find((state) => seats.some((seat) => seat.state === state)) ?? 'unknown';
  const standing = seats.filter(({ state }) => state !== 'error');
  const counted = standing.length > 0 ? standing : seats;
  return {
    isIncomplete,
    paths: isPlainDirect(seats) ? directOnly : seats.map(({ path }) => path),
    isDirect: seats.some(({ path }) => path.kind === 'direct'),
    isInherited: seats.some(({ path }) => path.kind === 'group'),
    hasSeveralSeats: seats.length > 1 && doubleSeats(seats).length > 0,
    state: best === 'active' && issue !== undefined ? 'active-with-error' : best,
    issue,
    ...(best === 'error' && seats.some(isInLine) && { isWaiting: true }),
    since: counted
      .flatMap(({ updatedAt }) => updatedAt ?? [])
      .sort()
      .at(0),
    disabledPlanIds: counted.length === 1 ? (counted[0]?.disabledPlanIds ?? []) : offOnAllPaths(counted),
  };
}

/** True for a path that gives a seat once one is left, so that the person is in line. */
function isInLine({ issue, pool }: Seat): boolean {
  return issue === 'not-enough-licenses' && hasWaitingList(pool);
}

function isPlainDirect([first, ...others]: readonly Seat[]): boolean {
  return first?.path.kind === 'direct' && others.length === 0;
}

function offOnAllPaths(seats: readonly Seat[]): readonly string[] {
  const [first, ...others] = seats;
  return (first?.disabledPlanIds ?? []).filter((id) =>
    others.every((seat) => seat.disabledPlanIds.includes(id)),
  );
}

/** Counts of a list of holders. */
export interface HolderCounts {
  /** Users with a license, with or without an issue. */
  readonly licensed: number;
  /** Licensed users whose license has an issue. */
  readonly withIssue: number;
  /** Users without a license because all paths are in error. */
  readonly inError: number;
  /** Those of them who wait for a license. */
  readonly waiting: number;
}

/** Counts users with a license and in error, for all numbers on the screen. */
export function countHolders(rows: readonly Pick<HolderRow, 'summary'>[]): HolderCounts {
  let withIssue = 0;
  let inError = 0;
  let waiting = 0;
  for (const { summary } of rows) {
    if (summary.isWaiting) waiting += 1;
    if (summary.state === 'error') inError += 1;
    else if (summary.issue !== undefined) withIssue += 1;
  }
  return { licensed: rows.length - inError, withIssue, inError, waiting };
}
