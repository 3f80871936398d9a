import type { LogFields } from '../../base/logEntry';
import type { Logger } from '../../base/logger';
import type { ResumePolicy } from './createResumePolicy';
import type { Pause } from '../job';
import { createStopSignal, toPauseReason, type PauseReason } from './createStopSignal';
import { runJob } from './runJob';
import type { JobRun } from './jobRun';

/** The one who runs a job, from its start until it rests or ends. */
export interface Runner {
  /** Resolves when the job rests and waits for a person, or is finished; never rejects: whatever goes wrong is a pause. */
  run(): Promise<void>;
  /** Starts nothing further and rests. */
  pause(): void;
  /** Starts nothing further for good. */
  cancel(): void;
  /** Ends a wait after which the job would go on by itself. */
  resumeNow(): void;
}

/** What a runner is made of; it must hold the job's lock. */
interface RunnerOptions<Subject, Input, Code extends string> extends Omit<
  JobRun<Subject, Input, Code>,
  'stopSignal'
> {
  readonly resumePolicy: ResumePolicy;
  /** Called when the start is in the journal. */
  readonly onBegun: () => void;
  readonly logger: Logger;
}

/** Makes a runner for one job. */
export function createRunner<Subject, Input, Code extends string>(
  options: RunnerOptions<Subject, Input, Code>,
): Runner {
  const { log, clock, resumePolicy, logger } = options;
  let stopSignal = createStopSignal();
  let awake = new AbortController();
  let isPauseAsked = false;

  function onBegun(): void {
    logger.info('job-started', jobFields());
    options.onBegun();
  }

  async function run(): Promise<void> {
    let attempt = 0;
    for (;;) {
      const before = itemsAhead();
      const rest = await runJob({ ...options, stopSignal }, onBegun);
      if (!rest) return logger.info('job-finished', jobFields());
      if (itemsAhead() !== before) attempt = 0;
      const resumption =
        rest.kind === 'stopped' && !isPauseAsked ? resumePolicy({ ...rest, attempt }) : undefined;
      await writePause(pauseOf(rest, resumption));
      // Whoever cancels between the pause and its storing must not find a job that rests.
      const isCancelling = log.state().status === 'cancelling';
      if (!resumption && !isCancelling) return;
      attempt += 1;
      // Whoever wakes the runner early wants it to go on, or to rest for good.
      if (resumption) await resumption.wait(awake.signal).catch(() => undefined);
      if (isPauseAsked && !isCancelling) return writePause({ kind: 'asked' });
      stopSignal = createStopSignal();
      awake = new AbortController();
    }
  }

  /** A pause that cannot be stored is one for that reason. */
  async function writePause(pause: Pause): Promise<void> {
    const code = pause.kind === 'stopped' ? { code: pause.code } : {};
    logger.info('job-paused', { reason: pause.kind, ...code, ...jobFields() });
    try {
      await log.write([{ kind: 'paused', at: clock.now(), pause }]);
    } catch (thrown) {
      const stopped = pauseOf(toPauseReason(thrown), undefined);
      await log.write([{ kind: 'paused', at: clock.now(), pause: stopped }]).catch(() => undefined);
    }
  }

  function jobFields(): LogFields {
    const { header, counts } = log.state();
    const { done, pending, skipped, failed, cancelled } = counts;
    return { kind: header.operation, count: header.size, done, pending, skipped, failed, cancelled };
  }

  function itemsAhead(): number {
    const { waiting, started, pending } = log.state().counts;
    return waiting + started + pending;
  }

  function stop(): void {
    stopSignal.stop({ kind: 'asked' });
    awake.abort();
  }

  return {
    run,
    pause() {
      isPauseAsked = true;
      stop();
    },
    cancel() {
      const event = { kind: 'cancel-asked', at: clock.now() } as const;
      // Where it cannot be stored now, it is with the next write, and the runner knows it anyway.
      if (!log.state().isCancelAsked) void log.write([event]).catch(() => undefined);
      stop();
    },
    resumeNow() {
      if (log.state().status === 'paused') awake.abort();
    },
  };
}

function pauseOf(rest: PauseReason, resumption: ReturnType<ResumePolicy>): Pause {
  if (rest.kind !== 'stopped') return rest;
  return {
    kind: 'stopped',
    code: rest.code,
    goesOnByItself: resumption !== undefined,
    goesOnAt: resumption?.goesOnAt,
  };
}
