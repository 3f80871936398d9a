import type { Outcome } from '../../base/outcome';
import type { JobDigest, JobHeader, JobOwner, Pause, PlannedItem } from '../job';

/** Everything that can happen to a job after its planning, in the order in which it happened; plain data. */
export type JobEvent<Code extends string> =
  /** A runner took the job up. */
  | { readonly kind: 'started'; readonly at: number }
  /** Whoever runs it is alive; written every half minute. */
  | { readonly kind: 'alive'; readonly at: number }
  /** Nobody waits any more for what was sent, which until `arrivesUntil` (milliseconds since 1970) may still take effect. */
  | { readonly kind: 'cut-off'; readonly arrivesUntil: number }
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

/** A job as the journal holds it. */
export interface JobRecord<Subject, Input, Code extends string> {
  readonly header: JobHeader<Subject>;
  readonly items: readonly PlannedItem<Input, Code>[];
  readonly events: readonly JobEvent<Code>[];
}

/** A job in the list of a journal. */
export interface JournalEntry<Subject> {
  readonly header: JobHeader<Subject>;
  readonly digest: JobDigest;
}

/**
 * Where jobs survive. What resolved is durable: it outlives the tab, and where the browser can, a power cut.
 * Rejects with AppError `journal-unavailable` (blocked, private mode, cleared underneath) or `journal-full`.
 * Only who holds a job's lock appends to it, so that its events have one order.
 */
export interface Journal {
  /** Writes a job down with what happened to it so far, whole or not at all; takes the place of one with the same id. */
  create<Subject, Input, Code extends string>(
    record: JobRecord<Subject, Input, Code>,
    digest: JobDigest,
  ): Promise<void>;
  /** Adds events to a job, all or none, and where they bring it. Rejects with `not-found` for an unknown one. */
  append<Code extends string>(
    jobId: string,
    events: readonly JobEvent<Code>[],
    digest: JobDigest,
  ): Promise<void>;
  /** Reads a job; undefined where there is none. */
  read<Subject, Input, Code extends string>(
    jobId: string,
  ): Promise<JobRecord<Subject, Input, Code> | undefined>;
  /** Reads the events from number `fromEvent` on, without the items; none for an unknown job. */
  readEvents<Code extends string>(jobId: string, fromEvent: number): Promise<readonly JobEvent<Code>[]>;
  /** All jobs of an account, newest first. */
  list<Subject>(owner: Pick<JobOwner, 'tenantId' | 'accountId'>): Promise<readonly JournalEntry<Subject>[]>;
  /** Deletes a job; harmless for an unknown one. */
  remove(jobId: string): Promise<void>;
}
