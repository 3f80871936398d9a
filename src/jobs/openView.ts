import type { JobState, JobSummary } from './job';
import type { JobView } from './jobs';
import type { Operation } from './operation';
import type { JobLog } from './runner/createJobLog';
import { toPublicState } from './state/toPublicState';

/** What a view is made of. */
interface ViewOptions<Subject, Input, Code extends string> {
  readonly log: JobLog<Subject, Input, Code>;
  /** Undefined where nobody bound the job's operation. */
  readonly operation: Operation<Subject, Input, Code> | undefined;
  readonly runner: () => JobSummary<Subject>['runner'];
  /** Keeps an eye on other tabs; returns the way to stop. */
  readonly observe: () => () => void;
}

/** A job to look at. */
export function openView<Subject, Input, Code extends string>(
  options: ViewOptions<Subject, Input, Code>,
): JobView<Subject, Input, Code> {
  const { log, operation, runner, observe } = options;
  let seen:
    { readonly of: unknown; readonly by: string; readonly state: JobState<Subject, Input, Code> } | undefined;

  function state(): JobState<Subject, Input, Code> {
    const job = log.state();
    const by = runner();
    if (seen?.of !== job || seen.by !== by) seen = { of: job, by, state: toPublicState(job, by) };
    return seen.state;
  }

  return {
    state,
    runner,
    throughput() {
      const { status, counts, inFlightUntil } = state();
      const isAtWork = (status === 'running' || status === 'cancelling') && inFlightUntil === undefined;
      if (!isAtWork) return { itemsPerMinute: undefined, timeLeftInMs: undefined };
      const itemsPerMinute = log.throughput.itemsPerMinute();
      const left = counts.waiting + counts.started;
      const byRate = itemsPerMinute ? (left / itemsPerMinute) * 60_000 : undefined;
      // Of a job that is only being stored, or that the service works on by itself, nothing is left to send.
      if (left === 0) return { itemsPerMinute, timeLeftInMs: undefined };
      const timeLeftInMs = operation?.timeLeftInMs?.(left) ?? byRate;
      return { itemsPerMinute, timeLeftInMs, timeLeftError: operation?.timeLeftError?.(left) };
    },
    subscribe(listener) {
      const stops = [observe(), log.changes.subscribe(listener)];
      return () => stops.splice(0).forEach((stop) => stop());
    },
  };
}
