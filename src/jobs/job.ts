import type { ErrorCode } from '../base/appError';
import type { Outcome } from '../base/outcome';

/** The account that planned a job; only the same account of the same tenant may run it. */
export interface JobOwner {
  readonly tenantId: string;
  readonly accountId: string;
  /** For the history; undefined where the sign-in did not tell. */
  readonly name: string | undefined;
}

/** What a job is, from its planning on; plain data. */
export interface JobHeader<Subject> {
  readonly id: string;
  /** Name of the operation that `app/` binds, so that the journal of yesterday is resumed by the code of today. */
  readonly operation: string;
  /** What holds for all items, such as the product; plain data that only the operation and the screens understand. */
  readonly subject: Subject;
  readonly owner: JobOwner;
  /** Milliseconds since 1970. */
  readonly plannedAt: number;
  /** Number of items. */
  readonly size: number;
  /** The job that this one takes back. */
  readonly undoOf: string | undefined;
}

/** One item as it is planned. */
export interface PlannedItem<Input, Code extends string> {
  /** Items with the same key never run at the same time. */
  readonly key: string;
  /** Plain data for the operation. */
  readonly input: Input;
  /** Set for an item that is decided before anything is sent. */
  readonly outcome?: Outcome<Code>;
}

/** One item and how far it is. */
export interface JobItem<Input, Code extends string> {
  readonly key: string;
  readonly input: Input;
  /**
   * `started` says that the intent is in the journal: it may have been sent. In a job without a runner, such an item is
   * checked before it runs again.
   */
  readonly progress: 'waiting' | 'started' | 'settled';
  /** What the operation found right before the item was started; undefined until then. */
  readonly before: unknown;
  /** Set exactly when `progress` is `settled`. */
  readonly outcome: Outcome<Code> | undefined;
  /** Time at which it became `done`, in milliseconds since 1970, to half a second; undefined for any other item. */
  readonly doneAt?: number | undefined;
}

/** The items of a job in their order, cheap to hold for 100,000. */
export interface JobItems<Input, Code extends string> {
  readonly length: number;
  /** The item at `index`; undefined outside of the list. */
  at(index: number): JobItem<Input, Code> | undefined;
  [Symbol.iterator](): IterableIterator<JobItem<Input, Code>>;
}

/** Numbers of items; together, but for the parts of `done`, they are the size of the job. */
export interface JobCounts {
  readonly waiting: number;
  readonly started: number;
  readonly done: number;
  /** The part of `done` that is a group of which people were left out, and the one of which that is not known. Default is 0. */
  readonly partly?: number | undefined;
  readonly unsure?: number | undefined;
  /** Taken by the service, which still works on them. */
  readonly pending: number;
  readonly skipped: number;
  readonly failed: number;
  readonly cancelled: number;
}

/** Why a job rests. */
export type Pause =
  /** A person asked for it. */
  | { readonly kind: 'asked' }
  /** Its tab was closed or died, or the machine did. */
  | { readonly kind: 'interrupted' }
  /** It cannot go on for now. `goesOnAt` (milliseconds since 1970) is set where it goes on by itself at a known time. */
  | {
      readonly kind: 'stopped';
      readonly code: ErrorCode;
      readonly goesOnByItself: boolean;
      readonly goesOnAt?: number;
    }
  /** An outcome after which the rest shall wait, such as the last seat taken; `index` is the item. */
  | { readonly kind: 'halted'; readonly index: number };

/** Where a job stands. `following`: everything is sent, and the service still works on some items. */
export type JobStatus = 'planned' | 'running' | 'paused' | 'cancelling' | 'following' | 'finished';

/** A job as it stands: plain, immutable data for a screen. */
export interface JobState<Subject, Input, Code extends string> {
  readonly header: JobHeader<Subject>;
  readonly status: JobStatus;
  /** Set exactly when `status` is `paused`. */
  readonly pause: Pause | undefined;
  readonly items: JobItems<Input, Code>;
  readonly counts: JobCounts;
  /** What the operation's `begin` came to; undefined before, and for operations without one. */
  readonly context: unknown;
  /**
   * Set while what was sent and lost its answer, or its tab, may still take effect: until then (milliseconds since 1970) the job is not taken
   * further.
   */
  readonly inFlightUntil: number | undefined;
  /** Milliseconds since 1970; undefined until it happened. */
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
}

/** Where a job stands, without its items; stored beside each job, so that the history is cheap to list. */
export interface JobDigest {
  readonly status: JobStatus;
  readonly pause: Pause | undefined;
  readonly counts: JobCounts;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
}

/** A job in the history, without its items. */
export interface JobSummary<Subject> extends JobDigest {
  readonly header: JobHeader<Subject>;
  /** Whether this tab runs it, another tab does, or nobody. */
  readonly runner: 'here' | 'elsewhere' | 'nobody';
}
