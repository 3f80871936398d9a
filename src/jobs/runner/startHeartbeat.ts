import type { Clock } from '../../base/clock';
import type { JobLog } from './createJobLog';

const intervalInMs = 30_000;

/** Writes a sign of life down every half minute, so that it is known afterwards when a tab died; never rejects. */
export async function startHeartbeat(
  log: Pick<JobLog<never, never, never>, 'enqueue'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await clock.wait(intervalInMs, signal).catch(() => undefined);
    if (!signal.aborted) log.enqueue([{ kind: 'alive', at: clock.now() }]);
  }
}
