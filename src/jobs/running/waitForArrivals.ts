import type { Stretch } from './stretch';

/**
 * Waits until whatever lost its answer or its tab has taken effect, if ever. Rejects as the journal does, and with the signal's
 * reason as soon as `signal` is aborted; the wait then goes on in the next stretch.
 */
export async function waitForArrivals<Subject, Input, Code extends string>(
  { log, operation, clock }: Stretch<Subject, Input, Code>,
  signal?: AbortSignal,
): Promise<void> {
  const { arrivesUntil } = log.state();
  if (arrivesUntil === undefined) return;
  // The machine's clock may have been set meanwhile; nothing arrives later than this, and waiting less would be a guess.
  const leftInMs = Math.min(arrivesUntil - clock.now(), operation.arrivesWithinInMs ?? 0);
  if (leftInMs > 0) await clock.wait(leftInMs, signal);
  // Stored before anything is sent: who dies after this has been at work, not waiting.
  await log.write([{ kind: 'arrived' }]);
}
