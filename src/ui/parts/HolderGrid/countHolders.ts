import type { HolderRow } from './HolderGrid.types';

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
