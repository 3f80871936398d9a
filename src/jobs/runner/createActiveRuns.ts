import { AppError, toAppError } from '../../base/appError';
import type { JobEvent } from '../journal/journal';
import type { InternalJobState } from '../state/internalJobState';
import type { JobLocks } from '../tabs/jobLocks';
import { lockName } from '../tabs/lockName';
import type { JobLog } from './createJobLog';
import type { Runner } from './createRunner';

/** The jobs that this tab runs. */
export interface ActiveRuns<Subject, Input, Code extends string> {
  isHere(jobId: string): boolean;
  /**
   * Runs a job in this tab; resolves when the start is stored. `prelude` gives events to add first. One that runs here already
   * is woken where it sleeps. Rejects with AppError `job-busy` where another tab runs it, or as the journal does.
   */
  start(
    log: JobLog<Subject, Input, Code>,
    initialEvents?: (job: InternalJobState<Subject, Input, Code>) => JobEvent<Code>[],
  ): Promise<void>;
  /** Asks a job that runs here to rest; resolves when it does, with false where it does not run here. */
  stop(jobId: string, wish: 'pause' | 'cancel'): Promise<boolean>;
  /** Resolves when the job does not run here. */
  waitUntilIdle(jobId: string): Promise<void>;
}

/** What the sessions are made of. */
interface ActiveRunsOptions<Subject, Input, Code extends string> {
  readonly locks: JobLocks;
  /** Throws AppError `not-found` for an operation that nobody bound. */
  readonly createRunnerFor: (log: JobLog<Subject, Input, Code>, onBegun: () => void) => Runner;
  /** What is written down first of a job that was just taken up. */
  readonly recover: (job: InternalJobState<Subject, Input, Code>) => JobEvent<Code>[];
  /** Called when a job begins or ends to run here. */
  readonly onChange: (log: JobLog<Subject, Input, Code>) => void;
}

interface ActiveRun {
  readonly runner: Runner;
  readonly ended: Promise<void>;
}

/** Makes sessions; none runs yet. */
export function createActiveRuns<Subject, Input, Code extends string>(
  options: ActiveRunsOptions<Subject, Input, Code>,
): ActiveRuns<Subject, Input, Code> {
  const { locks, createRunnerFor, recover, onChange } = options;
  const activeRuns = new Map<string, ActiveRun>();

  async function start(
    ...[log, initialEvents]: Parameters<ActiveRuns<Subject, Input, Code>['start']>
  ): Promise<void> {
    const running = activeRuns.get(log.id);
    if (running && !isEnding(log.state())) return running.runner.resumeNow();
    await running?.ended;
    let hasBegun = false;
    const begun = deferred();
    const ended = deferred();
    const runner = createRunnerFor(log, () => {
      hasBegun = true;
      begun.resolve();
    });
    const run = async (): Promise<void> => {
      activeRuns.set(log.id, { runner, ended: ended.promise });
      onChange(log);
      await log.refresh();
      const first = [...recover(log.state()), ...(initialEvents?.(log.state()) ?? [])];
      if (log.state().status === 'finished' && first.length === 0) return;
      if (first.length > 0) log.enqueue(first);
      await runner.run();
      if (!hasBegun) throw failureOf(log.state());
    };
    const whole = locks
      .tryRun(lockName(log.id), run)
      .then((isMine) => {
        if (!isMine) throw new AppError('job-busy');
      })
      .finally(() => {
        // Not before the lock is free, so that whoever waited for the end can take it.
        if (activeRuns.get(log.id)?.runner === runner) activeRuns.delete(log.id);
        ended.resolve();
        onChange(log);
      });
    await Promise.race([begun.promise, whole]);
  }

  return {
    isHere: (jobId) => activeRuns.has(jobId),
    start,
    async stop(jobId, wish) {
      const session = activeRuns.get(jobId);
      if (!session) return false;
      session.runner[wish]();
      await session.ended;
      return true;
    },
    waitUntilIdle: async (jobId) => activeRuns.get(jobId)?.ended,
  };
}

/** Whether whoever runs the job is about to let go of it. */
function isEnding({ status, pause }: InternalJobState<unknown, unknown, string>): boolean {
  return (
    status === 'finished' || (status === 'paused' && !(pause?.kind === 'stopped' && pause.goesOnByItself))
  );
}

/** Why a job did not begin. */
function failureOf({ pause }: InternalJobState<unknown, unknown, string>): AppError {
  return pause?.kind === 'stopped' ? new AppError(pause.code) : toAppError(undefined);
}

function deferred(): { readonly promise: Promise<void>; resolve(): void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}
