import type { JobEvent } from '../journal/journal';
import type { Operation } from '../operation';
import type { InternalJobState } from '../state/internalJobState';
import { markInterrupted } from './markInterrupted';

/** Between two signs of life of a tab at work: one is due each half minute, and browsers slow hidden pages down to a minute. */
const maxHeartbeatGapInMs = 60_000;

/** What whoever takes a job up writes down first: whether the one before died while something of it was on its way. */
export function recover<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  operation: Operation<Subject, Input, Code>,
  now: number,
): JobEvent<Code>[] {
  const { status, counts, context, inFlightUntil, heartbeatAt = now } = job;
  // Whoever rests in an orderly way writes a pause.
  const hasDiedAtWork = status === 'running' || status === 'cancelling';
  const wasUnderWay = counts.started > 0 || (operation.prepare !== undefined && context === undefined);
  // Whoever died while waiting for what was sent before had sent nothing.
  const isWaiting = inFlightUntil !== undefined;
  if (!hasDiedAtWork || !wasUnderWay || isWaiting) return [];
  const diedAt = Math.min(now, heartbeatAt + maxHeartbeatGapInMs);
  return markInterrupted(operation, diedAt).filter(({ inFlightUntil: until }) => until > now);
}
