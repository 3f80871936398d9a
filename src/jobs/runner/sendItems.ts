import { toAppError, type ErrorCode } from '../../base/appError';
import type { IndexedItem } from './checkItems';
import { createItemQueue, type ItemQueue } from './createItemQueue';
import { createRefusals } from './createRefusals';
import { toPauseReason } from './createStopSignal';
import { markInterrupted } from './markInterrupted';
import { indexesOf } from './indexesOf';
import { prepareChunk } from './prepareChunk';
import { scopeOf } from './scopeOf';
import type { JobRun } from './jobRun';

/** With these an operation says that the run had no effect on the item: it was not sent, or refused untouched. */
const untouched: ReadonlySet<ErrorCode> = new Set([
  'cancelled',
  'throttled',
  'forbidden',
  'consent-needed',
  'sign-in-needed',
  'token-refused',
  'account-changed',
]);

/**
 * Brings every open item of a job to its outcome: checked and its intent in the journal a chunk at a time, one chunk ahead
 * of those at work. Resolves when all are settled, or when the stretch was stopped and nothing is under way any more;
 * never rejects: what goes wrong stops the stretch.
 */
export function sendItems<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): Promise<void> {
  return new Promise((resolve) => createSender(run, resolve).advance());
}

function createSender<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  onEnd: () => void,
): { readonly advance: () => void } {
  const { log, operation, stopSignal } = run;
  const scope = scopeOf(run);
  const refusals = createRefusals(run);
  const queue = openQueue(run, advance);
  /** Those whose intent is in the journal. */
  const ready: IndexedItem<Input, Code>[] = [];
  /** Those of which it turned out that nothing was sent. */
  const unsent: number[] = [];
  let atWork = 0;
  let isPreparing = false;
  /** Whether something was sent of which nobody knows whether it arrived. */
  let hasLost = false;
  let hasEnded = false;
  const isStopped = (): boolean => stopSignal.reason() !== undefined;

  function advance(): void {
    if (!isStopped() && refusals.isDue()) void refusals.readRights().then(advance);
    while (!isStopped() && !refusals.isReading() && atWork < operation.concurrency) {
      const entry = ready.shift();
      if (!entry) break;
      void work(entry);
    }
    const hasRoom = ready.length < operation.chunkSize && !queue.isEmpty();
    if (!isStopped() && !isPreparing && hasRoom) void prepare();
    if (atWork > 0 || isPreparing || refusals.isReading() || hasEnded) return;
    if (!isStopped() && (ready.length > 0 || !queue.isEmpty())) return;
    if (!isStopped() && refusals.isOpen()) void refusals.readRights().then(advance);
    else end();
  }

  async function prepare(): Promise<void> {
    const indexes = queue.take(operation.chunkSize);
    if (indexes.length === 0) return;
    isPreparing = true;
    const toRun = await prepareChunk(run, indexes);
    ready.push(...toRun);
    isPreparing = false;
    const running = new Set(toRun.map(({ index }) => index));
    for (const index of indexes) if (!running.has(index)) queue.release(index);
    advance();
  }

  async function work(entry: IndexedItem<Input, Code>): Promise<void> {
    const { index, item } = entry;
    const refusedBefore = refusals.count();
    atWork += 1;
    try {
      const outcome = await operation.execute(item.input, scope);
      refusals.settle(entry, outcome, refusedBefore);
      if (operation.shouldPauseAfter?.(outcome, scope.header)) stopSignal.stop({ kind: 'halted', index });
    } catch (thrown) {
      if (untouched.has(toAppError(thrown).code)) giveUp(entry);
      else hasLost = true;
      stopSignal.stop(toPauseReason(thrown));
    }
    atWork -= 1;
    queue.release(index);
    advance();
  }

  /** Nothing was sent for the item now; whether an earlier start had an effect is another question. */
  const giveUp = ({ index, item: { progress } }: IndexedItem<Input, Code>): void =>
    void (progress === 'waiting' && unsent.push(index));

  function end(): void {
    hasEnded = true;
    queue.close();
    for (const entry of [...refusals.close(), ...ready]) giveUp(entry);
    for (const { index } of ready) queue.release(index);
    if (unsent.length > 0) log.enqueue([{ kind: 'withdrawn', items: unsent }]);
    if (hasLost) log.enqueue(markInterrupted(operation, run.clock.now()));
    onEnd();
  }

  return { advance };
}

/** Those whose fate is open first: they may have been sent already. */
function openQueue<Subject, Input, Code extends string>(
  { log, keys }: JobRun<Subject, Input, Code>,
  onToggle: () => void,
): ItemQueue {
  const { items } = log.state();
  const started = indexesOf(items, ({ progress }) => progress === 'started');
  const waiting = indexesOf(items, ({ progress }) => progress === 'waiting');
  const keyOf = (index: number): string => items.at(index)?.key ?? '';
  return createItemQueue({ indexes: started.concat(waiting), keyOf, keys, onToggle });
}
