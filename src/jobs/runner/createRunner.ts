import type { LogFields } from '../../base/logEntry';
import type { Logger } from '../../base/logger';
import type { Pause } from '../job';
import type { ResumePolicy } from './createResumePolicy';
import { createStopSignal, toPauseReason, type JobRun, type PauseReason } from './jobRun';
import { runJob } from './runJob';

/** Runs one job again and again until it is finished or waits for a person. */
export interface Runner {
  /** Resolves when the job is finished or waits for a person. Never rejects: an error is a pause. */
  run(): Promise<void>;
  /** Sends nothing further and pauses. */
  pause(): void;
  /** Sends nothing further and cancels what is left. */
  cancel(): void;
  /** Ends the wait before the job resumes by itself. */
  resumeNow(): void;
}

/** Dependencies of a runner, which must hold the job's lock. */
interface RunnerOptions<Subject, Input, Code extends string> extends Omit<
  JobRun<Subject, Input, Code>,
  'stopSignal'
> {
  readonly resumePolicy: ResumePolicy;
  /** Called after each start that is in the journal. */
  readonly onStarted: () => void;
  readonly logger: Logger;
}

/** Creates the runner of one job. */
export function createRunner<Subject, Input, Code extends string>(
  options: RunnerOptions<Subject, Input, Code>,
): Runner {
  const { log, clock, resumePolicy, logger } = options;
  let stopSignal = createStopSignal();
  let resumption = new AbortController();
  let isPauseAsked = false;

  function onStarted(): void {
    logger.info('job-started', jobFields());
    options.onStarted();
  }

  async function run(): Promise<void> {
    let attempt = 0;
    for (;;) {
      const before = countUnsettled();
      const reason = await runJob({ ...options, stopSignal }, onStarted);
      if (!reason) return logger.info('job-finished', jobFields());
      if (countUnsettled() !== before) attempt = 0;
      const scheduled =
        reason.kind === 'stopped' && !isPauseAsked ? resumePolicy({ ...reason, attempt }) : undefined;
      await writePause(toPause(reason, scheduled));
      // The job may have been cancelled while its pause was stored; then it runs once more.
      const isCancelling = log.state().status === 'cancelling';
      if (!scheduled && !isCancelling) return;
      attempt += 1;
      // An abort means that the job resumes now, pauses for good or is cancelled.
      if (scheduled) await scheduled.wait(resumption.signal).catch(() => undefined);
      if (isPauseAsked && !isCancelling) return writePause({ kind: 'asked' });
      stopSignal = createStopSignal();
      resumption = new AbortController();
    }
  }

  /** Writes a pause. If it can't be stored, the error is the reason of the pause. */
  async function writePause(pause: Pause): Promise<void> {
    const code = pause.kind === 'stopped' ? { code: pause.code } : {};
    logger.info('job-paused', { reason: pause.kind, ...code, ...jobFields() });
    try {
      await log.write([{ kind: 'paused', at: clock.now(), pause }]);
    } catch (thrown) {
      const stopped = toPause(toPauseReason(thrown), undefined);
      await log.write([{ kind: 'paused', at: clock.now(), pause: stopped }]).catch(() => undefined);
    }
  }

  function jobFields(): LogFields {
    const { header, counts } = log.state();
    const { done, pending, skipped, failed, cancelled } = counts;
    return { kind: header.operation, count: header.size, done, pending, skipped, failed, cancelled };
  }

  function countUnsettled(): number {
    const { waiting, started, pending } = log.state().counts;
    return waiting + started + pending;
  }

  function stop(): void {
    stopSignal.stop({ kind: 'asked' });
    resumption.abort();
  }

  return {
    run,
    pause() {
      isPauseAsked = true;
      stop();
    },
    cancel() {
      const event = { kind: 'cancel-asked', at: clock.now() } as const;
      // If it can't be stored now, the next write stores it; the state has it at once.
      if (!log.state().isCancelAsked) void log.write([event]).catch(() => undefined);
      stop();
    },
    resumeNow() {
      if (log.state().status === 'paused') resumption.abort();
    },
  };
}

function toPause(reason: PauseReason, scheduled: ReturnType<ResumePolicy>): Pause {
  if (reason.kind !== 'stopped') return reason;
  return {
    kind: 'stopped',
    code: reason.code,
    goesOnByItself: scheduled !== undefined,
    goesOnAt: scheduled?.goesOnAt,
  };
}
