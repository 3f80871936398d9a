import type { JobCounts, JobItem } from '../job';

/** Under which number of a job an item counts. */
export function countOf<Input, Code extends string>(item: JobItem<Input, Code>): keyof JobCounts {
  if (!item.outcome) return item.progress === 'started' ? 'started' : 'waiting';
  return item.outcome.kind === 'done' && item.outcome.pending ? 'pending' : item.outcome.kind;
}
