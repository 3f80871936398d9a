import type { Outcome } from '../../base/outcome';
import type { JobDigest, JobHeader, JobOwner, Pause, PlannedItem } from '../job';

/** Everything that can happen to a job after its planning, in the order in which it happened; plain data. */
export type JobEvent<Code extends string> =
  /** A runner took the job up. */
  | { readonly kind: 'started'; readonly at: number }
  /** Whoever runs it is alive; written every half minute. */
  | { readonly kind: 'alive'; readonly at: number }
  /** Nobody waits any more for what was sent, which until `arrivesUntil` (milliseconds since 1970) may still take effect. */
  | { readonly kind: 'cut-off'; readonly inFlightUntil: number }
  /** That time is over. */
  | { readonly kind: 'arrived' }
  | { readonly kind: 'begun'; readonly context: unknown }
  /** Written before anything of these items is sent. */
  | { readonly kind: 'intended'; readonly items: readonly (readonly [index: number, before: unknown])[] }
  | {
      readonly kind: 'settled';
      readonly at: number;
      readonly items: readonly (readonly [index: number, outcome: Outcome<Code>])[];
    }
  /** Known not to have been sent after all. */
  | { readonly kind: 'withdrawn'; readonly items: readonly number[] }
  | { readonly kind: 'paused'; readonly at: number; readonly pause: Pause }
  | { readonly kind: 'cancel-asked'; readonly at: number }
  | { readonly kind: 'retry-asked'; readonly at: number; readonly items: readonly number[] }
  /** Everything is sent; the service still works on some items. */
  | { readonly kind: 'all-sent'; readonly at: number }
  | { readonly kind: 'finished'; readonly at: number };

/** A job from its planning on. */
export interface JobRecord<Subject, Input, Code extends string> {
  readonly header: JobHeader<Subject>;
  readonly items: readonly PlannedItem<Input, Code>[];
  readonly events: readonly JobEvent<Code>[];
}

/** A job as a journal gives it back: written by this version of the app or another one, or damaged. */
export interface StoredJob {
  readonly header: unknown;
  readonly items: readonly unknown[];
  readonly events: readonly unknown[];
}

/** A job in the list of a journal, not parsed either. */
export interface StoredEntry {
  readonly header: unknown;
  readonly digest: unknown;
}

/**
 * Where jobs survive. What resolved is durable: it outlives the tab, and where the browser can, a power cut. It takes typed
 * records and gives back whatever it holds, for `createJobReader` to parse.
 * Rejects with AppError `journal-unavailable` (blocked, private mode, cleared underneath), `journal-full`, or `journal-newer`
 * where a newer version of the app changed how jobs are stored.
 * Only who holds a job's lock appends to it, so that its events have one order.
 */
export interface Journal {
  /** Stores a job with what happened to it so far, whole or not at all; takes the place of one with the same id. */
  create(record: JobRecord<unknown, unknown, string>, digest: JobDigest): Promise<void>;
  /** Adds events to a job, all or none, and where they bring it. Rejects with `not-found` for an unknown one. */
  append(jobId: string, events: readonly JobEvent<string>[], digest: JobDigest): Promise<void>;
  /** Reads a job; undefined where there is none. Rejects with `job-unreadable` where events of it are missing. */
  read(jobId: string): Promise<StoredJob | undefined>;
  /** Reads the events from number `fromEvent` on, without the items; none for an unknown job. */
  readEvents(jobId: string, fromEvent: number): Promise<readonly unknown[]>;
  /** Reads whatever is stored of a job, also where parts of it are missing, to be exported; undefined where there is none. */
  readWhole(jobId: string): Promise<(StoredJob & StoredEntry) | undefined>;
  /** All jobs of an account, newest first; those without a time of planning last. */
  list(owner: Pick<JobOwner, 'tenantId' | 'accountId'>): Promise<readonly StoredEntry[]>;
  /** Deletes a job; harmless for an unknown one. */
  remove(jobId: string): Promise<void>;
}
