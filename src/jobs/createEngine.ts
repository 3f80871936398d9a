import { AppError } from '../base/appError';
import type { Clock } from '../base/clock';
import type { NewId } from '../base/ids';
import { silentLogger, type Logger } from '../base/logger';
import { createJobHistory, type JobHistory } from './createJobHistory';
import { belongsTo, type JobHeader, type JobOwner } from './job';
import { createJobReader, reportUnreadable, type JobReader } from './journal/createJobReader';
import type { Journal } from './journal/journal';
import type { JobSchema } from './journal/journalSchema';
import type { Operation } from './operation';
import { createActiveRuns, type ActiveRuns } from './runner/createActiveRuns';
import type { ResumePolicy } from './runner/createResumePolicy';
import { createJobLogs, type JobLog, type JobLogs } from './state/createJobLog';
import { toDigest } from './state/jobState';
import { createRunnerTracker, type RunnerTracker } from './tabs/createRunnerTracker';
import type { JobChannel, JobMessage } from './tabs/jobChannel';
import type { JobLocks } from './tabs/jobLocks';
import { subscribeToTabMessages } from './tabs/subscribeToTabMessages';

/** Dependencies of the jobs. */
export interface JobsOptions<Subject, Input, Code extends string> {
  readonly journal: Journal;
  /** Parser of the data in the journal that depends on the kind of job. */
  readonly schema: JobSchema<Subject, Input, Code>;
  /** All kinds of jobs that can run, each with its own name. */
  readonly operations: readonly Operation<Subject, Input, Code>[];
  readonly locks: JobLocks;
  readonly channel: JobChannel;
  /** The signed-in account, read before each chunk of items. May throw AppError, with which a job then pauses. */
  readonly owner: () => JobOwner;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly resumePolicy: ResumePolicy;
  /** Gets an entry when a job starts, pauses and ends. Default writes nothing. */
  readonly logger?: Logger;
}

/** Parts of the engine. */
export interface Engine<Subject, Input, Code extends string> {
  readonly reader: JobReader<Subject, Input, Code>;
  readonly history: JobHistory<Subject>;
  readonly logs: JobLogs<Subject, Input, Code>;
  readonly tracker: RunnerTracker;
  readonly activeRuns: ActiveRuns<Subject, Input, Code>;
  /** Resolves when the history was read for the first time, or could not be. */
  readonly loaded: Promise<void>;
  /** Opens a job of the signed-in account. Rejects with AppError `not-found`, `account-changed`, or as the reader does. */
  readonly open: (jobId: string) => Promise<JobLog<Subject, Input, Code>>;
  /** Throws AppError `not-found` for an operation that isn't bound. */
  readonly operationOf: (name: string) => Operation<Subject, Input, Code>;
  /** Sends a message to the other tabs. */
  readonly post: (message: JobMessage) => void;
}

/** Creates the parts in the order of their dependencies and connects their events. */
export function createEngine<Subject, Input, Code extends string>(
  options: JobsOptions<Subject, Input, Code>,
  journal: Journal,
): Engine<Subject, Input, Code> {
  const { schema, operations, locks, channel, owner, clock, resumePolicy } = options;
  const logger = (options.logger ?? silentLogger).child('jobs');
  const tab = options.newId();
  const post = (message: JobMessage): void => channel.post({ from: tab, message });

  function operationOf(name: string): Operation<Subject, Input, Code> {
    const operation = operations.find((candidate) => candidate.name === name);
    if (!operation) throw new AppError('not-found');
    return operation;
  }

  function checkOwner(header: JobHeader<Subject>): void {
    if (!belongsTo(header, owner())) throw new AppError('account-changed');
  }

  const tracker = createRunnerTracker(locks, clock);
  const operationNames = operations.map(({ name }) => name);
  const plainReader = createJobReader({ journal, schema, clock, operations: operationNames });
  const history: JobHistory<Subject> = createJobHistory({ reader: plainReader, clock, owner, tracker });
  const reader = reportUnreadable(plainReader, (jobId) => history.quarantine(jobId));
  const logs = createJobLogs({
    journal,
    reader,
    clock,
    onChange: (state) => history.put(state.header, toDigest(state)),
    onSaved: (jobId, digest, isRewritten) => post({ kind: 'changed', jobId, digest, isRewritten }),
  });
  const activeRuns = createActiveRuns({
    clock,
    locks,
    tracker,
    resumePolicy,
    logger,
    operationOf,
    checkOwner,
    onChange(log) {
      logs.keepUnsaved(log);
      log.changes.notify();
      history.notify();
      if (tracker.runnerOf(log.id) === 'here') return;
      post({ kind: 'run-ended', jobId: log.id });
      void tracker.refresh().catch(() => undefined);
    },
  });
  const loaded = subscribeToTabMessages({ tab, channel, history, tracker, activeRuns, logs });

  async function open(jobId: string): Promise<JobLog<Subject, Input, Code>> {
    const log = await logs.open(jobId);
    checkOwner(log.state().header);
    return log;
  }

  return { reader, history, logs, tracker, activeRuns, loaded, open, operationOf, post };
}
