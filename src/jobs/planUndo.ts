import type { PlannedItem } from './job';
import type { Operation } from './operation';
import type { InternalJobState } from './state/internalJobState';

/** What would take a job back. */
interface UndoPlan<Input, Code extends string> {
  readonly items: readonly PlannedItem<Input, Code>[];
  /** Number of items that were done and that nothing takes back. */
  readonly left: number;
}

/** Inverts what was done, the last first. */
export function planUndo<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  operation: Operation<Subject, Input, Code>,
): UndoPlan<Input, Code> {
  const items: PlannedItem<Input, Code>[] = [];
  let left = 0;
  for (const { key, input, before, outcome } of job.items) {
    if (outcome?.kind !== 'done') continue;
    const inverted = operation.invert?.(input, before, outcome, job.header);
    if (inverted === undefined) left += 1;
    else items.push({ key, input: inverted });
  }
  return { items: items.reverse(), left };
}
