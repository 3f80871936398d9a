import type { JobState, JobSummary, PlannedItem } from './job';

/** Plan of a new job. */
export interface JobPlan<Subject, Input, Code extends string> {
  /** Name of a bound operation. */
  readonly operation: string;
  readonly subject: Subject;
  readonly items: readonly PlannedItem<Input, Code>[];
}

/** Speed of a job. */
export interface JobThroughput {
  /** Items settled per minute, over the last minute or since the job started or resumed; undefined in the first seconds. */
  readonly itemsPerMinute: number | undefined;
  /** Milliseconds until the last item is settled; undefined if the job doesn't run, no item is left, or no estimate is possible. */
  readonly timeLeftInMs: number | undefined;
  /** Relative error of the estimate; `Infinity` if the estimate is a minimum. Default is 0, a good estimate. */
  readonly timeLeftError?: number;
}

/** Effect that undoing a job would have. */
export interface UndoPreview<Input> {
  /** Number of items that it undoes, and of those that can't be undone. */
  readonly undone: number;
  readonly left: number;
  /** Input of each item of the job that undoes this one. */
  readonly inputs: readonly Input[];
}

/** One job, observed. */
export interface JobView<Subject, Input, Code extends string> {
  state(): JobState<Subject, Input, Code>;
  throughput(): JobThroughput;
  /** The tab that runs it: this one, another one, or none. */
  runner(): JobSummary<Subject>['runner'];
  /** Calls back after every change, at most every 100 ms; returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

/**
 * All jobs of this browser and account. Every method resolves when its effect is in the journal. Rejects with AppError:
 * `journal-unavailable`, `journal-full` and `journal-newer` if nothing can be stored, `not-found` for an unknown job or operation,
 * `account-changed` if another account planned the job, `job-busy` if it runs, and `job-unreadable` for a job of another version of
 * the app or a damaged one, which stays in the journal unchanged.
 */
export interface Jobs<Subject, Input, Code extends string> {
  /** The history, newest first, without jobs that cannot be read; the same array until something changes. */
  list(): readonly JobSummary<Subject>[];
  /** Calls back after every change of `list()`; returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /**
   * Place where jobs are stored: this device, `memory` if the browser stores nothing, so that jobs end with the tab, or `newer` if a
   * newer version of the app changed the database, so that this one can't use it.
   */
  storage(): 'device' | 'memory' | 'newer' | 'unknown';
  /**
   * Accepts jobs in memory if the browser stores nothing; before, `plan` rejects with `journal-unavailable` there, and a job whose
   * storage fails pauses. Lasts as long as the tab.
   */
  acceptMemory(): void;
  /** Stores a job without starting it; resolves with its id. */
  plan(plan: JobPlan<Subject, Input, Code>): Promise<string>;
  /** Opens a live view of a job, in whichever tab it runs. */
  open(id: string): Promise<JobView<Subject, Input, Code>>;
  /** Runs a planned or paused job in this tab; resolves when it has started. */
  start(id: string): Promise<void>;
  /** Sends nothing further and waits for the responses. If another tab runs the job, resolves when that tab got the message. */
  pause(id: string): Promise<void>;
  /**
   * Sends nothing further, waits for the responses and cancels all other items. A second call does nothing. If another tab runs the
   * job, resolves when that tab got the message.
   */
  cancel(id: string): Promise<void>;
  /** Starts the job with the items that failed or were cancelled and can end otherwise next time. */
  retryFailed(id: string): Promise<void>;
  /** Previews the effect of `undo`. */
  previewUndo(id: string): Promise<UndoPreview<Input>>;
  /**
   * Plans the job that undoes this one, without starting it; resolves with its id. Rejects with `job-busy` while the job runs, as
   * `retryFailed` does if another tab runs it.
   */
  undo(id: string): Promise<string>;
  /** Deletes a job that never started, is finished or is unreadable; rejects with `job-busy` for any other. */
  remove(id: string): Promise<void>;
}
