import { toPauseReason, type PauseReason } from './createStopSignal';
import { followItems } from './followItems';
import { startHeartbeat } from './startHeartbeat';
import { scopeOf } from './scopeOf';
import { sendItems } from './sendItems';
import { resolveUnknownOutcomes } from './resolveUnknownOutcomes';
import type { JobRun } from './jobRun';
import { waitForInFlight } from './waitForInFlight';

/**
 * Works on a job from its start until it is finished or has to rest; gives why it rests. Never rejects.
 * `onBegun` is called when the start is in the journal.
 */
export async function runJob<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  onBegun: () => void,
): Promise<PauseReason | undefined> {
  const { log, clock, stopSignal } = run;
  const over = new AbortController();
  try {
    const isStarted = log.state().status === 'cancelling';
    await log.write(isStarted ? [] : [{ kind: 'started', at: clock.now() }]);
    onBegun();
    void startHeartbeat(log, clock, over.signal);
    await goOn(run).catch((thrown: unknown) => stopSignal.stop(toPauseReason(thrown)));
    if (log.state().isCancelAsked) {
      await waitForInFlight(run);
      await resolveUnknownOutcomes(run);
    }
    const rest = stopSignal.reason();
    if (rest && !isOver(run)) return rest;
    // The end is told only when all that led to it is stored.
    await log.write([]);
    await log.write([{ kind: 'finished', at: clock.now() }]);
    return undefined;
  } catch (thrown) {
    return toPauseReason(thrown);
  } finally {
    over.abort();
  }
}

async function goOn<Subject, Input, Code extends string>(run: JobRun<Subject, Input, Code>): Promise<void> {
  const { log, clock, stopSignal } = run;
  if (log.state().isCancelAsked || stopSignal.reason()) return;
  await waitForInFlight(run, stopSignal.signal);
  await begin(run);
  await sendItems(run);
  if (stopSignal.reason() || isOver(run)) return;
  await log.write([{ kind: 'all-sent', at: clock.now() }]);
  await followItems(run);
}

/** Prepares the whole job, once, and only where something is to be sent. */
async function begin<Subject, Input, Code extends string>(run: JobRun<Subject, Input, Code>): Promise<void> {
  const { log, operation } = run;
  const { context, counts } = log.state();
  if (!operation.prepare || context !== undefined || counts.waiting + counts.started === 0) return;
  run.checkOwner();
  const made = await operation.prepare(scopeOf(run));
  await log.write([{ kind: 'begun', context: made ?? null }]);
}

/** Whether nothing is left to send, nor to follow. */
function isOver<Subject, Input, Code extends string>({
  log,
  operation,
}: JobRun<Subject, Input, Code>): boolean {
  const { counts, isCancelAsked } = log.state();
  const isFollowed = operation.poll !== undefined && !isCancelAsked && counts.pending > 0;
  return counts.waiting + counts.started === 0 && !isFollowed;
}
