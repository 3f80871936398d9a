import type { JobScope } from '../operation';
import type { Stretch } from './stretch';

/** What the operation may know of the job; `signal` is the stretch's own unless another is given. */
export function scopeOf<Subject, Input, Code extends string>(
  { log, stopper }: Pick<Stretch<Subject, Input, Code>, 'log' | 'stopper'>,
  signal = stopper.signal,
): JobScope<Subject> {
  const { header, context } = log.state();
  return { header, context, signal };
}
