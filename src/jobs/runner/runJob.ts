import { mapConcurrent } from '../../base/async/mapConcurrent';
import type { Clock } from '../../base/clock';
import type { Outcome } from '../../base/outcome';
import type { JobLog } from '../state/createJobLog';
import { findIndexes } from '../state/jobState';
import { waitForInFlight } from './inFlight';
import { itemsAt, toItemScope, toPauseReason, toScope, type JobRun, type PauseReason } from './jobRun';
import { resolveStarted, sendItems } from './sendItems';

const heartbeatIntervalInMs = 30_000;
const firstPollDelayInMs = 5_000;
const maxPollDelayInMs = 60_000;

/**
 * Runs a job until it is finished, or returns the reason to pause. Never rejects. `onStarted` is called when the start is in
 * the journal.
 */
export async function runJob<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  onStarted: () => void,
): Promise<PauseReason | undefined> {
  const { log, clock, stopSignal } = run;
  const ended = new AbortController();
  try {
    const isCancelling = log.state().status === 'cancelling';
    await log.write(isCancelling ? [] : [{ kind: 'started', at: clock.now() }]);
    onStarted();
    void startHeartbeat(log, clock, ended.signal);
    await workOnItems(run).catch((thrown: unknown) => stopSignal.stop(toPauseReason(thrown)));
    if (log.state().isCancelAsked) {
      await waitForInFlight(run);
      const failure = await resolveStarted(run);
      if (failure) return failure;
      settleStopped(run);
    }
    const reason = stopSignal.reason();
    if (reason && !isComplete(run)) return reason;
    // The end is journaled after everything that led to it.
    await log.write([]);
    await log.write([{ kind: 'finished', at: clock.now() }]);
    return undefined;
  } catch (thrown) {
    return toPauseReason(thrown);
  } finally {
    ended.abort();
  }
}

/** Journals a heartbeat every 30 s, so that the next tab knows when this one died. Never rejects. */
async function startHeartbeat(
  log: Pick<JobLog<never, never, never>, 'enqueue'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await clock.wait(heartbeatIntervalInMs, signal).catch(() => undefined);
    if (!signal.aborted) log.enqueue([{ kind: 'alive', at: clock.now() }]);
  }
}

async function workOnItems<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): Promise<void> {
  const { log, clock, stopSignal } = run;
  if (log.state().isCancelAsked || stopSignal.reason()) return;
  await waitForInFlight(run, stopSignal.signal);
  await prepareJob(run);
  await sendItems(run, ['started', 'waiting']);
  if (stopSignal.reason() || isComplete(run)) return;
  await log.write([{ kind: 'all-sent', at: clock.now() }]);
  await pollItems(run);
}

/** True if no item is left to send, nor to poll. */
function isComplete<Subject, Input, Code extends string>({
  log,
  operation,
}: JobRun<Subject, Input, Code>): boolean {
  const { counts, isCancelAsked } = log.state();
  const isPolled = operation.poll !== undefined && !isCancelAsked && counts.pending > 0;
  return counts.waiting + counts.started === 0 && !isPolled;
}

/** Prepares the whole job, once, and only if an item is left to send. */
async function prepareJob<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): Promise<void> {
  const { log, operation } = run;
  const { context, counts } = log.state();
  if (!operation.prepare || context !== undefined || counts.waiting + counts.started === 0) return;
  run.checkOwner();
  const prepared = await operation.prepare(toScope(run));
  await log.write([{ kind: 'begun', context: prepared ?? null }]);
}

/**
 * Polls the pending items, after 5 s at first and every minute in the end, until none is left. Rejects as the operation's
 * `poll` does, and when the run is stopped.
 */
async function pollItems<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): Promise<void> {
  const { clock, stopSignal } = run;
  let pending = findPending(run);
  for (let delayInMs = firstPollDelayInMs; ; delayInMs = Math.min(maxPollDelayInMs, delayInMs * 1.5)) {
    pending = await pollOnce(run, pending);
    if (pending.length === 0) return;
    await clock.wait(delayInMs, stopSignal.signal);
  }
}

/** Journals how items end that were still polled when the job was stopped, where the operation would have sent more of them. */
function settleStopped<Subject, Input, Code extends string>(run: JobRun<Subject, Input, Code>): void {
  const { log, operation, clock } = run;
  const settled = itemsAt(log.state().items, findPending(run)).flatMap(({ index, item }) => {
    const outcome = operation.stop?.(item.input, toItemScope(run, index));
    return outcome ? [[index, outcome] as const] : [];
  });
  if (settled.length > 0) log.enqueue([{ kind: 'settled', at: clock.now(), items: settled }]);
}

/** Returns the indexes of the items that the service still works on. */
const findPending = <Subject, Input, Code extends string>({ log }: JobRun<Subject, Input, Code>): number[] =>
  findIndexes(log.state().items, ({ outcome }) => outcome?.kind === 'done' && outcome.pending === true);

/** Polls each item once. Returns the items that are still pending. */
async function pollOnce<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  pending: readonly number[],
): Promise<number[]> {
  const { log, operation, clock, checkOwner } = run;
  const stillPending: number[] = [];
  for (let first = 0; first < pending.length; first += operation.chunkSize) {
    checkOwner();
    const chunk = itemsAt(log.state().items, pending.slice(first, first + operation.chunkSize));
    const inputs = chunk.map(({ item }) => item.input);
    const outcomes = (await operation.poll?.(inputs, toScope(run))) ?? [];
    const found: (readonly [number, Outcome<Code>])[] = [];
    chunk.forEach(({ index }, at) => {
      const outcome = outcomes[at];
      if (!outcome || (outcome.kind === 'done' && outcome.pending)) stillPending.push(index);
      else found.push([index, outcome]);
    });
    const { settled, failure } = await completeItems(run, found);
    if (settled.length > 0) log.enqueue([{ kind: 'settled', at: clock.now(), items: settled }]);
    if (failure) throw failure.thrown;
  }
  return stillPending;
}

/**
 * Completes the items whose outcome was found. Never rejects: the first error is returned beside the items that were completed, and
 * nothing more is sent after it.
 */
async function completeItems<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  found: readonly (readonly [number, Outcome<Code>])[],
): Promise<{
  readonly settled: readonly (readonly [number, Outcome<Code>])[];
  readonly failure: { readonly thrown: unknown } | undefined;
}> {
  const { log, operation, stopSignal } = run;
  if (!operation.complete) return { settled: found, failure: undefined };
  const settled: (readonly [number, Outcome<Code>])[] = [];
  let failure: { readonly thrown: unknown } | undefined;
  const completeOne = async ([index, outcome]: readonly [number, Outcome<Code>]): Promise<void> => {
    const item = log.state().items.at(index);
    if (!item || failure || stopSignal.reason()) return;
    try {
      const end = await operation.complete?.(item.input, outcome, toItemScope(run, index));
      settled.push([index, end ?? outcome]);
    } catch (thrown) {
      failure ??= { thrown };
    }
  };
  await mapConcurrent(found, completeOne, operation.concurrency);
  return { settled, failure };
}
