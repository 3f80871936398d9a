import type { JobEvent } from '../journal/journal';
import type { Operation } from '../operation';
import type { InternalJobState } from '../state/jobState';
import type { JobRun } from './jobRun';

/**
 * Maximum time between two heartbeats of a tab, in milliseconds: one is due every 30 s, and browsers delay the timers of hidden
 * pages up to a minute.
 */
const maxHeartbeatGapInMs = 60_000;

/**
 * Returns the event to journal when requests are in flight and no code waits for their responses any more; none for an operation
 * without `inFlightTimeoutMs`. `since` is the time at which the wait ended, in milliseconds since 1970.
 */
export function markInterrupted<Code extends string>(
  { inFlightTimeoutMs = 0 }: Pick<Operation<unknown, unknown, Code>, 'inFlightTimeoutMs'>,
  since: number,
): Extract<JobEvent<Code>, { kind: 'cut-off' }>[] {
  return inFlightTimeoutMs > 0 ? [{ kind: 'cut-off', inFlightUntil: since + inFlightTimeoutMs }] : [];
}

/** Returns the events to journal before a job runs again: one if the last tab that ran it died with requests in flight. */
export function recover<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  operation: Operation<Subject, Input, Code>,
  now: number,
): JobEvent<Code>[] {
  const { status, counts, context, inFlightUntil, heartbeatAt = now } = job;
  // A run that ends in an orderly way journals a pause.
  const hasDied = status === 'running' || status === 'cancelling';
  const hadRequests = counts.started > 0 || (operation.prepare !== undefined && context === undefined);
  // A run that died while it waited for earlier requests had sent none itself.
  const wasWaiting = inFlightUntil !== undefined;
  if (!hasDied || !hadRequests || wasWaiting) return [];
  const diedAt = Math.min(now, heartbeatAt + maxHeartbeatGapInMs);
  return markInterrupted(operation, diedAt).filter(({ inFlightUntil: until }) => until > now);
}

/**
 * Waits until earlier requests without a response have taken effect or never will. Rejects as the journal does, and with the
 * signal's reason when `signal` is aborted; the next run then waits for the rest of the time.
 */
export async function waitForInFlight<Subject, Input, Code extends string>(
  { log, operation, clock }: JobRun<Subject, Input, Code>,
  signal?: AbortSignal,
): Promise<void> {
  const { inFlightUntil } = log.state();
  if (inFlightUntil === undefined) return;
  // If the machine's clock was set back, the stored time is too far ahead. The timeout is the maximum in any case.
  const leftInMs = Math.min(inFlightUntil - clock.now(), operation.inFlightTimeoutMs ?? 0);
  if (leftInMs > 0) await clock.wait(leftInMs, signal);
  // Stored before anything is sent: a tab that dies after this event died while it sent, not while it waited.
  await log.write([{ kind: 'arrived' }]);
}
