import { toAppError, type ErrorCode } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import type { JobItem } from '../job';
import type { JobEvent } from '../journal/journal';
import type { PrecheckResult } from '../operation';
import { findIndexes } from '../state/jobState';
import { createDeniedOutcomes } from './createDeniedOutcomes';
import { createItemQueue, type ItemQueue } from './createItemQueue';
import { markInterrupted } from './inFlight';
import {
  createStopSignal,
  itemsAt,
  precheckItems,
  toItemScope,
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

/**
 * Resolves what is started of a cancelled job: an item without an effect is cancelled, and one that is half done is gone on
 * with, so that none is left between two steps. Resolves with the reason for which some of it could not be done. Never rejects.
 */
export async function resolveStarted<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): Promise<PauseReason | undefined> {
  // The signal of the run is aborted already, and the end of the job depends on these items.
  const stopSignal = createStopSignal();
  await sendItems({ ...run, stopSignal }, ['started']);
  return stopSignal.reason();
}

/**
 * Sends the items with this progress, in this order: prechecks a chunk, journals the intents, executes the items and journals
 * their outcomes. While one chunk is executed the next is prechecked. Resolves when all are settled, or when the run was stopped and no request is in
 * flight any more. Never rejects: an error stops the run.
 */
export function sendItems<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  order: readonly Progress[],
): Promise<void> {
  return new Promise((resolve) => createSender(run, order, resolve).advance());
}

function createSender<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  order: readonly Progress[],
  onEnd: () => void,
): { readonly advance: () => void } {
  const { log, operation, stopSignal } = run;
  const denied = createDeniedOutcomes(run);
  /** Items whose intent is in the journal. */
  const ready: IndexedItem<Input, Code>[] = [];
  /** Indexes of items with an intent that were not sent in the end. */
  const unsent: number[] = [];
  let executing = 0;
  let isPrechecking = false;
  let hasUnknownEffect = false;
  let hasEnded = false;
  const queue = createQueue(run, order, advance);
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
      const outcome = await operation.execute(item.input, toItemScope(run, index));
      denied.settle(entry, outcome, deniedBefore);
      if (operation.shouldPauseAfter?.(outcome, log.state().header))
        stopSignal.stop({ kind: 'halted', index });
    } catch (thrown) {
      if (codesWithoutEffect.has(toAppError(thrown).code)) addUnsent(entry);
      else hasUnknownEffect = true;
      stopSignal.stop(toPauseReason(thrown));
    }
    executing -= 1;
    queue.release(index);
    advance();
  }

  const addUnsent = (entry: IndexedItem<Input, Code>): void =>
    void (hadNoEffect(entry, log) && unsent.push(entry.index));

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

/** An item that an earlier run started may have had an effect then, and one with steps has had it. */
function hadNoEffect<Subject, Input, Code extends string>(
  { index, item: { progress } }: IndexedItem<Input, Code>,
  log: JobRun<Subject, Input, Code>['log'],
): boolean {
  return progress === 'waiting' && !log.state().items.at(index)?.steps;
}

function createQueue<Subject, Input, Code extends string>(
  { log, keys }: JobRun<Subject, Input, Code>,
  order: readonly Progress[],
  onAvailable: () => void,
): ItemQueue {
  const { items } = log.state();
  const indexes = order.flatMap((each) => findIndexes(items, ({ progress }) => progress === each));
  const keyOf = (index: number): string => items.at(index)?.key ?? '';
  return createItemQueue({ indexes, keyOf, keys, onAvailable });
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
    const { isCancelAsked } = log.state();
    toSend = results.flatMap(([entry, result]) => (isToSend(result, isCancelAsked) ? [entry] : []));
    await log.write(toEvents(results, isCancelAsked, clock.now()));
  } catch (thrown) {
    stopSignal.stop(toPauseReason(thrown));
  }
  return toSend;
}

/** Of a cancelled job only what is half done is sent. */
function isToSend(result: PrecheckResult<string>, isCancelAsked: boolean): boolean {
  return result.kind === 'run' && (!isCancelAsked || result.isHalfDone === true);
}

function toEvents<Input, Code extends string>(
  results: readonly (readonly [IndexedItem<Input, Code>, PrecheckResult<Code>])[],
  isCancelAsked: boolean,
  at: number,
): JobEvent<Code>[] {
  const withdrawn: number[] = [];
  const settled: (readonly [number, Outcome<Code>])[] = [];
  const intended: (readonly [number, unknown])[] = [];
  for (const [{ index, item }, result] of results) {
    if (result.kind === 'settled') settled.push([index, result.outcome]);
    else if (!isToSend(result, isCancelAsked)) withdrawn.push(index);
    else if (item.progress === 'waiting') intended.push([index, result.before]);
  }
  return [
    ...(withdrawn.length > 0 ? [{ kind: 'withdrawn', items: withdrawn } as const] : []),
    ...(settled.length > 0 ? [{ kind: 'settled', at, items: settled } as const] : []),
    ...(intended.length > 0 ? [{ kind: 'intended', items: intended } as const] : []),
  ];
}

type Progress = JobItem<never, never>['progress'];
