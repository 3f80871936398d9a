import type { Clock } from '../../base/clock';
import { createNotifier, type Notifier } from '../state/createNotifier';
import { createThroughputMeter, type ThroughputMeter } from '../state/createThroughputMeter';
import type { JobDigest } from '../job';
import type { JobReader, SavedJob } from '../journal/createJobReader';
import type { JobEvent, Journal } from '../journal/journal';
import type { InternalJobState } from '../state/internalJobState';
import { reduceJob } from '../state/reduceJob';
import { createJournalWriter } from './createJournalWriter';

/** One job as this tab knows it: its state, and the way of new events into the journal. */
export interface JobLog<Subject, Input, Code extends string> {
  readonly id: string;
  state(): InternalJobState<Subject, Input, Code>;
  /**
   * Adds events: seen at once, durable when resolved, together with all that were added before.
   * Rejects as the journal does; the events then wait for the next call.
   */
  write(events: readonly JobEvent<Code>[]): Promise<void>;
  /** Adds events that may wait for the next `write`, half a second at most. */
  enqueue(events: readonly JobEvent<Code>[]): void;
  /** Whether events wait for the journal. */
  hasUnsaved(): boolean;
  /** Takes over what another tab wrote; whatever this tab could not write is then void. */
  refresh(): Promise<void>;
  /** Reads the whole job again. */
  reload(): Promise<void>;
  readonly changes: Notifier;
  readonly throughput: ThroughputMeter;
}

/** What a log is made of. */
interface JobLogOptions<Subject, Input, Code extends string> {
  readonly saved: SavedJob<Subject, Input, Code>;
  readonly journal: Journal;
  readonly reader: JobReader<Subject, Input, Code>;
  readonly clock: Clock;
  /** Called after every change of the state. */
  readonly onChange: (state: InternalJobState<Subject, Input, Code>) => void;
  /** Called when events became durable; `isRewritten` says that they count from the beginning again. */
  readonly onSaved: (digest: JobDigest, isRewritten: boolean) => void;
}

/** Follows a job from what the journal held of it. */
export function createJobLog<Subject, Input, Code extends string>(
  options: JobLogOptions<Subject, Input, Code>,
): JobLog<Subject, Input, Code> {
  const { journal, reader, clock, onChange, onSaved } = options;
  const changes = createNotifier(clock);
  const throughput = createThroughputMeter(clock);
  let state = options.saved.job;
  const { id } = state.header;
  let reading: Promise<void> = Promise.resolve();
  const saved = options.saved.savedEvents;
  const writer = createJournalWriter({ journal, clock, saved, onSaved, job: () => state });

  function show(changed: InternalJobState<Subject, Input, Code>): void {
    state = changed;
    onChange(state);
    changes.notify();
  }

  function take(events: readonly JobEvent<Code>[]): void {
    show(events.reduce(reduceJob<Subject, Input, Code>, state));
    const settled = state.header.size - state.counts.waiting - state.counts.started;
    if (events.some(({ kind }) => kind === 'started')) throughput.restart(settled);
    else throughput.record(settled);
  }

  function add(events: readonly JobEvent<Code>[]): void {
    writer.add(events);
    take(events);
  }

  /** Two readings at once would take the same events over twice. */
  function runExclusive(read: () => Promise<void>): Promise<void> {
    reading = reading.catch(() => undefined).then(read);
    return reading;
  }

  async function refresh(): Promise<void> {
    const events = await reader.readEvents(id, writer.saved());
    if (events.length === 0) return;
    if (writer.hasUnsaved()) return reload();
    writer.restart(writer.saved() + events.length);
    take(events);
  }

  async function reload(): Promise<void> {
    const whole = await reader.read(id);
    if (!whole) return;
    writer.restart(whole.savedEvents);
    show(whole.job);
  }

  return {
    id,
    state: () => state,
    changes,
    throughput,
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
