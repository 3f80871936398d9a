import { AppError, toAppError } from '../base/appError';
import { isHalfDone } from '../base/outcome';
import { createKeyedQueue } from '../base/async/keyedQueue';
import type { Clock } from '../base/clock';
import { createEngine, type Engine, type JobsOptions } from './createEngine';
import { createUnreadableJobs, type UnreadableJobs } from './createUnreadableJobs';
import type { JobState, PlannedItem } from './job';
import type { JobPlan, Jobs, JobView } from './jobs';
import { createFallbackJournal } from './journal/createFallbackJournal';
import type { Journal } from './journal/journal';
import type { Operation } from './operation';
import type { JobLog } from './state/createJobLog';
import {
  createInitialState,
  findIndexes,
  toDigest,
  toPublicState,
  type InternalJobState,
} from './state/jobState';
import { toThroughput } from './state/throughput';
import { lockName } from './tabs/jobLocks';

/** Creates the jobs of this browser and of the signed-in account, with the unreadable ones. */
export function createJobs<Subject, Input, Code extends string>(
  options: JobsOptions<Subject, Input, Code>,
): Jobs<Subject, Input, Code> & { readonly unreadable: UnreadableJobs } {
  const { clock, locks, operations } = options;
  const journal = createFallbackJournal(options.journal);
  const engine = createEngine(options, journal);
  const { history, activeRuns, tracker, operationOf } = engine;
  const { runExclusive } = createKeyedQueue();
  const persist = (plan: PersistedPlan<Subject, Input, Code>): Promise<string> =>
    persistNewJob(options, journal, engine, plan);
  /** Resolves with false for a job that another tab has locked. */
  const removeStored = (id: string): Promise<boolean> => locks.tryRun(lockName(id), () => journal.remove(id));

  async function stop(id: string, action: 'pause' | 'cancel'): Promise<void> {
    // Not in the queue: a job that runs here stops at once, whatever else waits.
    if (await stopHere(engine, id, action)) return;
    await runExclusive(id, () => stopAnywhere(engine, clock, id, action));
  }

  async function retryFailed(id: string): Promise<void> {
    await activeRuns.stop(id, 'pause');
    await engine.loaded;
    const isUndone = history.list().some(({ header }) => header.undoOf === id);
    await activeRuns.start(await engine.open(id), (job) => {
      const items = findRetryable(job, operationOf(job.header.operation), isUndone);
      return items.length > 0 ? [{ kind: 'retry-asked', at: clock.now(), items }] : [];
    });
  }

  async function undo(id: string): Promise<string> {
    const job = (await openIdleJob(engine, id)).state();
    const { operation: name, subject } = job.header;
    const operation = operationOf(name);
    const { items } = planUndo(job, operation);
    const inverted = operation.invertSubject?.(subject, job.context) ?? subject;
    return persist({ operation: name, subject: inverted, items, undoOf: id });
  }

  async function remove(id: string): Promise<void> {
    if (!(await canRemove(engine, id)) || !(await removeStored(id))) throw new AppError('job-busy');
    engine.logs.remove(id);
    history.remove(id);
    engine.post({ kind: 'list-changed' });
  }

  return {
    list: () => history.list(),
    subscribe: (listener) => unsubscribeAll(tracker.observe(), history.subscribe(listener)),
    storage: () => journal.storage(),
    acceptMemory: () => journal.accept(),
    plan: persist,
    async open(id) {
      const log = await engine.open(id);
      await tracker.refresh();
      const operation = operations.find(({ name }) => name === log.state().header.operation);
      return createJobView(engine, log, operation);
    },
    start: (id) => runExclusive(id, async () => activeRuns.start(await engine.open(id))),
    pause: (id) => stop(id, 'pause'),
    cancel: (id) => stop(id, 'cancel'),
    retryFailed: (id) => runExclusive(id, () => retryFailed(id)),
    async previewUndo(id) {
      const job = (await engine.open(id)).state();
      const { items, left } = planUndo(job, operationOf(job.header.operation));
      return { undone: items.length, left, inputs: items.map(({ input }) => input) };
    },
    undo: (id) => runExclusive(id, () => undo(id)),
    remove: (id) => runExclusive(id, () => remove(id)),
    unreadable: createUnreadableJobs({ engine, journal, remove: removeStored }),
  };
}

type PersistedPlan<Subject, Input, Code extends string> = JobPlan<Subject, Input, Code> & {
  readonly undoOf?: string;
};

/**
 * Stores a plan as a job of the signed-in account; resolves with its id. Rejects with AppError `not-found` for an operation that
 * isn't bound, or as the journal does.
 */
async function persistNewJob<Subject, Input, Code extends string>(
  { newId, owner, clock }: JobsOptions<Subject, Input, Code>,
  journal: Journal,
  { operationOf, logs, history, post }: Engine<Subject, Input, Code>,
  { operation, subject, items, undoOf }: PersistedPlan<Subject, Input, Code>,
): Promise<string> {
  operationOf(operation);
  const { tenantId, accountId, name } = owner();
  const id = newId();
  const header = {
    id,
    operation,
    subject,
    owner: { tenantId, accountId, name },
    plannedAt: clock.now(),
    size: items.length,
    undoOf,
  };
  const job = createInitialState(header, items);
  const digest = toDigest(job);
  await journal.create({ header, items, events: [] }, digest);
  logs.add({ job, savedEvents: 0 });
  history.put(header, digest);
  post({ kind: 'list-changed' });
  return id;
}

function createJobView<Subject, Input, Code extends string>(
  { tracker }: Engine<Subject, Input, Code>,
  log: JobLog<Subject, Input, Code>,
  operation: Operation<Subject, Input, Code> | undefined,
): JobView<Subject, Input, Code> {
  type Cached = {
    readonly job: unknown;
    readonly by: string;
    readonly state: JobState<Subject, Input, Code>;
  };
  let cached: Cached | undefined;
  const runner = (): ReturnType<JobView<Subject, Input, Code>['runner']> => tracker.runnerOf(log.id);

  function state(): JobState<Subject, Input, Code> {
    const job = log.state();
    const by = runner();
    if (cached?.job !== job || cached.by !== by) cached = { job, by, state: toPublicState(job, by) };
    return cached.state;
  }

  return {
    state,
    runner,
    throughput: () => toThroughput(state(), log.meter, operation),
    subscribe: (listener) => unsubscribeAll(tracker.observe(), log.changes.subscribe(listener)),
  };
}

/** Returns a function that calls each of these once. */
function unsubscribeAll(...unsubscribes: (() => void)[]): () => void {
  return () => unsubscribes.splice(0).forEach((unsubscribe) => unsubscribe());
}

/** Opens the latest state of a job that doesn't run. Rejects with AppError `job-busy` for one that runs in any tab. */
async function openIdleJob<Subject, Input, Code extends string>(
  { open, activeRuns, tracker }: Engine<Subject, Input, Code>,
  id: string,
): Promise<JobLog<Subject, Input, Code>> {
  const log = await open(id);
  // A job is `finished` while its end is still being stored.
  if (log.state().status === 'finished') await activeRuns.waitUntilIdle(id);
  await Promise.all([tracker.refresh(), log.refresh()]);
  const { status } = log.state();
  if (tracker.runnerOf(id) !== 'nobody' && status !== 'following') throw new AppError('job-busy');
  return log;
}

/** Pauses or cancels a job that runs here; resolves with true when the run has ended, and with false if it doesn't run here. */
async function stopHere<Subject, Input, Code extends string>(
  { activeRuns, open }: Engine<Subject, Input, Code>,
  id: string,
  action: 'pause' | 'cancel',
): Promise<boolean> {
  const wasHere = await activeRuns.stop(id, action);
  // A run that was ending at this moment may not have cancelled the job.
  return wasHere && (action === 'pause' || (await open(id)).state().status !== 'cancelling');
}

/**
 * Pauses or cancels a job; resolves when it doesn't run any more, or, if another tab runs it, when that tab got the message.
 * Rejects with AppError `not-found`, `account-changed`, or as the journal does.
 */
async function stopAnywhere<Subject, Input, Code extends string>(
  engine: Engine<Subject, Input, Code>,
  clock: Clock,
  id: string,
  action: 'pause' | 'cancel',
): Promise<void> {
  if (await stopHere(engine, id, action)) return;
  await engine.open(id);
  await engine.tracker.refresh();
  if (engine.tracker.runnerOf(id) === 'elsewhere') engine.post({ kind: 'stop-requested', jobId: id, action });
  else if (action === 'cancel') await cancelIdleJob(engine, clock, id);
}

/** Cancels a job that doesn't run. It runs once more if outcomes are unknown, and sends nothing. */
async function cancelIdleJob<Subject, Input, Code extends string>(
  { activeRuns, open, post }: Engine<Subject, Input, Code>,
  clock: Clock,
  id: string,
): Promise<void> {
  try {
    await activeRuns.start(await open(id), ({ status, isCancelAsked }) =>
      status === 'finished' || isCancelAsked ? [] : [{ kind: 'cancel-asked', at: clock.now() }],
    );
    await activeRuns.waitUntilIdle(id);
  } catch (thrown) {
    if (toAppError(thrown).code !== 'job-busy') throw thrown;
    post({ kind: 'stop-requested', jobId: id, action: 'cancel' });
  }
}

/** True for a job that never started, is finished or is unreadable: no tab of this version can run that one. */
async function canRemove<Subject, Input, Code extends string>(
  engine: Engine<Subject, Input, Code>,
  id: string,
): Promise<boolean> {
  try {
    const { status } = (await openIdleJob(engine, id)).state();
    return status === 'finished' || status === 'planned';
  } catch (thrown) {
    if (toAppError(thrown).code === 'job-unreadable') return true;
    throw thrown;
  }
}

/**
 * Returns the indexes of items that failed or were cancelled and can end otherwise next time. Of a job that was undone those that
 * were half done are left out, since nothing of them is made any more.
 */
function findRetryable<Subject, Input, Code extends string>(
  { items, header, context }: InternalJobState<Subject, Input, Code>,
  operation: Operation<Subject, Input, Code>,
  isUndone: boolean,
): number[] {
  return findIndexes(items, ({ outcome }) => {
    if (outcome?.kind !== 'failed' && outcome?.kind !== 'cancelled') return false;
    if (isUndone && isHalfDone(outcome)) return false;
    return operation.canRetry?.(outcome, { header, context }) ?? true;
  });
}

interface UndoPlan<Input, Code extends string> {
  readonly items: readonly PlannedItem<Input, Code>[];
  /** Number of items that were done and can't be undone. */
  readonly left: number;
}

/** Inverts the items that were done, or of which a part was made, the last first. */
function planUndo<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  operation: Operation<Subject, Input, Code>,
): UndoPlan<Input, Code> {
  const items: PlannedItem<Input, Code>[] = [];
  let left = 0;
  for (const { key, input, before, outcome } of job.items) {
    if (outcome?.kind !== 'done' && !(outcome && isHalfDone(outcome))) continue;
    const inverted = operation.invert?.(input, before, outcome, job.header);
    if (inverted === undefined) left += 1;
    else items.push({ key, input: inverted });
  }
  return { items: items.reverse(), left };
}
