import type { Outcome } from '../../base/outcome';
import { indexesOf } from './indexesOf';
import { scopeOf } from './scopeOf';
import type { JobRun } from './jobRun';

const firstWaitInMs = 5_000;
const maxWaitInMs = 60_000;

/**
 * Asks how the items ended that the service still works on, every 5 s at first and every minute in the end, until none is
 * left. Rejects as the operation's `follow` does, and when the stretch is stopped.
 */
export async function followItems<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): Promise<void> {
  const { log, clock, stopSignal } = run;
  let open = indexesOf(
    log.state().items,
    ({ outcome }) => outcome?.kind === 'done' && outcome.pending === true,
  );
  for (let waitInMs = firstWaitInMs; ; waitInMs = Math.min(maxWaitInMs, waitInMs * 1.5)) {
    open = await askOnce(run, open);
    if (open.length === 0) return;
    await clock.wait(waitInMs, stopSignal.signal);
  }
}

/** Asks for each once; gives those that are still open. */
async function askOnce<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  open: readonly number[],
): Promise<number[]> {
  const { log, operation, clock, checkOwner } = run;
  const stillOpen: number[] = [];
  for (let first = 0; first < open.length; first += operation.chunkSize) {
    checkOwner();
    const chunk = open.slice(first, first + operation.chunkSize);
    const inputs = chunk.flatMap((index) => log.state().items.at(index)?.input ?? []) as Input[];
    const answers = (await operation.poll?.(inputs, scopeOf(run))) ?? [];
    const settled: (readonly [number, Outcome<Code>])[] = [];
    chunk.forEach((index, at) => {
      const outcome = answers[at];
      if (!outcome || (outcome.kind === 'done' && outcome.pending)) stillOpen.push(index);
      else settled.push([index, outcome]);
    });
    if (settled.length > 0) log.enqueue([{ kind: 'settled', at: clock.now(), items: settled }]);
  }
  return stillOpen;
}
