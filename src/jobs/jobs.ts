import type { JobState, JobSummary, PlannedItem } from './job';

/** What to plan. */
export interface JobPlan<Subject, Input, Code extends string> {
  /** Name of a bound operation. */
  readonly operation: string;
  readonly subject: Subject;
  readonly items: readonly PlannedItem<Input, Code>[];
}

/** How fast a job goes. */
export interface JobThroughput {
  /** Items settled a minute, over the last minute or since it started or went on; undefined in the first seconds. */
  readonly itemsPerMinute: number | undefined;
  /** Milliseconds until the last item is sent and answered; undefined where the job does not run, nothing is left, or nothing is known. */
  readonly timeLeftInMs: number | undefined;
  /** Part by which that may be off either way; infinite if it is the least. Default is 0, a good estimate. */
  readonly timeLeftError?: number;
}

/** Effect that undoing a job would have. */
export interface UndoPreview<Input> {
  /** Number of items that it takes back, and of those that nothing takes back. */
  readonly undone: number;
  readonly left: number;
  /** The input of each item that it takes back, to send. */
  readonly inputs: readonly Input[];
}

/** One job, observed. */
export interface JobView<Subject, Input, Code extends string> {
  state(): JobState<Subject, Input, Code>;
  throughput(): JobThroughput;
  /** Whether this tab runs it, another tab does, or nobody. */
  runner(): JobSummary<Subject>['runner'];
  /** Calls back after every change, at most once a frame or so; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/**
 * All jobs of this browser and account. A job lives in the journal: every method resolves when what it did is durable.
 * Rejects with AppError: `journal-unavailable`, `journal-full` and `journal-newer` where nothing can be stored, `not-found` for an unknown
 * job or operation, `account-changed` where another account planned it, `job-busy` where somebody runs it, and
 * `job-unreadable` for a job of another version of the app or a damaged one, which stays in the journal as it is.
 */
export interface Jobs<Subject, Input, Code extends string> {
  /** The history, newest first, without jobs that cannot be read; the same array until something changes. */
  list(): readonly JobSummary<Subject>[];
  /** Calls back after every change of `list()`; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /**
   * Whether jobs are kept on this device; `memory` where the browser stores nothing, so that they end with the tab, and `newer`
   * where a newer version of the app changed how they are stored, so that this one can't use them.
   */
  storage(): 'device' | 'memory' | 'newer' | 'unknown';
  /**
   * A person agrees to jobs that are kept in memory where the browser stores nothing; until then `plan` rejects with
   * `journal-unavailable` there, and a job whose storage broke rests. Holds as long as the tab.
   */
  acceptMemory(): void;
  /** Writes a job down without starting it; resolves with its id. */
  plan(plan: JobPlan<Subject, Input, Code>): Promise<string>;
  /** Reads a job and follows it, live, whoever runs it. */
  open(id: string): Promise<JobView<Subject, Input, Code>>;
  /** Runs a planned or paused job in this tab; resolves when it has begun. */
  start(id: string): Promise<void>;
  /** Starts nothing further, waits for what was sent, and rests. Where another tab runs it, resolves when that tab was asked. */
  pause(id: string): Promise<void>;
  /**
   * Starts nothing further for good: what was not sent ends as cancelled, and what was is waited for. A second call is
   * harmless. Where another tab runs it, resolves when that tab was asked.
   */
  cancel(id: string): Promise<void>;
  /** Puts what failed or was cancelled, and can end otherwise, back in the row and starts the job. */
  retryFailed(id: string): Promise<void>;
  /** What `undo` would do now. */
  previewUndo(id: string): Promise<UndoPreview<Input>>;
  /**
   * Plans the job that takes this one back, without starting it; resolves with its id. Rejects with `job-busy` while the job
   * runs, as does `retryFailed` where another tab runs it.
   */
  undo(id: string): Promise<string>;
  /** Deletes a job that never started, is finished or can't be read from the history; rejects with `job-busy` for any other. */
  remove(id: string): Promise<void>;
}
