import { reachOf } from '../../base/outcome';
import type { JobCounts, JobItem } from '../job';

/** Numbers of items while they are counted. */
export type MutableCounts = { -readonly [Name in keyof JobCounts]: JobCounts[Name] };

/** Adds an item to the numbers of a job, or takes it away (`by` is -1). */
export function countItem<Input, Code extends string>(
  counts: MutableCounts,
  item: JobItem<Input, Code>,
  by: 1 | -1,
): void {
  counts[nameOf(item)] += by;
  const reach = reachOf(item.outcome);
  if (reach === 'part') counts.partly = (counts.partly ?? 0) + by;
  else if (reach === 'unknown') counts.unsure = (counts.unsure ?? 0) + by;
}

/** Under which number of a job an item counts. */
function nameOf<Input, Code extends string>(
  item: JobItem<Input, Code>,
): Exclude<keyof JobCounts, 'partly' | 'unsure'> {
  if (!item.outcome) return item.progress === 'started' ? 'started' : 'waiting';
  return item.outcome.kind === 'done' && item.outcome.pending ? 'pending' : item.outcome.kind;
}
