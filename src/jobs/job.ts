import type { ErrorCode } from '../base/appError';
import type { Outcome } from '../base/outcome';

/** Account that planned a job; only the same account of the same tenant may run it. */
export interface JobOwner {
  readonly tenantId: string;
  readonly accountId: string;
  /** Shown in the history; undefined if the sign-in gave no name. */
  readonly name: string | undefined;
}

/** True if the job is of this account of this tenant. */
export function belongsTo(
  { owner }: JobHeader<unknown>,
  account: Pick<JobOwner, 'tenantId' | 'accountId'>,
): boolean {
  return owner.tenantId === account.tenantId && owner.accountId === account.accountId;
}

/** Part of a job that never changes; plain data. */
export interface JobHeader<Subject> {
  readonly id: string;
  /** Name of the operation that `app/` binds, so that today's code resumes yesterday's journal. */
  readonly operation: string;
  /** Plain data for all items, such as the product; only the operation and the screens know its type. */
  readonly subject: Subject;
  readonly owner: JobOwner;
  /** Milliseconds since 1970. */
  readonly plannedAt: number;
  /** Number of items. */
  readonly size: number;
  /** Id of the job that this one undoes. */
  readonly undoOf: string | undefined;
}

/** One item of a plan. */
export interface PlannedItem<Input, Code extends string> {
  /** Items with the same key never run at the same time. */
  readonly key: string;
  /** Plain data for the operation. */
  readonly input: Input;
  /** Set for an item whose outcome is known before anything is sent. */
  readonly outcome?: Outcome<Code>;
}

/** One item and its progress. */
export interface JobItem<Input, Code extends string> {
  readonly key: string;
  readonly input: Input;
  /**
   * `started`: the intent is in the journal, and the item may have been sent. If no tab runs the job, such an item is prechecked
   * before it is sent again.
   */
  readonly progress: 'waiting' | 'started' | 'settled';
  /** State that the operation's precheck found before the item was started; undefined until then. */
  readonly before: unknown;
  /** Steps that were made of an item that takes several, in their order; plain data. Undefined for none. */
  readonly steps?: readonly unknown[] | undefined;
  /** Number of the steps that an item had when it settled half done, before a retry reopened it; undefined for others. */
  readonly settledSteps?: number | undefined;
  /** Defined if `progress` is `settled`. */
  readonly outcome: Outcome<Code> | undefined;
  /** Time at which the item became `done` or half done, in milliseconds since 1970, to half a second; undefined for other outcomes. */
  readonly doneAt?: number | undefined;
}

/** Items of a job in their order; made for 100,000. */
export interface JobItems<Input, Code extends string> {
  readonly length: number;
  /** The item at `index`; undefined outside of the list. */
  at(index: number): JobItem<Input, Code> | undefined;
  [Symbol.iterator](): IterableIterator<JobItem<Input, Code>>;
}

/** Numbers of items; all but `partly`, `unsure` and `halfDone` add up to the size of the job. */
export interface JobCounts {
  readonly waiting: number;
  readonly started: number;
  readonly done: number;
  /** Number of `done` groups without some members, and of those for which this is unknown. Default is 0. */
  readonly partly?: number | undefined;
  readonly unsure?: number | undefined;
  /** Accepted by the service, which still works on them. */
  readonly pending: number;
  readonly skipped: number;
  readonly failed: number;
  /** Number of `failed` items of which a part was made. Default is 0. */
  readonly halfDone?: number | undefined;
  readonly cancelled: number;
}

/** Reason for which a job is paused; stored. */
export type Pause =
  /** The user paused it. */
  | { readonly kind: 'asked' }
  /** The tab that ran it was closed or died. */
  | { readonly kind: 'interrupted' }
  /** An error stopped it. `goesOnAt` (milliseconds since 1970) is set if it resumes by itself at a known time. */
  | {
      readonly kind: 'stopped';
      readonly code: ErrorCode;
      readonly goesOnByItself: boolean;
      readonly goesOnAt?: number;
    }
  /** The outcome of the item at `index` stopped it, such as the last license assigned. */
  | { readonly kind: 'halted'; readonly index: number };

/** Status of a job. `following`: all items are sent, and the service still works on some. */
export type JobStatus = 'planned' | 'running' | 'paused' | 'cancelling' | 'following' | 'finished';

/** State of a job: plain, immutable data for a screen. */
export interface JobState<Subject, Input, Code extends string> {
  readonly header: JobHeader<Subject>;
  readonly status: JobStatus;
  /** Defined if `status` is `paused`. */
  readonly pause: Pause | undefined;
  readonly items: JobItems<Input, Code>;
  readonly counts: JobCounts;
  /** Result of the operation's `prepare`; undefined before, and for operations without it. */
  readonly context: unknown;
  /**
   * Set while requests without a response may still take effect: the job sends nothing until this time, in milliseconds since 1970.
   */
  readonly inFlightUntil: number | undefined;
  /** Milliseconds since 1970; undefined until it happened. */
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
}

/** State of a job without its items; stored beside each job, so that the history is cheap to list. */
export interface JobDigest {
  readonly status: JobStatus;
  readonly pause: Pause | undefined;
  readonly counts: JobCounts;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
}

/** A job in the history. */
export interface JobSummary<Subject> extends JobDigest {
  readonly header: JobHeader<Subject>;
  /** The tab that runs it: this one, another one, or none. */
  readonly runner: 'here' | 'elsewhere' | 'nobody';
}
