import { AppError, toAppError } from '../../base/appError';
import { createKeyedMutex } from '../../base/async/keyedMutex';
import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/logger';
import type { JobHeader } from '../job';
import type { JobEvent } from '../journal/journal';
import type { Operation } from '../operation';
import type { JobLog } from '../state/createJobLog';
import type { InternalJobState } from '../state/jobState';
import type { RunnerTracker } from '../tabs/createRunnerTracker';
import { lockName, type JobLocks } from '../tabs/jobLocks';
import type { ResumePolicy } from './createResumePolicy';
import { createRunner, type Runner } from './createRunner';
import { recover } from './inFlight';

/** The jobs that this tab runs. */
export interface ActiveRuns<Subject, Input, Code extends string> {
  /**
   * Runs a job in this tab; resolves when the start is in the journal. `initialEvents` returns events to journal first. A job
   * that runs here already and waits to resume by itself resumes now. Rejects with AppError `job-busy` if another tab runs it,
   * with `not-found` for an operation that isn't bound, or as the journal does.
   */
  start(
    log: JobLog<Subject, Input, Code>,
    initialEvents?: (job: InternalJobState<Subject, Input, Code>) => JobEvent<Code>[],
  ): Promise<void>;
  /** Pauses or cancels a job that runs here; resolves with true when the run has ended, and with false if it doesn't run here. */
  stop(jobId: string, action: 'pause' | 'cancel'): Promise<boolean>;
  /** Resolves when the job doesn't run here. */
  waitUntilIdle(jobId: string): Promise<void>;
}

interface ActiveRunsOptions<Subject, Input, Code extends string> {
  readonly clock: Clock;
  readonly locks: JobLocks;
  readonly tracker: RunnerTracker;
  readonly resumePolicy: ResumePolicy;
  readonly logger: Logger;
  /** Throws AppError `not-found` for an operation that isn't bound. */
  readonly operationOf: (name: string) => Operation<Subject, Input, Code>;
  /** Throws AppError `account-changed` if the signed-in account isn't the job's owner. */
  readonly checkOwner: (header: JobHeader<Subject>) => void;
  /** Called when a job starts or ends to run here. */
  readonly onChange: (log: JobLog<Subject, Input, Code>) => void;
}

interface ActiveRun {
  readonly runner: Runner;
  readonly ended: Promise<void>;
}

/** Creates the runs of this tab; no job runs yet. */
export function createActiveRuns<Subject, Input, Code extends string>(
  options: ActiveRunsOptions<Subject, Input, Code>,
): ActiveRuns<Subject, Input, Code> {
  const { clock, locks, tracker, resumePolicy, logger, operationOf, checkOwner, onChange } = options;
  const keys = createKeyedMutex();
  const activeRuns = new Map<string, ActiveRun>();

  async function start(
    ...[log, initialEvents]: Parameters<ActiveRuns<Subject, Input, Code>['start']>
  ): Promise<void> {
    const active = activeRuns.get(log.id);
    if (active && !isEnding(log.state())) return active.runner.resumeNow();
    await active?.ended;
    let hasStarted = false;
    const started = createDeferred();
    const ended = createDeferred();
    const { header } = log.state();
    const operation = operationOf(header.operation);
    const runner = createRunner({
      log,
      operation,
      clock,
      keys,
      resumePolicy,
      logger,
      checkOwner: () => checkOwner(header),
      onStarted() {
        hasStarted = true;
        started.resolve();
      },
    });

    const runWithLock = async (): Promise<void> => {
      activeRuns.set(log.id, { runner, ended: ended.promise });
      tracker.setRunsHere(log.id, true);
      onChange(log);
      await log.refresh();
      const events = [
        ...recover(log.state(), operation, clock.now()),
        ...(initialEvents?.(log.state()) ?? []),
      ];
      if (log.state().status === 'finished' && events.length === 0) return;
      if (events.length > 0) log.enqueue(events);
      await runner.run();
      if (!hasStarted) throw toStartError(log.state());
    };

    const whole = locks
      .tryRun(lockName(log.id), runWithLock)
      .then((isMine) => {
        if (!isMine) throw new AppError('job-busy');
      })
      .finally(() => {
        // After the lock is released, so that a caller that waited for the end can acquire it.
        if (activeRuns.get(log.id)?.runner === runner) {
          activeRuns.delete(log.id);
          tracker.setRunsHere(log.id, false);
        }
        ended.resolve();
        onChange(log);
      });
    await Promise.race([started.promise, whole]);
  }

  return {
    start,
    async stop(jobId, action) {
      const active = activeRuns.get(jobId);
      if (!active) return false;
      active.runner[action]();
      await active.ended;
      return true;
    },
    waitUntilIdle: async (jobId) => activeRuns.get(jobId)?.ended,
  };
}

/** True if the runner of the job is about to end. */
function isEnding({ status, pause }: InternalJobState<unknown, unknown, string>): boolean {
  return (
    status === 'finished' || (status === 'paused' && !(pause?.kind === 'stopped' && pause.goesOnByItself))
  );
}

/** Returns the reason for which a job did not start. */
function toStartError({ pause }: InternalJobState<unknown, unknown, string>): AppError {
  return pause?.kind === 'stopped' ? new AppError(pause.code) : toAppError(undefined);
}

function createDeferred(): { readonly promise: Promise<void>; resolve(): void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}
