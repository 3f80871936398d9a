import type { JobEvent } from '../journal/journal';
import type { Operation } from '../operation';
import type { FoldedJob } from '../state/foldedJob';

/**
 * What whoever takes a job up writes down first, where the one before died while something of it may have been on its way.
 * `now` is in milliseconds since 1970.
 */
export function cutOff<Subject, Input, Code extends string>(
  job: FoldedJob<Subject, Input, Code>,
  operation: Pick<Operation<Subject, Input, Code>, 'begin' | 'arrivesWithinInMs'>,
  now: number,
): JobEvent<Code>[] {
  const { status, counts, context, arrivesUntil } = job;
  // Whoever rests in an orderly way writes a pause, and has waited for all that was sent.
  const hasDiedAtWork = status === 'running' || status === 'cancelling';
  const wasUnderWay = counts.started > 0 || (operation.begin !== undefined && context === undefined);
  // Who died while waiting for the one before had sent nothing.
  if (!hasDiedAtWork || !wasUnderWay || arrivesUntil !== undefined) return [];
  const { arrivesWithinInMs = 0 } = operation;
  return arrivesWithinInMs > 0 ? [{ kind: 'cut-off', arrivesUntil: now + arrivesWithinInMs }] : [];
}
