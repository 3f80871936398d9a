import type { JobRun } from './jobRun';

/**
 * Waits until whatever lost its answer or its tab has taken effect, if ever. Rejects as the journal does, and with the signal's
 * reason as soon as `signal` is aborted; the wait then goes on in the next stretch.
 */
export async function waitForInFlight<Subject, Input, Code extends string>(
  { log, operation, clock }: JobRun<Subject, Input, Code>,
  signal?: AbortSignal,
): Promise<void> {
  const { inFlightUntil } = log.state();
  if (inFlightUntil === undefined) return;
  // The machine's clock may have been set meanwhile; nothing arrives later than this, and waiting less would be a guess.
  const leftInMs = Math.min(inFlightUntil - clock.now(), operation.inFlightTimeoutMs ?? 0);
  if (leftInMs > 0) await clock.wait(leftInMs, signal);
  // Stored before anything is sent: who dies after this has been at work, not waiting.
  await log.write([{ kind: 'arrived' }]);
}
