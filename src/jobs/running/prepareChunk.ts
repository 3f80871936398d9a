import type { Outcome } from '../../base/outcome';
import type { JobEvent } from '../journal/journal';
import type { Checked } from '../operation';
import { checkItems, type IndexedItem } from './checkItems';
import { restOf } from './createStopper';
import { scopeOf } from './scopeOf';
import type { Stretch } from './stretch';

/**
 * Checks items and writes down what was found: an outcome, or the intent to run. Gives those that are to run.
 * Never rejects: what goes wrong stops the stretch, and then nothing that is given may run.
 */
export async function prepareChunk<Subject, Input, Code extends string>(
  stretch: Stretch<Subject, Input, Code>,
  indexes: readonly number[],
): Promise<readonly IndexedItem<Input, Code>[]> {
  const { log, operation, clock, stopper } = stretch;
  let toRun: readonly IndexedItem<Input, Code>[] = [];
  try {
    stretch.checkOwner();
    const { items } = log.state();
    const entries = indexes.flatMap((index): IndexedItem<Input, Code>[] => {
      const item = items.at(index);
      return item ? [{ index, item }] : [];
    });
    const checked = await checkItems(operation, entries, scopeOf(stretch));
    if (stopper.rest()) return [];
    toRun = checked.flatMap(([entry, { kind }]) => (kind === 'run' ? [entry] : []));
    await log.write(eventsOf(checked, clock.now()));
  } catch (thrown) {
    stopper.stop(restOf(thrown));
  }
  return toRun;
}

/** What the checks come to: outcomes, and the intents of what runs and is not intended yet. */
function eventsOf<Input, Code extends string>(
  checked: readonly (readonly [IndexedItem<Input, Code>, Checked<Code>])[],
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
