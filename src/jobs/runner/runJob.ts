import { toAppError, type ErrorCode } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { Outcome } from '../../base/outcome';
import type { JobEvent } from '../journal/journal';
import type { PrecheckResult } from '../operation';
import type { JobLog } from '../state/createJobLog';
import { findIndexes } from '../state/jobState';
import { createDeniedOutcomes } from './createDeniedOutcomes';
import { createItemQueue, type ItemQueue } from './createItemQueue';
import { markInterrupted, resolveUnknownOutcomes, waitForInFlight } from './inFlight';
import {
  itemsAt,
  precheckItems,
  toPauseReason,
  toScope,
  type IndexedItem,
  type JobRun,
  type PauseReason,
} from './jobRun';

/** Error codes that say that an item was not changed: its request was not sent, or was rejected without an effect. */
const codesWithoutEffect: ReadonlySet<ErrorCode> = new Set([
  'cancelled',
  'throttled',
  'forbidden',
  'consent-needed',
  'sign-in-needed',
  'token-refused',
  'account-changed',
]);

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
      await resolveUnknownOutcomes(run);
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
  await sendItems(run);
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
 * Sends all items of a job: prechecks a chunk, journals the intents, executes the items and journals their outcomes. While one
 * chunk is executed the next is prechecked. Resolves when all are settled, or when the run was stopped and no request is in
 * flight any more. Never rejects: an error stops the run.
 */
function sendItems<Subject, Input, Code extends string>(run: JobRun<Subject, Input, Code>): Promise<void> {
  return new Promise((resolve) => createSender(run, resolve).advance());
}

function createSender<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  onEnd: () => void,
): { readonly advance: () => void } {
  const { log, operation, stopSignal } = run;
  const scope = toScope(run);
  const denied = createDeniedOutcomes(run);
  /** Items whose intent is in the journal. */
  const ready: IndexedItem<Input, Code>[] = [];
  /** Indexes of items with an intent that were not sent in the end. */
  const unsent: number[] = [];
  let executing = 0;
  let isPrechecking = false;
  let hasUnknownEffect = false;
  let hasEnded = false;
  const queue = createQueue(run, advance);
  const isStopped = (): boolean => stopSignal.reason() !== undefined;

  /** Starts whatever can start now; called after every change. */
  function advance(): void {
    if (!isStopped() && denied.isCheckDue()) void denied.checkRights().then(advance);
    while (!isStopped() && !denied.isChecking() && executing < operation.concurrency) {
      const entry = ready.shift();
      if (!entry) break;
      void execute(entry);
    }
    const hasRoom = ready.length < operation.chunkSize && !queue.isEmpty();
    if (!isStopped() && !isPrechecking && hasRoom) void precheckNext();
    if (executing > 0 || isPrechecking || denied.isChecking() || hasEnded) return;
    if (!isStopped() && (ready.length > 0 || !queue.isEmpty())) return;
    if (!isStopped() && denied.hasUnresolved()) void denied.checkRights().then(advance);
    else end();
  }

  async function precheckNext(): Promise<void> {
    const indexes = queue.take(operation.chunkSize);
    if (indexes.length === 0) return;
    isPrechecking = true;
    const toSend = await precheckChunk(run, indexes);
    ready.push(...toSend);
    isPrechecking = false;
    const kept = new Set(toSend.map(({ index }) => index));
    for (const index of indexes) if (!kept.has(index)) queue.release(index);
    advance();
  }

  async function execute(entry: IndexedItem<Input, Code>): Promise<void> {
    const { index, item } = entry;
    const deniedBefore = denied.count();
    executing += 1;
    try {
      const outcome = await operation.execute(item.input, scope);
      denied.settle(entry, outcome, deniedBefore);
      if (operation.shouldPauseAfter?.(outcome, scope.header)) stopSignal.stop({ kind: 'halted', index });
    } catch (thrown) {
      if (codesWithoutEffect.has(toAppError(thrown).code)) addUnsent(entry);
      else hasUnknownEffect = true;
      stopSignal.stop(toPauseReason(thrown));
    }
    executing -= 1;
    queue.release(index);
    advance();
  }

  /** An item that an earlier run started stays `started`: only this run is known to have had no effect. */
  const addUnsent = ({ index, item: { progress } }: IndexedItem<Input, Code>): void =>
    void (progress === 'waiting' && unsent.push(index));

  function end(): void {
    hasEnded = true;
    queue.close();
    for (const entry of [...denied.close(), ...ready]) addUnsent(entry);
    for (const { index } of ready) queue.release(index);
    if (unsent.length > 0) log.enqueue([{ kind: 'withdrawn', items: unsent }]);
    if (hasUnknownEffect) log.enqueue(markInterrupted(operation, run.clock.now()));
    onEnd();
  }

  return { advance };
}

/** Items with an unknown outcome come first: they may have been sent already. */
function createQueue<Subject, Input, Code extends string>(
  { log, keys }: JobRun<Subject, Input, Code>,
  onAvailable: () => void,
): ItemQueue {
  const { items } = log.state();
  const started = findIndexes(items, ({ progress }) => progress === 'started');
  const waiting = findIndexes(items, ({ progress }) => progress === 'waiting');
  const keyOf = (index: number): string => items.at(index)?.key ?? '';
  return createItemQueue({ indexes: started.concat(waiting), keyOf, keys, onAvailable });
}

/**
 * Prechecks items and journals the results, an outcome or the intent to send. Returns the items to send. Never rejects: an
 * error stops the run, and then none of the returned items may be sent.
 */
async function precheckChunk<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  indexes: readonly number[],
): Promise<readonly IndexedItem<Input, Code>[]> {
  const { log, operation, clock, stopSignal } = run;
  let toSend: readonly IndexedItem<Input, Code>[] = [];
  try {
    run.checkOwner();
    const results = await precheckItems(operation, itemsAt(log.state().items, indexes), toScope(run));
    if (stopSignal.reason()) return [];
    toSend = results.flatMap(([entry, { kind }]) => (kind === 'run' ? [entry] : []));
    await log.write(toEvents(results, clock.now()));
  } catch (thrown) {
    stopSignal.stop(toPauseReason(thrown));
  }
  return toSend;
}

function toEvents<Input, Code extends string>(
  results: readonly (readonly [IndexedItem<Input, Code>, PrecheckResult<Code>])[],
  at: number,
): JobEvent<Code>[] {
  const settled: (readonly [number, Outcome<Code>])[] = [];
  const intended: (readonly [number, unknown])[] = [];
  for (const [{ index, item }, result] of results) {
    if (result.kind === 'settled') settled.push([index, result.outcome]);
    else if (item.progress === 'waiting') intended.push([index, result.before]);
  }
  return [
    ...(settled.length > 0 ? [{ kind: 'settled', at, items: settled } as const] : []),
    ...(intended.length > 0 ? [{ kind: 'intended', items: intended } as const] : []),
  ];
}

/**
 * Polls the pending items, after 5 s at first and every minute in the end, until none is left. Rejects as the operation's
 * `poll` does, and when the run is stopped.
 */
async function pollItems<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): Promise<void> {
  const { log, clock, stopSignal } = run;
  let pending = findIndexes(
    log.state().items,
    ({ outcome }) => outcome?.kind === 'done' && outcome.pending === true,
  );
  for (let delayInMs = firstPollDelayInMs; ; delayInMs = Math.min(maxPollDelayInMs, delayInMs * 1.5)) {
    pending = await pollOnce(run, pending);
    if (pending.length === 0) return;
    await clock.wait(delayInMs, stopSignal.signal);
  }
}

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
    const settled: (readonly [number, Outcome<Code>])[] = [];
    chunk.forEach(({ index }, at) => {
      const outcome = outcomes[at];
      if (!outcome || (outcome.kind === 'done' && outcome.pending)) stillPending.push(index);
      else settled.push([index, outcome]);
    });
    if (settled.length > 0) log.enqueue([{ kind: 'settled', at: clock.now(), items: settled }]);
  }
  return stillPending;
}
