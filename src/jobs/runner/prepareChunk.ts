import type { Outcome } from '../../base/outcome';
import type { JobEvent } from '../journal/journal';
import type { PrecheckResult } from '../operation';
import { checkItems, type IndexedItem } from './checkItems';
import { toPauseReason } from './createStopSignal';
import { scopeOf } from './scopeOf';
import type { JobRun } from './jobRun';

/**
 * Checks items and writes down what was found: an outcome, or the intent to run. Gives those that are to run.
 * Never rejects: what goes wrong stops the stretch, and then nothing that is given may run.
 */
export async function prepareChunk<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  indexes: readonly number[],
): Promise<readonly IndexedItem<Input, Code>[]> {
  const { log, operation, clock, stopSignal } = run;
  let toRun: readonly IndexedItem<Input, Code>[] = [];
  try {
    run.checkOwner();
    const { items } = log.state();
    const entries = indexes.flatMap((index): IndexedItem<Input, Code>[] => {
      const item = items.at(index);
      return item ? [{ index, item }] : [];
    });
    const checked = await checkItems(operation, entries, scopeOf(run));
    if (stopSignal.reason()) return [];
    toRun = checked.flatMap(([entry, { kind }]) => (kind === 'run' ? [entry] : []));
    await log.write(eventsOf(checked, clock.now()));
  } catch (thrown) {
    stopSignal.stop(toPauseReason(thrown));
  }
  return toRun;
}

/** What the checks come to: outcomes, and the intents of what runs and is not intended yet. */
function eventsOf<Input, Code extends string>(
  checked: readonly (readonly [IndexedItem<Input, Code>, PrecheckResult<Code>])[],
  at: number,
): JobEvent<Code>[] {
  const settled: (readonly [number, Outcome<Code>])[] = [];
  const intended: (readonly [number, unknown])[] = [];
  for (const [{ index, item }, answer] of checked) {
    if (answer.kind === 'settled') settled.push([index, answer.outcome]);
    else if (item.progress === 'waiting') intended.push([index, answer.before]);
  }
  return [
    ...(settled.length > 0 ? [{ kind: 'settled', at, items: settled } as const] : []),
    ...(intended.length > 0 ? [{ kind: 'intended', items: intended } as const] : []),
  ];
}
