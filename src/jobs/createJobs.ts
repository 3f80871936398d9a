import { AppError } from '../base/appError';
import { createEngine } from './createEngine';
import { createJobDeletion } from './createJobDeletion';
import { createKeyedQueue } from '../base/async/keyedQueue';
import type { Jobs } from './jobs';
import type { JobsOptions } from './jobsOptions';
import { createFallbackJournal } from './journal/createFallbackJournal';
import { openView } from './openView';
import type { Operation } from './operation';
import { planUndo } from './planUndo';
import type { JobLog } from './runner/createJobLog';
import { indexesOf } from './runner/indexesOf';
import type { InternalJobState } from './state/internalJobState';
import { stopJob } from './stopJob';
import { persistNewJob } from './persistNewJob';
import type { UnreadableJobs } from './createUnreadableJobs';

/** The jobs of this browser and of the account that is signed in, with those among them that cannot be read. */
export function createJobs<Subject, Input, Code extends string>(
  options: JobsOptions<Subject, Input, Code>,
): Jobs<Subject, Input, Code> & { readonly unreadable: UnreadableJobs } {
  const { clock, locks } = options;
  const journal = createFallbackJournal(options.journal);
  const engine = createEngine(options, journal);
  const { history, activeRuns, watch } = engine;
  const queue = createKeyedQueue();

  /** Opens a job that does not run, in its latest state. Rejects with AppError `job-busy` for one that somebody runs. */
  async function openIdleJob(id: string): Promise<JobLog<Subject, Input, Code>> {
    const log = await engine.open(id);
    // A job shows as finished while its end is still being stored.
    if (log.state().status === 'finished') await activeRuns.waitUntilIdle(id);
    await Promise.all([watch.refresh(), log.refresh()]);
    const { status } = log.state();
    if (engine.runnerOf(id) !== 'nobody' && status !== 'following') throw new AppError('job-busy');
    return log;
  }

  const deletion = createJobDeletion({ engine, journal, locks, openIdleJob });

  async function retryFailed(id: string): Promise<void> {
    await activeRuns.stop(id, 'pause');
    await activeRuns.start(await engine.open(id), (job) => {
      const items = failedOf(job, engine.operationOf(job.header.operation));
      return items.length > 0 ? [{ kind: 'retry-asked', at: clock.now(), items }] : [];
    });
  }

  async function undo(id: string): Promise<string> {
    const job = (await openIdleJob(id)).state();
    const { operation: name, subject } = job.header;
    const operation = engine.operationOf(name);
    const { items } = planUndo(job, operation);
    const inverted = operation.invertSubject?.(subject, job.context) ?? subject;
    return persistNewJob(options, journal, engine, { operation: name, subject: inverted, items, undoOf: id });
  }

  return {
    list: () => history.list(),
    subscribe(listener) {
      const stops = [watch.observe(), history.subscribe(listener)];
      return () => stops.splice(0).forEach((stop) => stop());
    },
    storage: () => journal.keeping(),
    acceptMemory: () => journal.accept(),
    plan: (plan) => persistNewJob(options, journal, engine, plan),
    async open(id) {
      const log = await engine.open(id);
      await watch.refresh();
      const operation = options.operations.find(({ name }) => name === log.state().header.operation);
      return openView({ log, operation, runner: () => engine.runnerOf(id), observe: () => watch.observe() });
    },
    start: (id) => queue.runExclusive(id, async () => activeRuns.start(await engine.open(id))),
    pause: (id) => stopJob(engine, queue, clock, id, 'pause'),
    cancel: (id) => stopJob(engine, queue, clock, id, 'cancel'),
    retryFailed: (id) => queue.runExclusive(id, () => retryFailed(id)),
    async previewUndo(id) {
      const job = (await engine.open(id)).state();
      const { items, left } = planUndo(job, engine.operationOf(job.header.operation));
      return { undone: items.length, left, inputs: items.map(({ input }) => input) };
    },
    undo: (id) => queue.runExclusive(id, () => undo(id)),
    remove: (id) => queue.runExclusive(id, () => deletion.remove(id)),
    unreadable: deletion.unreadable,
  };
}

function failedOf<Subject, Input, Code extends string>(
  { items, header, context }: InternalJobState<Subject, Input, Code>,
  operation: Operation<Subject, Input, Code>,
): number[] {
  return indexesOf(items, ({ outcome }) => {
    if (outcome?.kind !== 'failed' && outcome?.kind !== 'cancelled') return false;
    return operation.canRetry?.(outcome, { header, context }) ?? true;
  });
}
