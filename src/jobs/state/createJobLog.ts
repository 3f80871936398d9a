import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { JobDigest } from '../job';
import type { JobReader, SavedJob } from '../journal/createJobReader';
import { createJournalWriter } from '../journal/createJournalWriter';
import type { JobEvent, Journal } from '../journal/journal';
import { createNotifier, type Notifier } from './createNotifier';
import type { InternalJobState } from './jobState';
import { reduceJob } from './reduceJob';
import { createThroughputMeter, type ThroughputMeter } from './throughput';

/** Event log of one job in this tab: the state so far, and new events for the journal. */
export interface JobLog<Subject, Input, Code extends string> {
  readonly id: string;
  state(): InternalJobState<Subject, Input, Code>;
  /**
   * Adds events: the state has them at once, and the journal when this resolves, together with all that were added before.
   * Rejects as the journal does; the events then wait for the next call.
   */
  write(events: readonly JobEvent<Code>[]): Promise<void>;
  /** Adds events that are stored with the next `write`, or half a second later. */
  enqueue(events: readonly JobEvent<Code>[]): void;
  /** True if events wait for the journal. */
  hasUnsaved(): boolean;
  /** Reads the events that another tab wrote. Events that this tab could not write are dropped then. */
  refresh(): Promise<void>;
  /** Reads the whole job again. */
  reload(): Promise<void>;
  readonly changes: Notifier;
  readonly meter: ThroughputMeter;
}

interface JobLogOptions<Subject, Input, Code extends string> {
  readonly saved: SavedJob<Subject, Input, Code>;
  readonly journal: Journal;
  readonly reader: JobReader<Subject, Input, Code>;
  readonly clock: Clock;
  /** Called after every change of the state. */
  readonly onChange: (state: InternalJobState<Subject, Input, Code>) => void;
  /** Called when events were stored. `isRewritten` is true if the events count from the beginning again. */
  readonly onSaved: (jobId: string, digest: JobDigest, isRewritten: boolean) => void;
}

/** Creates the log of a job that is in the journal. */
function createJobLog<Subject, Input, Code extends string>(
  options: JobLogOptions<Subject, Input, Code>,
): JobLog<Subject, Input, Code> {
  const { journal, reader, clock, onChange } = options;
  const changes = createNotifier(clock);
  const meter = createThroughputMeter(clock);
  let state = options.saved.job;
  const { id } = state.header;
  let reading: Promise<void> = Promise.resolve();
  const writer = createJournalWriter({
    journal,
    clock,
    saved: options.saved.savedEvents,
    job: () => state,
    onSaved: (digest, isRewritten) => options.onSaved(id, digest, isRewritten),
  });

  function setState(changed: InternalJobState<Subject, Input, Code>): void {
    state = changed;
    onChange(state);
    changes.notify();
  }

  function applyEvents(events: readonly JobEvent<Code>[]): void {
    setState(events.reduce(reduceJob<Subject, Input, Code>, state));
    const settled = state.header.size - state.counts.waiting - state.counts.started;
    if (events.some(({ kind }) => kind === 'started')) meter.restart(settled);
    else meter.record(settled);
  }

  function add(events: readonly JobEvent<Code>[]): void {
    writer.add(events);
    applyEvents(events);
  }

  /** Two reads at the same time would apply the same events twice. */
  function runExclusive(read: () => Promise<void>): Promise<void> {
    reading = reading.catch(() => undefined).then(read);
    return reading;
  }

  async function refresh(): Promise<void> {
    const events = await reader.readEvents(id, writer.saved());
    if (events.length === 0) return;
    if (writer.hasUnsaved()) return reload();
    writer.restart(writer.saved() + events.length);
    applyEvents(events);
  }

  async function reload(): Promise<void> {
    const whole = await reader.read(id);
    if (!whole) return;
    writer.restart(whole.savedEvents);
    setState(whole.job);
  }

  return {
    id,
    state: () => state,
    changes,
    meter,
    hasUnsaved: () => writer.hasUnsaved(),
    write(events) {
      add(events);
      return writer.save();
    },
    enqueue(events) {
      add(events);
      writer.saveSoon();
    },
    refresh: () => runExclusive(refresh),
    reload: () => runExclusive(reload),
  };
}

/** Logs of the jobs that this tab shows or runs, one a job. */
export interface JobLogs<Subject, Input, Code extends string> {
  /** Opens a job, at most once. Rejects with AppError `not-found`, or as the reader does. */
  open(jobId: string): Promise<JobLog<Subject, Input, Code>>;
  /** Creates the log of a job that was just stored, without reading it again. */
  add(saved: SavedJob<Subject, Input, Code>): JobLog<Subject, Input, Code>;
  /** The log of an open job; undefined if the job isn't open. */
  getCached(jobId: string): JobLog<Subject, Input, Code> | undefined;
  /** Keeps the log in memory as long as it has events that the journal doesn't have. */
  keepUnsaved(log: JobLog<Subject, Input, Code>): void;
  remove(jobId: string): void;
}

/** Creates the logs. They are held weakly, since a job can be large: a job that nothing uses any more is read again. */
export function createJobLogs<Subject, Input, Code extends string>(
  options: Omit<JobLogOptions<Subject, Input, Code>, 'saved'>,
): JobLogs<Subject, Input, Code> {
  const opened = new Map<string, WeakRef<JobLog<Subject, Input, Code>>>();
  const opening = new Map<string, Promise<JobLog<Subject, Input, Code>>>();
  const unsaved = new Set<JobLog<Subject, Input, Code>>();

  function add(saved: SavedJob<Subject, Input, Code>): JobLog<Subject, Input, Code> {
    const log = createJobLog({ ...options, saved });
    opened.set(log.id, new WeakRef(log));
    return log;
  }

  async function load(jobId: string): Promise<JobLog<Subject, Input, Code>> {
    const saved = await options.reader.read(jobId);
    if (!saved) throw new AppError('not-found');
    const log = add(saved);
    // Another tab may have written events while a long job was read.
    await log.refresh().catch(() => undefined);
    return log;
  }

  return {
    open(jobId) {
      const log = opened.get(jobId)?.deref();
      if (log) return Promise.resolve(log);
      const loading = opening.get(jobId) ?? load(jobId).finally(() => opening.delete(jobId));
      opening.set(jobId, loading);
      return loading;
    },
    add,
    getCached: (jobId) => opened.get(jobId)?.deref(),
    keepUnsaved: (log) => void (log.hasUnsaved() ? unsaved.add(log) : unsaved.delete(log)),
    remove: (jobId) => void opened.delete(jobId),
  };
}
