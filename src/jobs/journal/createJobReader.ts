import { createTimeSlicer } from '../../base/async/timeSlicer';
import { toAppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { JobDigest, JobHeader, JobOwner, PlannedItem } from '../job';
import { createInitialState, type InternalJobState } from '../state/jobState';
import { reduceJob } from '../state/reduceJob';
import { toObject, toText, unreadable } from './storedValues';
import type { JobEvent, Journal, StoredEntry, StoredJob } from './journal';
import { createJournalParser, isMoment, parseDigest, type JobSchema } from './journalSchema';

/** A job and the number of its events in the journal. */
export interface SavedJob<Subject, Input, Code extends string> {
  readonly job: InternalJobState<Subject, Input, Code>;
  readonly savedEvents: number;
}

/** A job in the history of a journal. */
export interface JournalEntry<Subject> {
  readonly header: JobHeader<Subject>;
  readonly digest: JobDigest;
}

/** A job that can't be read. */
export interface UnreadableJob {
  readonly id: string;
  /** Milliseconds since 1970; undefined if the header has no valid time. */
  readonly plannedAt: number | undefined;
}

/**
 * Reads jobs from the journal and parses them. Rejects as the journal does, and with AppError `job-unreadable` for a job of another
 * version of the app or a damaged one, which stays in the journal unchanged.
 */
export interface JobReader<Subject, Input, Code extends string> {
  /** Reads a job with all its events; undefined for an unknown one. */
  read(jobId: string): Promise<SavedJob<Subject, Input, Code> | undefined>;
  /** Reads the events from number `fromEvent` on; none for an unknown job. */
  readEvents(jobId: string, fromEvent: number): Promise<readonly JobEvent<Code>[]>;
  /** Reads the jobs of an account, newest first. Jobs whose header or digest is unreadable are listed apart. */
  list(owner: Pick<JobOwner, 'tenantId' | 'accountId'>): Promise<JobList<Subject>>;
}

/** The jobs of an account, newest first. */
export interface JobList<Subject> {
  readonly jobs: readonly JournalEntry<Subject>[];
  readonly unreadable: readonly UnreadableJob[];
}

interface JobReaderOptions<Subject, Input, Code extends string> {
  readonly journal: Journal;
  readonly schema: JobSchema<Subject, Input, Code>;
  readonly clock: Clock;
  /** Names of the operations of this version of the app; a job with another one is unreadable. Default is any. */
  readonly operations?: readonly string[];
}

/** Number of items parsed between two checks of the time. */
const itemsPerSlice = 64;

/** Creates a reader. It yields to the page every few milliseconds, since a job can have 100,000 items. */
export function createJobReader<Subject, Input, Code extends string>(
  options: JobReaderOptions<Subject, Input, Code>,
): JobReader<Subject, Input, Code> {
  const { journal, schema, clock, operations } = options;
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

  function parseHeader(stored: unknown): JobHeader<Subject> {
    const header = parser.parseHeader(stored);
    if (operations?.includes(header.operation) === false) throw unreadable('operation', 'a known operation');
    return header;
  }

  function parseEntry(stored: StoredEntry): JournalEntry<Subject> {
    const header = parseHeader(stored.header);
    const digest = parseDigest(stored.digest);
    if (countAll(digest) !== header.size) throw unreadable('counts', `${header.size} items`);
    return { header, digest };
  }

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
      const jobs: JournalEntry<Subject>[] = [];
      const unread: UnreadableJob[] = [];
      for (const entry of await journal.list(owner)) {
        try {
          jobs.push(parseEntry(entry));
        } catch (thrown) {
          if (toAppError(thrown).code !== 'job-unreadable') throw thrown;
          unread.push(toUnreadableJob(entry));
        }
      }
      return { jobs, unreadable: unread };
    },
  };
}

/** Returns a reader that also calls `onUnreadable` for each job that turns out to be unreadable. */
export function reportUnreadable<Subject, Input, Code extends string>(
  reader: JobReader<Subject, Input, Code>,
  onUnreadable: (jobId: string) => void,
): JobReader<Subject, Input, Code> {
  async function report<T>(jobId: string, reading: Promise<T>): Promise<T> {
    try {
      return await reading;
    } catch (thrown) {
      if (toAppError(thrown).code === 'job-unreadable') onUnreadable(jobId);
      throw thrown;
    }
  }

  return {
    read: (jobId) => report(jobId, reader.read(jobId)),
    readEvents: (jobId, fromEvent) => report(jobId, reader.readEvents(jobId, fromEvent)),
    list: (owner) => reader.list(owner),
  };
}

function toUnreadableJob({ header }: StoredEntry): UnreadableJob {
  const { id, plannedAt } = toObject(header, 'header');
  // The id is the key in the database, so that every entry has one.
  return { id: toText(id, 'id'), plannedAt: isMoment(plannedAt) ? plannedAt : undefined };
}

/** Number of all items; the other counts are parts of these. */
function countAll({ counts }: JobDigest): number {
  const { waiting, started, done, pending, skipped, failed, cancelled } = counts;
  return waiting + started + done + pending + skipped + failed + cancelled;
}

/** Throws AppError `job-unreadable` for an event about an item that the job doesn't have. */
function requireItems(event: JobEvent<string>, size: number): void {
  const items = 'items' in event ? event.items : event.kind === 'stepped' ? [event.index] : [];
  for (const item of items) {
    const index = typeof item === 'number' ? item : item[0];
    if (!(index >= 0 && index < size)) throw unreadable('items', `one of ${size} items`);
  }
}
