import type { Holder, IssueCode, Seat, SeatPath } from '../../../licensing/types';
import type { HolderRow } from './HolderGrid.types';

/** What a row says of a holder, over all paths to the seat. */
export interface HolderSummary {
  readonly paths: readonly SeatPath[];
  /** Some of it could not be read. */
  readonly isIncomplete: boolean;
  readonly isDirect: boolean;
  readonly isInherited: boolean;
  /** `error` where every path is in error, so that the person has no license; `unknown` where no path is known. */
  readonly state: Seat['state'];
  readonly issue: IssueCode | undefined;
  /** ISO date-time of the oldest assignment that stands; undefined where nobody knows. */
  readonly since: string | undefined;
  /** Plans that no path gives: the effective plans are all that any path gives (Entra: group-based licensing). */
  readonly disabledPlanIds: readonly string[];
}

/** One list for the many who hold directly alone, since a long list is kept as a whole. */
const directOnly: readonly SeatPath[] = [{ kind: 'direct' }];

const fromBestState: readonly Seat['state'][] = [
  'active',
  'active-with-error',
  'unknown',
  'disabled',
  'error',
];

/** Sums up a holder's paths: the best state, the first issue, the oldest date. */
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
    state: best === 'active' && issue !== undefined ? 'active-with-error' : best,
    issue,
    since: counted
      .flatMap(({ updatedAt }) => updatedAt ?? [])
      .sort()
      .at(0),
    disabledPlanIds: counted.length === 1 ? (counted[0]?.disabledPlanIds ?? []) : offOnAllPaths(counted),
  };
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

/** Numbers of the people of a list, as every part of the screen tells them. */
export interface HolderCounts {
  /** People who have a license, whether or not it has an issue. */
  readonly licensed: number;
  /** Those of them whose license has an issue. */
  readonly withIssue: number;
  /** People to whom no path gives the license because each is in error: they have none. */
  readonly inError: number;
}

/** Counts who has a license and who is in error; every number of people on the screen comes from here. */
export function countHolders(rows: readonly Pick<HolderRow, 'summary'>[]): HolderCounts {
  let withIssue = 0;
  let inError = 0;
  for (const { summary } of rows) {
    if (summary.state === 'error') inError += 1;
    else if (summary.issue !== undefined) withIssue += 1;
  }
  return { licensed: rows.length - inError, withIssue, inError };
}
