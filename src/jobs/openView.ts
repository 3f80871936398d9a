import type { JobState, JobSummary } from './job';
import type { JobView } from './jobs';
import type { Operation } from './operation';
import type { JobLog } from './running/createJobLog';
import { present } from './state/present';

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
    if (seen?.of !== job || seen.by !== by) seen = { of: job, by, state: present(job, by) };
    return seen.state;
  }

  return {
    state,
    runner,
    pace() {
      const { status, counts, arrivesUntil } = state();
      const isAtWork = (status === 'running' || status === 'cancelling') && arrivesUntil === undefined;
      if (!isAtWork) return { itemsAMinute: undefined, timeLeftInMs: undefined };
      const itemsAMinute = log.pace.itemsAMinute();
      const left = counts.waiting + counts.started;
      const byRate = itemsAMinute ? (left / itemsAMinute) * 60_000 : undefined;
      // Of a job that is only being stored, or that the service works on by itself, nothing is left to send.
      if (left === 0) return { itemsAMinute, timeLeftInMs: undefined };
      const timeLeftInMs = operation?.timeLeftInMs?.(left) ?? byRate;
      return { itemsAMinute, timeLeftInMs, timeLeftError: operation?.timeLeftError?.(left) };
    },
    subscribe(listener) {
      const stops = [observe(), log.changes.subscribe(listener)];
      return () => stops.splice(0).forEach((stop) => stop());
    },
  };
}
