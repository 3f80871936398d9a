import type { JobScope } from '../operation';
import type { JobRun } from './jobRun';

/** What the operation may know of the job; `signal` is the stretch's own unless another is given. */
export function scopeOf<Subject, Input, Code extends string>(
  { log, stopSignal }: Pick<JobRun<Subject, Input, Code>, 'log' | 'stopSignal'>,
  signal = stopSignal.signal,
): JobScope<Subject> {
  const { header, context } = log.state();
  return { header, context, signal };
}
