import type { JobCounts } from '../../../jobs/job';

/** Counts the settled items, without those that the service still processes. */
export function countSettled({ done, skipped, failed, cancelled }: JobCounts): number {
  return done + skipped + failed + cancelled;
}
