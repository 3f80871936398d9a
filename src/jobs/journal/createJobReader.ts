import { createTimeSlicer } from '../../base/async/timeSlicer';
import { toAppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { JobDigest, JobHeader, JobOwner, PlannedItem } from '../job';
import type { JobSchema } from './jobSchema';
import type { InternalJobState } from '../state/internalJobState';
import { createInitialState } from '../state/createInitialState';
import { reduceJob } from '../state/reduceJob';
import { toObject, toText, unreadable } from './storedValues';
import type { JobEvent, Journal, StoredEntry, StoredJob } from './journal';
import { createJournalParser, isMoment, parseDigest } from './journalSchema';

/** A job and the number of its events in the journal. */
export interface SavedJob<Subject, Input, Code extends string> {
  readonly job: InternalJobState<Subject, Input, Code>;
  readonly savedEvents: number;
}

/** A job in the list of a journal. */
export interface JournalEntry<Subject> {
  readonly header: JobHeader<Subject>;
  readonly digest: JobDigest;
}

/** A job that cannot be read, by what is known of it. */
export interface UnreadableJob {
  readonly id: string;
  /** Milliseconds since 1970; undefined where the header does not say it. */
  readonly plannedAt: number | undefined;
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
  /** Reads the list of an account's jobs, newest first. What shows in it alone already as unreadable stands apart. */
  list(owner: Pick<JobOwner, 'tenantId' | 'accountId'>): Promise<JobList<Subject>>;
}

/** The jobs of an account, newest first. */
export interface JobList<Subject> {
  readonly jobs: readonly JournalEntry<Subject>[];
  readonly unreadable: readonly UnreadableJob[];
}

/** Source and parsers of a reader. */
interface JobReaderOptions<Subject, Input, Code extends string> {
  readonly journal: Journal;
  readonly schema: JobSchema<Subject, Input, Code>;
  readonly clock: Clock;
  /** Names of the operations that can run; a job of another one is of another version of the app. Default is any. */
  readonly operations?: readonly string[];
  /** Called with the id of a job that turned out to be unreadable. */
  readonly onUnreadable?: (jobId: string) => void;
}

/** Number of items that are parsed between two checks of the time. */
const itemsPerSlice = 64;

/** Makes a reader that gives the page a turn every few milliseconds, since a job can have 100,000 items. */
export function createJobReader<Subject, Input, Code extends string>(
  options: JobReaderOptions<Subject, Input, Code>,
): JobReader<Subject, Input, Code> {
  const { journal, schema, clock, operations, onUnreadable } = options;
  const parser = createJournalParser(schema);

  async function restore(stored: StoredJob): Promise<InternalJobState<Subject, Input, Code>> {
    const pauseIfLong = createTimeSlicer(clock);
    const header = parseHeader(stored.header);
    if (stored.items.length !== header.size) throw unreadable('items', `${header.size} items`);
    const items: PlannedItem<Input, Code>[] = [];
    for (const item of stored.items) {
      items.push(parser.parseItem(item));
      if (items.length % itemsPerSlice === 0) await pauseIfLong();
    }
    let job = createInitialState(header, items);
    for (const event of stored.events) {
      await pauseIfLong();
      const parsed = parser.parseEvent(event);
      requireItems(parsed, header.size);
      job = reduceJob(job, parsed);
    }
    return job;
  }

  async function reading<T>(jobId: string, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (thrown) {
      if (toAppError(thrown).code === 'job-unreadable') onUnreadable?.(jobId);
      throw thrown;
    }
  }

  function parseHeader(stored: unknown): JobHeader<Subject> {
    const header = parser.parseHeader(stored);
    if (operations?.includes(header.operation) === false) throw unreadable('operation', 'a known operation');
    return header;
  }

  function parseEntry(stored: StoredEntry): JournalEntry<Subject> {
    const header = parseHeader(stored.header);
    const digest = parseDigest(stored.digest);
    const counted = Object.values({ ...digest.counts }).reduce((total, count) => total + count, 0);
    if (counted !== header.size) throw unreadable('counts', `${header.size} items`);
    return { header, digest };
  }

  return {
    read: (jobId) =>
      reading(jobId, async () => {
        const stored = await journal.read(jobId);
        return stored && { job: await restore(stored), savedEvents: stored.events.length };
      }),
    readEvents: (jobId, fromEvent) =>
      reading(jobId, async () => {
        const events = await journal.readEvents(jobId, fromEvent);
        return events.map((event) => parser.parseEvent(event));
      }),
    async list(owner) {
      const jobs: JournalEntry<Subject>[] = [];
      const unread: UnreadableJob[] = [];
      for (const entry of await journal.list(owner)) {
        try {
          jobs.push(parseEntry(entry));
        } catch (thrown) {
          if (toAppError(thrown).code !== 'job-unreadable') throw thrown;
          unread.push(describe(entry));
        }
      }
      return { jobs, unreadable: unread };
    },
  };
}

function describe({ header }: StoredEntry): UnreadableJob {
  const { id, plannedAt } = toObject(header, 'header');
  // Stored by this id, so that no entry lacks it.
  return { id: toText(id, 'id'), plannedAt: isMoment(plannedAt) ? plannedAt : undefined };
}

/** Throws AppError `job-unreadable` for an event about an item that the job does not have. */
function requireItems(event: JobEvent<string>, size: number): void {
  if (!('items' in event)) return;
  for (const item of event.items) {
    const index = typeof item === 'number' ? item : item[0];
    if (!(index >= 0 && index < size)) throw unreadable('items', `one of ${size} items`);
  }
}
