import { AppError, toAppError, type ErrorCode } from '../../base/appError';
import type { KeyedMutex } from '../../base/async/keyedMutex';
import type { Clock } from '../../base/clock';
import type { JobItem, JobItems } from '../job';
import type { ItemScope, JobScope, Operation, PrecheckResult } from '../operation';
import type { JobLog } from '../state/createJobLog';

/** One run of a job, from a start to the next pause. */
export interface JobRun<Subject, Input, Code extends string> {
  readonly log: JobLog<Subject, Input, Code>;
  readonly operation: Operation<Subject, Input, Code>;
  readonly clock: Clock;
  /** Keys of items that run now, in any job of this tab. */
  readonly keys: KeyedMutex;
  readonly stopSignal: StopSignal;
  /** Throws AppError `account-changed` if the signed-in account isn't the job's owner. */
  readonly checkOwner: () => void;
}

/** Reason for which a run ends before the job is finished. */
export type PauseReason =
  | { readonly kind: 'asked' }
  | { readonly kind: 'halted'; readonly index: number }
  | { readonly kind: 'stopped'; readonly code: ErrorCode; readonly retryAfterInMs: number | undefined };

/** Abort signal of one run with the first reason for it. */
export interface StopSignal {
  /** Aborted by `stop`. */
  readonly signal: AbortSignal;
  /** Undefined until `stop` is called. */
  reason(): PauseReason | undefined;
  stop(reason: PauseReason): void;
}

/** Creates the signal for a new run. */
export function createStopSignal(): StopSignal {
  const controller = new AbortController();
  let first: PauseReason | undefined;
  return {
    signal: controller.signal,
    reason: () => first,
    stop(reason) {
      first ??= reason;
      controller.abort();
    },
  };
}

/** Returns the reason to pause after an error. */
export function toPauseReason(thrown: unknown): PauseReason {
  const { code, retryAfterInMs } = toAppError(thrown);
  return { kind: 'stopped', code, retryAfterInMs };
}

/** Returns the part of a run that its operation gets. `signal` defaults to the one of the run. */
export function toScope<Subject, Input, Code extends string>(
  { log, stopSignal }: Pick<JobRun<Subject, Input, Code>, 'log' | 'stopSignal'>,
  signal = stopSignal.signal,
): JobScope<Subject> {
  const { header, context } = log.state();
  return { header, context, signal };
}

/** Returns the scope of one item, whose steps are journaled with their numbers, so that none counts twice. */
export function toItemScope<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
  index: number,
): ItemScope<Subject> {
  const { log } = run;
  const stepsOf = (): readonly unknown[] => log.state().items.at(index)?.steps ?? [];
  return {
    ...toScope(run),
    steps: stepsOf(),
    writeStep: (step) => log.write([{ kind: 'stepped', index, number: stepsOf().length, step }]),
  };
}

/** An item and its index in the job. */
export interface IndexedItem<Input, Code extends string> {
  readonly index: number;
  readonly item: JobItem<Input, Code>;
}

/** Returns the items at these indexes; an index outside of the list is left out. */
export function itemsAt<Input, Code extends string>(
  items: JobItems<Input, Code>,
  indexes: readonly number[],
): readonly IndexedItem<Input, Code>[] {
  return indexes.flatMap((index) => {
    const item = items.at(index);
    return item ? [{ index, item }] : [];
  });
}

/**
 * Prechecks items with the operation; one result each. Rejects as the operation does, and with AppError `internal` if it
 * returns too few results.
 */
export async function precheckItems<Subject, Input, Code extends string>(
  operation: Operation<Subject, Input, Code>,
  items: readonly IndexedItem<Input, Code>[],
  scope: JobScope<Subject>,
): Promise<readonly (readonly [IndexedItem<Input, Code>, PrecheckResult<Code>])[]> {
  if (!operation.precheck) return items.map((entry) => [entry, { kind: 'run', before: undefined }]);
  const inputs = items.map(({ item: { input, before, progress, steps = [], settledSteps } }) => ({
    input,
    before,
    wasStarted: progress === 'started',
    steps,
    settledSteps,
  }));
  const results = await operation.precheck(inputs, scope);
  return items.map((entry, at) => {
    const result = results[at];
    if (!result) throw new AppError('internal', { cause: new Error('a precheck returned too few results') });
    return [entry, result];
  });
}
