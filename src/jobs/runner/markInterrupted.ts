import type { JobEvent } from '../journal/journal';
import type { Operation } from '../operation';

/**
 * What is written down where something may be on its way though nobody waits for an answer any more; nothing for an
 * operation of which nothing arrives late. `since` is when nobody waited any more, in milliseconds since 1970.
 */
export function markInterrupted<Code extends string>(
  { inFlightTimeoutMs = 0 }: Pick<Operation<unknown, unknown, Code>, 'inFlightTimeoutMs'>,
  since: number,
): Extract<JobEvent<Code>, { kind: 'cut-off' }>[] {
  return inFlightTimeoutMs > 0 ? [{ kind: 'cut-off', inFlightUntil: since + inFlightTimeoutMs }] : [];
}
