import type { Holder, IssueCode, Seat, SeatPath } from '../../../licensing/types';

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
