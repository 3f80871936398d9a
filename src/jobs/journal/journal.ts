import type { Outcome } from '../../base/outcome';
import type { JobDigest, JobHeader, JobOwner, Pause, PlannedItem } from '../job';

/** Event of a job after its planning; plain data, stored under these names. Times are in milliseconds since 1970. */
export type JobEvent<Code extends string> =
  /** A tab started or resumed the job. */
  | { readonly kind: 'started'; readonly at: number }
  /** Heartbeat of the tab that runs the job, every half minute. */
  | { readonly kind: 'alive'; readonly at: number }
  /** No code waits for the responses of sent requests any more; they may take effect until `inFlightUntil`. */
  | { readonly kind: 'cut-off'; readonly inFlightUntil: number }
  /** The time until `inFlightUntil` has passed. */
  | { readonly kind: 'arrived' }
  /** The operation prepared the job. */
  | { readonly kind: 'begun'; readonly context: unknown }
  /** Intent to send these items, stored before the first request. */
  | { readonly kind: 'intended'; readonly items: readonly (readonly [index: number, before: unknown])[] }
  /**
   * An item that takes several steps made one; `number` counts the item's steps from 0. `wasSettled` is true if the item settled
   * half done after it, and was asked for again since.
   */
  | {
      readonly kind: 'stepped';
      readonly index: number;
      readonly number: number;
      readonly step: unknown;
      readonly wasSettled?: boolean;
    }
  | {
      readonly kind: 'settled';
      readonly at: number;
      readonly items: readonly (readonly [index: number, outcome: Outcome<Code>])[];
    }
  /** These items had no effect on the service in the end: not sent, or rejected. */
  | { readonly kind: 'withdrawn'; readonly items: readonly number[] }
  | { readonly kind: 'paused'; readonly at: number; readonly pause: Pause }
  | { readonly kind: 'cancel-asked'; readonly at: number }
  | { readonly kind: 'retry-asked'; readonly at: number; readonly items: readonly number[] }
  /** All items are sent; the service still works on some. */
  | { readonly kind: 'all-sent'; readonly at: number }
  | { readonly kind: 'finished'; readonly at: number };

/** A whole job: its plan and its events. */
export interface JobRecord<Subject, Input, Code extends string> {
  readonly header: JobHeader<Subject>;
  readonly items: readonly PlannedItem<Input, Code>[];
  readonly events: readonly JobEvent<Code>[];
}

/** A job as the journal returns it, not parsed: another version of the app may have written it, or it is damaged. */
export interface StoredJob {
  readonly header: unknown;
  readonly items: readonly unknown[];
  readonly events: readonly unknown[];
}

/** A job in the list of a journal, not parsed. */
export interface StoredEntry {
  readonly header: unknown;
  readonly digest: unknown;
}

/**
 * Durable storage of jobs. A write that resolved outlives the tab and, if the browser can, a power failure. Writes take typed records;
 * reads return stored data for `createJobReader` to parse.
 * Rejects with AppError `journal-unavailable` (blocked, private mode, cleared), `journal-full`, or `journal-newer` if a newer version
 * of the app changed the database.
 * Only the tab that holds a job's lock appends to it, so that its events have one order.
 */
export interface Journal {
  /** Stores a whole job or nothing; replaces a job with the same id. */
  create(record: JobRecord<unknown, unknown, string>, digest: JobDigest): Promise<void>;
  /** Adds all events to a job or none, and replaces its digest. Rejects with `not-found` for an unknown job. */
  append(jobId: string, events: readonly JobEvent<string>[], digest: JobDigest): Promise<void>;
  /** Reads a job; undefined for an unknown one. Rejects with `job-unreadable` if events are missing. */
  read(jobId: string): Promise<StoredJob | undefined>;
  /** Reads the events from number `fromEvent` on, without the items; none for an unknown job. */
  readEvents(jobId: string, fromEvent: number): Promise<readonly unknown[]>;
  /** Reads everything that is stored of a job for an export, also if parts are missing; undefined for an unknown job. */
  readWhole(jobId: string): Promise<(StoredJob & StoredEntry) | undefined>;
  /** Reads the jobs of an account, newest first; those without `plannedAt` last. */
  list(owner: Pick<JobOwner, 'tenantId' | 'accountId'>): Promise<readonly StoredEntry[]>;
  /** Deletes a job; does nothing for an unknown one. */
  remove(jobId: string): Promise<void>;
}
