import { AppError } from '../../base/appError';
import type { JobItem } from '../job';
import type { PrecheckResult, JobScope, Operation } from '../operation';

/** An item and where it stands in its job. */
export interface IndexedItem<Input, Code extends string> {
  readonly index: number;
  readonly item: JobItem<Input, Code>;
}

/** Asks the operation about the items; one answer each. Rejects as the operation does, with `internal` for too few answers. */
export async function checkItems<Subject, Input, Code extends string>(
  operation: Operation<Subject, Input, Code>,
  items: readonly IndexedItem<Input, Code>[],
  scope: JobScope<Subject>,
): Promise<readonly (readonly [IndexedItem<Input, Code>, PrecheckResult<Code>])[]> {
  if (!operation.precheck) return items.map((entry) => [entry, { kind: 'run', before: undefined }]);
  const questions = items.map(({ item: { input, before, progress } }) => ({
    input,
    before,
    wasStarted: progress === 'started',
  }));
  const answers = await operation.precheck(questions, scope);
  return items.map((entry, at) => {
    const answer = answers[at];
    if (!answer) throw new AppError('internal', { cause: new Error('a check gave too few answers') });
    return [entry, answer];
  });
}
