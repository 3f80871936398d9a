import { AppError } from '../base/appError';
import { silentLogger } from '../base/logger';
import { createJobHistory, type JobHistory } from './createHistory';
import { subscribeToTabMessages } from './tabs/subscribeToTabMessages';
import type { JobDigest, JobHeader, JobSummary } from './job';
import type { JobsOptions } from './jobsOptions';
import { createJobReader, type JobReader, type SavedJob } from './journal/createJobReader';
import type { Journal } from './journal/journal';
import type { Operation } from './operation';
import { belongsTo } from './state/belongsTo';
import { createJobLog, type JobLog } from './runner/createJobLog';
import { createKeyedMutex } from '../base/async/keyedMutex';
import { createJobLogs, type JobLogs } from './runner/createJobLogs';
import { createRunner } from './runner/createRunner';
import { createActiveRuns, type ActiveRuns } from './runner/createActiveRuns';
import { recover } from './runner/recover';
import { toDigest } from './state/toDigest';
import { createRunnerWatch, type RunnerWatch } from './tabs/createRunnerWatch';
import type { JobMessage } from './tabs/jobMessages';

/** The parts of the engine, bound to one another and to the other tabs. */
export interface Engine<Subject, Input, Code extends string> {
  readonly history: JobHistory<Subject>;
  readonly activeRuns: ActiveRuns<Subject, Input, Code>;
  readonly watch: RunnerWatch;
  readonly runnerOf: (jobId: string) => JobSummary<Subject>['runner'];
  /** The log of a job of the signed-in account. Rejects with AppError `not-found`, `account-changed`, or as reading does. */
  readonly open: (jobId: string) => Promise<JobLog<Subject, Input, Code>>;
  /** Follows a job that was just stored. */
  readonly add: (saved: SavedJob<Subject, Input, Code>) => void;
  /** Resolves when the history was read for the first time, or could not be. */
  readonly loaded: Promise<void>;
  /** Reads a job from the journal; one that cannot be read moves to those that the history lists apart. */
  readonly read: (jobId: string) => Promise<SavedJob<Subject, Input, Code> | undefined>;
  /** True if this tab follows the job, so that it knows at least what the journal does. */
  readonly isOpen: (jobId: string) => boolean;
  /** Forgets what it knows of a deleted job. */
  readonly drop: (jobId: string) => void;
  /** Throws AppError `not-found` for an operation that nobody bound. */
  readonly operationOf: (name: string) => Operation<Subject, Input, Code>;
  /** Tells the other tabs. */
  readonly post: (message: JobMessage) => void;
}

/** Binds the parts. */
export function createEngine<Subject, Input, Code extends string>(
  options: JobsOptions<Subject, Input, Code>,
  journal: Journal,
): Engine<Subject, Input, Code> {
  const { clock, locks, channel, owner, resumePolicy, operations } = options;
  const reader = openReader(options, journal, (jobId) => history.quarantine(jobId));
  const logger = (options.logger ?? silentLogger).child('jobs');
  const tab = options.newId();
  const keys = createKeyedMutex();
  const post = (message: JobMessage): void => channel.post({ from: tab, message });
  const isHere = (jobId: string): boolean => activeRuns.isHere(jobId);
  const runnerOf = (jobId: string): JobSummary<Subject>['runner'] =>
    isHere(jobId) ? 'here' : watch.isElsewhere(jobId) ? 'elsewhere' : 'nobody';
  const liveDigest = (jobId: string): JobDigest | undefined =>
    isHere(jobId) ? digestOfLog(logs.getCached(jobId)) : undefined;
  const history: JobHistory<Subject> = createJobHistory({ reader, clock, owner, runnerOf, liveDigest });
  const watch = createRunnerWatch({ locks, clock, isHere, onChange: (jobId) => tabSync.refresh(jobId) });
  const logs: JobLogs<Subject, Input, Code> = createJobLogs(
    (jobId) => reader.read(jobId),
    (saved) => {
      const { header } = saved.job;
      return createJobLog({
        saved,
        journal,
        reader,
        clock,
        onChange: (state) => history.put(header, toDigest(state)),
        onSaved: (digest, isRewritten) => post({ kind: 'changed', jobId: header.id, digest, isRewritten }),
      });
    },
  );
  const activeRuns: ActiveRuns<Subject, Input, Code> = createActiveRuns({
    locks,
    createRunnerFor(log, onBegun) {
      const { header } = log.state();
      const operation = operationOf(operations, header.operation);
      const check = (): void => checkOwner(header);
      return createRunner({ log, operation, clock, keys, resumePolicy, onBegun, checkOwner: check, logger });
    },
    recover: (job) => recover(job, operationOf(operations, job.header.operation), clock.now()),
    onChange(log) {
      logs.keep(log);
      log.changes.notify();
      history.notify();
      if (isHere(log.id)) return;
      post({ kind: 'rests', jobId: log.id });
      void watch.refresh().catch(() => undefined);
    },
  });
  const tabSync = subscribeToTabMessages({ tab, channel, history, watch, activeRuns, logs });

  function checkOwner(header: JobHeader<Subject>): void {
    if (!belongsTo(header, owner())) throw new AppError('account-changed');
  }

  async function open(jobId: string): Promise<JobLog<Subject, Input, Code>> {
    const log = await logs.open(jobId);
    checkOwner(log.state().header);
    return log;
  }

  return {
    history,
    activeRuns,
    watch,
    runnerOf,
    open,
    add(saved) {
      logs.add(saved);
      history.put(saved.job.header, toDigest(saved.job));
      post({ kind: 'listed' });
    },
    loaded: tabSync.loadHistory(),
    read: (jobId) => reader.read(jobId),
    isOpen: (jobId) => logs.getCached(jobId) !== undefined,
    drop: (jobId) => logs.drop(jobId),
    operationOf: (name) => operationOf(operations, name),
    post,
  };
}

function digestOfLog<Subject>(log: JobLog<Subject, unknown, string> | undefined): JobDigest | undefined {
  return log && toDigest(log.state());
}

function openReader<Subject, Input, Code extends string>(
  { schema, clock, operations }: JobsOptions<Subject, Input, Code>,
  journal: Journal,
  onUnreadable: (jobId: string) => void,
): JobReader<Subject, Input, Code> {
  const names = operations.map(({ name }) => name);
  return createJobReader({ journal, schema, clock, operations: names, onUnreadable });
}

function operationOf<Subject, Input, Code extends string>(
  operations: readonly Operation<Subject, Input, Code>[],
  name: string,
): Operation<Subject, Input, Code> {
  const operation = operations.find((candidate) => candidate.name === name);
  if (!operation) throw new AppError('not-found');
  return operation;
}
