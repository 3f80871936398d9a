import type { JobCounts } from '../../../jobs/job';

/** Number of items that are sent and answered, or need not be sent. */
export function settledOf({ done, pending, skipped, failed, cancelled }: JobCounts): number {
  return done + pending + skipped + failed + cancelled;
}
