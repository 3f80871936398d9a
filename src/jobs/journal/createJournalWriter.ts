import { toAppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { JobDigest } from '../job';
import { toDigest, type InternalJobState } from '../state/jobState';
import { toRecord } from '../state/toRecord';
import type { JobEvent, Journal } from './journal';

/** Writes one job's events to the journal. */
interface JournalWriter<Code extends string> {
  /** Adds events that are in the job's state already. */
  add(events: readonly JobEvent<Code>[]): void;
  /** Resolves when all added events are stored. Rejects as the journal does; the events then wait for the next call. */
  save(): Promise<void>;
  /** Stores the added events in half a second, or with the next `save`. */
  saveSoon(): void;
  /** True if events wait to be stored. */
  hasUnsaved(): boolean;
  /** Number of events in the journal, as far as this tab knows. */
  saved(): number;
  /** Sets the number of events in the journal and drops the events that wait. */
  restart(saved: number): void;
}

interface JournalWriterOptions<Subject, Input, Code extends string> {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly job: () => InternalJobState<Subject, Input, Code>;
  /** Number of events in the journal. */
  readonly saved: number;
  /** Called when events were stored. `isRewritten` is true if the events count from the beginning again. */
  readonly onSaved: (digest: JobDigest, isRewritten: boolean) => void;
}

/** Maximum time that an outcome waits to be stored, in milliseconds. After a crash in this time, its item is prechecked again. */
const saveDelayInMs = 500;

/** Creates a writer with one append in flight at a time; events that are added meanwhile share the next. */
export function createJournalWriter<Subject, Input, Code extends string>(
  options: JournalWriterOptions<Subject, Input, Code>,
): JournalWriter<Code> {
  const { journal, clock, job, onSaved } = options;
  let saved = options.saved;
  let unsaved: JobEvent<Code>[] = [];
  let saving: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let isSaveScheduled = false;

  function save(): Promise<void> {
    next ??= saving
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        saving = append();
        return saving;
      });
    return next;
  }

  async function append(): Promise<void> {
    const count = unsaved.length;
    if (count === 0) return;
    const events = coalesceOutcomes(unsaved);
    const digest = toDigest(job());
    try {
      await journal.append(job().header.id, events, digest);
    } catch (thrown) {
      // The storage was cleared, or replaced by memory. This tab has the whole job and can store it again.
      if (toAppError(thrown).code !== 'not-found') throw thrown;
      return rewrite();
    }
    onStored(count, saved + events.length);
    onSaved(digest, false);
  }

  async function rewrite(): Promise<void> {
    const count = unsaved.length;
    const digest = toDigest(job());
    const record = toRecord(job(), clock.now());
    await journal.create(record, digest);
    onStored(count, record.events.length);
    onSaved(digest, true);
  }

  function onStored(count: number, nowSaved: number): void {
    unsaved = unsaved.slice(count);
    saved = nowSaved;
  }

  async function saveLater(): Promise<void> {
    isSaveScheduled = true;
    await clock.wait(saveDelayInMs);
    isSaveScheduled = false;
    // After an error the events stay; the next `save` reports it.
    await save().catch(() => undefined);
  }

  return {
    add: (events) => void (unsaved = unsaved.concat(events)),
    save,
    saveSoon: () => void (isSaveScheduled || saveLater()),
    hasUnsaved: () => unsaved.length > 0,
    saved: () => saved,
    restart: (nowSaved) => onStored(unsaved.length, nowSaved),
  };
}

/**
 * Merges successive events with outcomes into one, so that the journal of a large job stays short. Steps between them come first,
 * since those of an item precede its outcome.
 */
function coalesceOutcomes<Code extends string>(events: readonly JobEvent<Code>[]): JobEvent<Code>[] {
  const coalesced: JobEvent<Code>[] = [];
  let successive: Extract<JobEvent<Code>, { kind: 'settled' }>[] = [];
  const flush = (): void => {
    const last = successive.at(-1);
    if (last) coalesced.push({ ...last, items: successive.flatMap(({ items }) => items) });
    successive = [];
  };
  for (const event of events) {
    if (event.kind === 'settled') {
      successive.push(event);
    } else {
      if (event.kind !== 'stepped') flush();
      coalesced.push(event);
    }
  }
  flush();
  return coalesced;
}
