import { AppError, toAppError } from '../../base/appError';
import type { JobEvent } from '../journal/journal';
import type { FoldedJob } from '../state/foldedJob';
import type { JobLocks } from '../tabs/jobLocks';
import { lockName } from '../tabs/lockName';
import type { JobLog } from './createJobLog';
import type { Runner } from './createRunner';

/** The jobs that this tab runs. */
export interface Sessions<Subject, Input, Code extends string> {
  isHere(jobId: string): boolean;
  /**
   * Runs a job in this tab; resolves when the start is stored. `prelude` gives events to add first. One that runs here already
   * is woken where it sleeps. Rejects with AppError `job-busy` where another tab runs it, or as the journal does.
   */
  start(
    log: JobLog<Subject, Input, Code>,
    prelude?: (job: FoldedJob<Subject, Input, Code>) => JobEvent<Code>[],
  ): Promise<void>;
  /** Asks a job that runs here to rest; resolves when it does, with false where it does not run here. */
  ask(jobId: string, wish: 'pause' | 'cancel'): Promise<boolean>;
  /** Resolves when the job does not run here. */
  rest(jobId: string): Promise<void>;
}

/** What the sessions are made of. */
interface SessionsOptions<Subject, Input, Code extends string> {
  readonly locks: JobLocks;
  /** Throws AppError `not-found` for an operation that nobody bound. */
  readonly openRunner: (log: JobLog<Subject, Input, Code>, onBegun: () => void) => Runner;
  /** What is written down first of a job that was just taken up. */
  readonly takeUp: (job: FoldedJob<Subject, Input, Code>) => JobEvent<Code>[];
  /** Called when a job begins or ends to run here. */
  readonly onChange: (log: JobLog<Subject, Input, Code>) => void;
}

interface Session {
  readonly runner: Runner;
  readonly ended: Promise<void>;
}

/** Makes sessions; none runs yet. */
export function createSessions<Subject, Input, Code extends string>(
  options: SessionsOptions<Subject, Input, Code>,
): Sessions<Subject, Input, Code> {
  const { locks, openRunner, takeUp, onChange } = options;
  const sessions = new Map<string, Session>();

  async function start(
    ...[log, prelude]: Parameters<Sessions<Subject, Input, Code>['start']>
  ): Promise<void> {
    const running = sessions.get(log.id);
    if (running && !isEnding(log.state())) return running.runner.wake();
    await running?.ended;
    let hasBegun = false;
    const begun = deferred();
    const ended = deferred();
    const runner = openRunner(log, () => {
      hasBegun = true;
      begun.resolve();
    });
    const run = async (): Promise<void> => {
      sessions.set(log.id, { runner, ended: ended.promise });
      onChange(log);
      await log.refresh();
      const first = [...takeUp(log.state()), ...(prelude?.(log.state()) ?? [])];
      if (log.state().status === 'finished' && first.length === 0) return;
      if (first.length > 0) log.note(first);
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
        if (sessions.get(log.id)?.runner === runner) sessions.delete(log.id);
        ended.resolve();
        onChange(log);
      });
    await Promise.race([begun.promise, whole]);
  }

  return {
    isHere: (jobId) => sessions.has(jobId),
    start,
    async ask(jobId, wish) {
      const session = sessions.get(jobId);
      if (!session) return false;
      session.runner[wish]();
      await session.ended;
      return true;
    },
    rest: async (jobId) => sessions.get(jobId)?.ended,
  };
}

/** Whether whoever runs the job is about to let go of it. */
function isEnding({ status, pause }: FoldedJob<unknown, unknown, string>): boolean {
  return (
    status === 'finished' || (status === 'paused' && !(pause?.kind === 'stopped' && pause.goesOnByItself))
  );
}

/** Why a job did not begin. */
function failureOf({ pause }: FoldedJob<unknown, unknown, string>): AppError {
  return pause?.kind === 'stopped' ? new AppError(pause.code) : toAppError(undefined);
}

function deferred(): { readonly promise: Promise<void>; resolve(): void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}
