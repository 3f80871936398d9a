import { toAppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { JobDigest } from '../job';
import type { JobEvent, Journal } from '../journal/journal';
import { toDigest } from '../state/toDigest';
import type { InternalJobState } from '../state/internalJobState';
import { toRecord } from '../state/toRecord';
import { coalesceOutcomes } from './coalesceOutcomes';

/** The way of one job's events into the journal. */
interface JournalWriter<Code extends string> {
  /** Takes events that the job knows already. */
  add(events: readonly JobEvent<Code>[]): void;
  /** Resolves when all that was added is stored; rejects as the journal does, and the events then wait for the next call. */
  save(): Promise<void>;
  /** Stores what was added within half a second, or with the next `save`. */
  saveSoon(): void;
  /** Whether events wait to be stored. */
  hasUnsaved(): boolean;
  /** Number of events in the journal, as far as this tab knows. */
  saved(): number;
  /** The journal holds so many events; whatever waits is void. */
  restart(saved: number): void;
}

/** What a writer is made of. */
interface JournalWriterOptions<Subject, Input, Code extends string> {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly job: () => InternalJobState<Subject, Input, Code>;
  /** Number of events in the journal. */
  readonly saved: number;
  /** Called when events were stored; `isRewritten` says that they count from the beginning again. */
  readonly onSaved: (digest: JobDigest, isRewritten: boolean) => void;
}

/** Milliseconds that an outcome may wait to be stored. Until then a crash means that the item is checked again. */
const saveDelayInMs = 500;

/** Makes a writer with one append under way at a time; whatever comes meanwhile shares the next. */
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
      // The storage was cleared underneath, or changed for another: this tab still knows everything.
      if (toAppError(thrown).code !== 'not-found') throw thrown;
      return rewrite();
    }
    end(count, saved + events.length);
    onSaved(digest, false);
  }

  async function rewrite(): Promise<void> {
    const count = unsaved.length;
    const digest = toDigest(job());
    const record = toRecord(job(), clock.now());
    await journal.create(record, digest);
    end(count, record.events.length);
    onSaved(digest, true);
  }

  function end(count: number, nowSaved: number): void {
    unsaved = unsaved.slice(count);
    saved = nowSaved;
  }

  async function saveLater(): Promise<void> {
    isSaveScheduled = true;
    await clock.wait(saveDelayInMs);
    isSaveScheduled = false;
    // What could not be stored stays; the next `save` tells.
    await save().catch(() => undefined);
  }

  return {
    add: (events) => void (unsaved = unsaved.concat(events)),
    save,
    saveSoon: () => void (isSaveScheduled || saveLater()),
    hasUnsaved: () => unsaved.length > 0,
    saved: () => saved,
    restart: (nowSaved) => end(unsaved.length, nowSaved),
  };
}
