import type { JobCounts } from '../../../../jobs/job';
import { outcomeOrder, type OutcomeFilter } from './selectOutcomes';

/** Counts the items of each filter, without empty ones. */
export function countOutcomes(counts: JobCounts): ReadonlyMap<OutcomeFilter, number> {
  return new Map(
    outcomeOrder.map((filter) => [filter, countOf(filter, counts)] as const).filter(([, count]) => count > 0),
  );
}

function countOf(filter: OutcomeFilter, counts: JobCounts): number {
  const { waiting, started, done, partly = 0, unsure = 0, failed, halfDone = 0 } = counts;
  if (filter === 'waiting') return waiting + started;
  if (filter === 'failed') return failed - halfDone;
  return filter === 'done' ? done - partly - unsure : (counts[filter] ?? 0);
}
