import { checkItems } from './checkItems';
import { indexesOf } from './indexesOf';
import { scopeOf } from './scopeOf';
import type { JobRun } from './jobRun';

/**
 * Finds out, for a job that was cancelled, how the items ended whose fate is open, by reading alone: what shows no effect
 * is cancelled. Rejects as the operation's check does.
 */
export async function resolveUnknownOutcomes<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): Promise<void> {
  const { log, operation, clock, checkOwner } = run;
  const { items } = log.state();
  // The stretch's own signal is aborted, and this reading is what the end of the job waits for.
  const scope = scopeOf(run, new AbortController().signal);
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
      else log.enqueue([{ kind: 'settled', at: clock.now(), items: [[index, answer.outcome]] }]);
    }
    if (withdrawn.length > 0) log.enqueue([{ kind: 'withdrawn', items: withdrawn }]);
  }
}
