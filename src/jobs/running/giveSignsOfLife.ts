import type { Clock } from '../../base/clock';
import type { JobLog } from './createJobLog';

const everyInMs = 30_000;

/** Writes a sign of life down every half minute, so that it is known afterwards when a tab died; never rejects. */
export async function giveSignsOfLife(
  log: Pick<JobLog<never, never, never>, 'note'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await clock.wait(everyInMs, signal).catch(() => undefined);
    if (!signal.aborted) log.note([{ kind: 'alive', at: clock.now() }]);
  }
}
