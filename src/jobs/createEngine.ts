import { AppError } from '../base/appError';
import { silentLogger } from '../base/logger';
import { createHistory, type History } from './history/createHistory';
import { hearNotes } from './hearNotes';
import type { JobDigest, JobHeader, JobSummary } from './job';
import type { JobsOptions } from './jobsOptions';
import { createJobReader, type JobReader, type SavedJob } from './journal/createJobReader';
import type { Journal } from './journal/journal';
import type { Operation } from './operation';
import { ownedBy } from './ownedBy';
import { createJobLog, type JobLog } from './running/createJobLog';
import { createKeyedMutex } from '../base/async/keyedMutex';
import { createLogs, type Logs } from './running/createLogs';
import { createRunner } from './running/createRunner';
import { createSessions, type Sessions } from './running/createSessions';
import { takeUp } from './running/takeUp';
import { digestOf } from './state/digestOf';
import { createRunnerWatch, type RunnerWatch } from './tabs/createRunnerWatch';
import type { JobNote } from './tabs/jobChannel';

/** The parts of the engine, bound to one another and to the other tabs. */
export interface Engine<Subject, Input, Code extends string> {
  readonly history: History<Subject>;
  readonly sessions: Sessions<Subject, Input, Code>;
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
  readonly post: (note: JobNote) => void;
}

/** Binds the parts. */
export function createEngine<Subject, Input, Code extends string>(
  options: JobsOptions<Subject, Input, Code>,
  journal: Journal,
): Engine<Subject, Input, Code> {
  const { clock, locks, channel, owner, recovery, operations } = options;
  const reader = openReader(options, journal, (jobId) => history.quarantine(jobId));
  const logger = (options.logger ?? silentLogger).child('jobs');
  const tab = options.newId();
  const keys = createKeyedMutex();
  const post = (note: JobNote): void => channel.post({ from: tab, note });
  const isHere = (jobId: string): boolean => sessions.isHere(jobId);
  const runnerOf = (jobId: string): JobSummary<Subject>['runner'] =>
    isHere(jobId) ? 'here' : watch.isElsewhere(jobId) ? 'elsewhere' : 'nobody';
  const liveDigest = (jobId: string): JobDigest | undefined =>
    isHere(jobId) ? digestOfLog(logs.peek(jobId)) : undefined;
  const history: History<Subject> = createHistory({ reader, clock, owner, runnerOf, liveDigest });
  const watch = createRunnerWatch({ locks, clock, isHere, onChange: (jobId) => ears.refresh(jobId) });
  const logs: Logs<Subject, Input, Code> = createLogs(
    (jobId) => reader.read(jobId),
    (saved) => {
      const { header } = saved.job;
      return createJobLog({
        saved,
        journal,
        reader,
        clock,
        onChange: (state) => history.put(header, digestOf(state)),
        onSaved: (digest, isRewritten) => post({ kind: 'changed', jobId: header.id, digest, isRewritten }),
      });
    },
  );
  const sessions: Sessions<Subject, Input, Code> = createSessions({
    locks,
    openRunner(log, onBegun) {
      const { header } = log.state();
      const operation = operationOf(operations, header.operation);
      const check = (): void => checkOwner(header);
      return createRunner({ log, operation, clock, keys, recovery, onBegun, checkOwner: check, logger });
    },
    takeUp: (job) => takeUp(job, operationOf(operations, job.header.operation), clock.now()),
    onChange(log) {
      logs.keep(log);
      log.changes.touch();
      history.touch();
      if (isHere(log.id)) return;
      post({ kind: 'rests', jobId: log.id });
      void watch.refresh().catch(() => undefined);
    },
  });
  const ears = hearNotes({ tab, channel, history, watch, sessions, logs });

  function checkOwner(header: JobHeader<Subject>): void {
    if (!ownedBy(header, owner())) throw new AppError('account-changed');
  }

  async function open(jobId: string): Promise<JobLog<Subject, Input, Code>> {
    const log = await logs.open(jobId);
    checkOwner(log.state().header);
    return log;
  }

  return {
    history,
    sessions,
    watch,
    runnerOf,
    open,
    add(saved) {
      logs.add(saved);
      history.put(saved.job.header, digestOf(saved.job));
      post({ kind: 'listed' });
    },
    loaded: ears.loadHistory(),
    read: (jobId) => reader.read(jobId),
    isOpen: (jobId) => logs.peek(jobId) !== undefined,
    drop: (jobId) => logs.drop(jobId),
    operationOf: (name) => operationOf(operations, name),
    post,
  };
}

function digestOfLog<Subject>(log: JobLog<Subject, unknown, string> | undefined): JobDigest | undefined {
  return log && digestOf(log.state());
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
