import { checkItems } from './checkItems';
import { indexesOf } from './indexesOf';
import { scopeOf } from './scopeOf';
import type { Stretch } from './stretch';

/**
 * Finds out, for a job that was cancelled, how the items ended whose fate is open, by reading alone: what shows no effect
 * is cancelled. Rejects as the operation's check does.
 */
export async function settleUnknown<Subject, Input, Code extends string>(
  stretch: Stretch<Subject, Input, Code>,
): Promise<void> {
  const { log, operation, clock, checkOwner } = stretch;
  const { items } = log.state();
  // The stretch's own signal is aborted, and this reading is what the end of the job waits for.
  const scope = scopeOf(stretch, new AbortController().signal);
  const open = indexesOf(items, ({ progress }) => progress === 'started');
  for (let first = 0; first < open.length; first += operation.chunkSize) {
    checkOwner();
    const entries = open.slice(first, first + operation.chunkSize).flatMap((index) => {
      const item = items.at(index);
      return item ? [{ index, item }] : [];
    });
    const withdrawn: number[] = [];
    for (const [{ index }, answer] of await checkItems(operation, entries, scope)) {
      if (answer.kind === 'run') withdrawn.push(index);
      else log.note([{ kind: 'settled', at: clock.now(), items: [[index, answer.outcome]] }]);
    }
    if (withdrawn.length > 0) log.note([{ kind: 'withdrawn', items: withdrawn }]);
  }
}
