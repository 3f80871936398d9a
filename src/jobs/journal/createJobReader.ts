import { createTimeSlicer } from '../../base/async/timeSlicer';
import { toAppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { JobDigest, JobHeader, JobOwner, PlannedItem } from '../job';
import type { JobSchema } from '../jobSchema';
import type { FoldedJob } from '../state/foldedJob';
import { newJob } from '../state/newJob';
import { reduceJob } from '../state/reduceJob';
import { toObject, toText, unreadable } from '../storedValues';
import type { JobEvent, Journal, StoredEntry, StoredJob } from './journal';
import { createJournalParser, parseDigest } from './journalSchema';

/** A job and the number of its events in the journal. */
export interface SavedJob<Subject, Input, Code extends string> {
  readonly job: FoldedJob<Subject, Input, Code>;
  readonly savedEvents: number;
}

/** A job in the list of a journal. */
export interface JournalEntry<Subject> {
  readonly header: JobHeader<Subject>;
  readonly digest: JobDigest;
}

/**
 * The one way from the journal into the app: everything is parsed. Rejects as the journal does, and with AppError
 * `job-unreadable` for a job of another version of the app or a damaged one, which stays in the journal as it is.
 */
export interface JobReader<Subject, Input, Code extends string> {
  /** Reads a job as it stands; undefined where there is none. */
  read(jobId: string): Promise<SavedJob<Subject, Input, Code> | undefined>;
  /** Reads the events from number `fromEvent` on; none for an unknown job. */
  readEvents(jobId: string, fromEvent: number): Promise<readonly JobEvent<Code>[]>;
  /** Reads the list of an account's jobs, newest first, without those that cannot be read. */
  list(owner: Pick<JobOwner, 'tenantId' | 'accountId'>): Promise<readonly JournalEntry<Subject>[]>;
  /** Reads the ids of the jobs that `list` leaves out. */
  listUnreadable(owner: Pick<JobOwner, 'tenantId' | 'accountId'>): Promise<readonly string[]>;
}

/** Source and parsers of a reader. */
interface JobReaderOptions<Subject, Input, Code extends string> {
  readonly journal: Journal;
  readonly schema: JobSchema<Subject, Input, Code>;
  readonly clock: Clock;
}

/** Number of items that are parsed between two checks of the time. */
const itemsPerSlice = 64;

/** Makes a reader that gives the page a turn every few milliseconds, since a job can have 100,000 items. */
export function createJobReader<Subject, Input, Code extends string>(
  options: JobReaderOptions<Subject, Input, Code>,
): JobReader<Subject, Input, Code> {
  const { journal, schema, clock } = options;
  const parser = createJournalParser(schema);

  async function restore(stored: StoredJob): Promise<FoldedJob<Subject, Input, Code>> {
    const pauseIfLong = createTimeSlicer(clock);
    const header = parser.parseHeader(stored.header);
    if (stored.items.length !== header.size) throw unreadable('items', `${header.size} items`);
    const items: PlannedItem<Input, Code>[] = [];
    for (const item of stored.items) {
      items.push(parser.parseItem(item));
      if (items.length % itemsPerSlice === 0) await pauseIfLong();
    }
    let job = newJob(header, items);
    for (const event of stored.events) {
      await pauseIfLong();
      job = reduceJob(job, parser.parseEvent(event));
    }
    return job;
  }

  const parseEntry = ({ header, digest }: StoredEntry): JournalEntry<Subject> => ({
    header: parser.parseHeader(header),
    digest: parseDigest(digest),
  });

  return {
    async read(jobId) {
      const stored = await journal.read(jobId);
      return stored && { job: await restore(stored), savedEvents: stored.events.length };
    },
    async readEvents(jobId, fromEvent) {
      const events = await journal.readEvents(jobId, fromEvent);
      return events.map((event) => parser.parseEvent(event));
    },
    async list(owner) {
      const entries = await journal.list(owner);
      return entries.flatMap((entry) => unlessUnreadable(() => [parseEntry(entry)], []));
    },
    async listUnreadable(owner) {
      const entries = await journal.list(owner);
      const unread = entries.filter((entry) => !unlessUnreadable(() => parseEntry(entry), undefined));
      // Stored by this id, so that no entry lacks it.
      return unread.map(({ header }) => toText(toObject(header, 'header').id, 'id'));
    },
  };
}

function unlessUnreadable<T, S>(parse: () => T, substitute: S): T | S {
  try {
    return parse();
  } catch (thrown) {
    if (toAppError(thrown).code !== 'job-unreadable') throw thrown;
    return substitute;
  }
}
