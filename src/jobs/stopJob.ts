import { toAppError } from '../base/appError';
import type { Clock } from '../base/clock';
import type { Engine } from './createEngine';
import type { KeyedQueue } from '../base/async/keyedQueue';

/**
 * Pauses or cancels a job, whoever runs it; resolves when it rests, or, where another tab runs it, when that tab was asked.
 * Rejects with AppError `not-found`, `account-changed`, or as the journal does.
 */
export async function stopJob<Subject, Input, Code extends string>(
  engine: Engine<Subject, Input, Code>,
  { runExclusive }: KeyedQueue,
  clock: Clock,
  id: string,
  wish: 'pause' | 'cancel',
): Promise<void> {
  // Not in turn: what runs here must hear it at once, whatever else waits.
  if (await stopHere(engine, id, wish)) return;
  await runExclusive(id, async () => {
    if (await stopHere(engine, id, wish)) return;
    await engine.open(id);
    await engine.watch.refresh();
    if (engine.runnerOf(id) === 'elsewhere') engine.post({ kind: 'asked', jobId: id, wish });
    else if (wish === 'cancel') await cancelResting(engine, clock, id);
  });
}

/** Whether the job ran here and rests now. */
async function stopHere<Subject, Input, Code extends string>(
  { activeRuns, open }: Engine<Subject, Input, Code>,
  id: string,
  wish: 'pause' | 'cancel',
): Promise<boolean> {
  const wasHere = await activeRuns.stop(id, wish);
  // One that let go of the job in this very moment may have left the cancelling undone.
  return wasHere && (wish === 'pause' || (await open(id)).state().status !== 'cancelling');
}

/** What may have been sent is found out about, which takes a run; the rest is cancelled at once. */
async function cancelResting<Subject, Input, Code extends string>(
  { activeRuns, open, post }: Engine<Subject, Input, Code>,
  clock: Clock,
  id: string,
): Promise<void> {
  try {
    await activeRuns.start(await open(id), ({ status, isCancelAsked }) =>
      status === 'finished' || isCancelAsked ? [] : [{ kind: 'cancel-asked', at: clock.now() }],
    );
    await activeRuns.waitUntilIdle(id);
  } catch (thrown) {
    if (toAppError(thrown).code !== 'job-busy') throw thrown;
    post({ kind: 'asked', jobId: id, wish: 'cancel' });
  }
}
