import type { JobEvent } from '../journal/journal';
import type { Operation } from '../operation';

/**
 * What is written down where something may be on its way though nobody waits for an answer any more; nothing for an
 * operation of which nothing arrives late. `since` is when nobody waited any more, in milliseconds since 1970.
 */
export function cutOff<Code extends string>(
  { arrivesWithinInMs = 0 }: Pick<Operation<unknown, unknown, Code>, 'arrivesWithinInMs'>,
  since: number,
): Extract<JobEvent<Code>, { kind: 'cut-off' }>[] {
  return arrivesWithinInMs > 0 ? [{ kind: 'cut-off', arrivesUntil: since + arrivesWithinInMs }] : [];
}
