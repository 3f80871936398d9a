import type { JobCounts } from '../../../jobs/job';

/** Number of items that are finished; one on which the service still works is not. */
export function countSettled({ done, skipped, failed, cancelled }: JobCounts): number {
  return done + skipped + failed + cancelled;
}
