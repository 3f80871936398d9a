import type { Outcome } from '../base/outcome';
import type { JobHeader } from './job';

/** Result of the check right before an item is sent. */
export type PrecheckResult<Code extends string> =
  /**
   * Send the item. `before` is plain data for the journal, from which the item can be undone. `isHalfDone` is true for an item that
   * earlier steps left between two states, and that is therefore sent although the job was cancelled; default is false.
   */
  | { readonly kind: 'run'; readonly before: unknown; readonly isHalfDone?: boolean }
  /** Send nothing: the outcome is known. */
  | { readonly kind: 'settled'; readonly outcome: Outcome<Code> };

/** Part of a job's run that an operation may use. */
export interface JobScope<Subject> {
  readonly header: JobHeader<Subject>;
  /** Result of the operation's `prepare`. */
  readonly context: unknown;
  /**
   * Aborted when the job must send nothing further. A request that was not sent then rejects with AppError `cancelled`; for one
   * that was sent, the operation waits for the response.
   */
  readonly signal: AbortSignal;
}

/** Part of a job's run that the sending of one item may use. */
export interface ItemScope<Subject> extends JobScope<Subject> {
  /** Steps of the item that earlier starts made, in their order; plain data. */
  readonly steps: readonly unknown[];
  /**
   * Journals a step of an item that takes several; plain data. Await it before the next step is sent, so that the next start knows it.
   * Rejects as the journal does.
   */
  readonly writeStep: (step: unknown) => Promise<void>;
}

/** An item to check right before it is sent. */
export interface PrecheckItem<Input> {
  readonly input: Input;
  /** The `before` of an earlier start with an unknown outcome; undefined for an item that never started. */
  readonly before: unknown;
  /** True for an item of an earlier start with an unknown outcome, or that it left half done. */
  readonly wasStarted: boolean;
  /** Steps that earlier starts made, in their order. Default is none. */
  readonly steps?: readonly unknown[];
  /** Number of the steps that an item had when it settled half done, before a retry; others may have undone these since. Default is 0. */
  readonly settledSteps?: number | undefined;
}

/** Finds out if denials concern the account, which lacks rights, or single items. */
export interface RightsCheck<Subject, Code extends string> {
  /** True if the account may lack the rights for this outcome. */
  isRefusal(outcome: Outcome<Code>): boolean;
  /**
   * Reads the account's rights again. Rejects with AppError, such as `forbidden` or `consent-needed`, if they don't cover the job;
   * the job then pauses with that code, and the denied items wait again.
   */
  read(scope: JobScope<Subject>): Promise<void>;
}

/**
 * Work of one kind of job; `app/` binds it by name. The engine knows neither licenses nor Graph.
 * A method that rejects with an AppError stops the job, which pauses with the error's code; items in flight stay `started` and are
 * prechecked when the job resumes. `cancelled`, `throttled`, `forbidden`, `consent-needed`, `sign-in-needed`, `token-refused` and
 * `account-changed` mean that the item was not changed, or only by the steps that it journaled; without steps it then waits again. An operation that sent a request with an unknown
 * effect must reject with another code.
 */
export interface Operation<Subject, Input, Code extends string> {
  readonly name: string;
  /** Maximum number of items in flight, 1 or more. */
  readonly concurrency: number;
  /** Maximum number of items that are prechecked and journaled together, 1 or more. */
  readonly chunkSize: number;
  /** Prepares the whole job once, e.g. creates a group; must find the result of an earlier attempt. Resolves with plain data. */
  prepare?(scope: JobScope<Subject>): Promise<unknown>;
  /**
   * Checks items right before they are sent; one result each, in their order. Default is that every item is sent, also one of an
   * earlier start with an unknown outcome; when a job is cancelled, such an item counts as not sent.
   */
  precheck?(
    items: readonly PrecheckItem<Input>[],
    scope: JobScope<Subject>,
  ): Promise<readonly PrecheckResult<Code>[]>;
  /** Sends one item. */
  execute(item: Input, scope: ItemScope<Subject>): Promise<Outcome<Code>>;
  /** Called after 20 denials in a row, or at the end without any success. Default is that each denial is the item's outcome. */
  readonly rights?: RightsCheck<Subject, Code>;
  /** True if the job must pause after this outcome, e.g. after the last license was assigned. Default is never. */
  shouldPauseAfter?(outcome: Outcome<Code>, header: JobHeader<Subject>): boolean;
  /** Reads the outcomes of items that are `done` and `pending`; undefined for one that the service still works on. */
  poll?(items: readonly Input[], scope: JobScope<Subject>): Promise<readonly (Outcome<Code> | undefined)[]>;
  /**
   * Sends what is left of an item once `poll` has found this outcome, such as the old license after the new one works. Rejects as
   * `execute` does, and the item is then polled again; must find what an earlier call has sent. Default is that outcome.
   */
  complete?(item: Input, outcome: Outcome<Code>, scope: ItemScope<Subject>): Promise<Outcome<Code>>;
  /**
   * Returns the outcome of an item that was `done` and `pending` when its job was stopped, if `complete` would have sent more; undefined
   * for one that stays as it is, which is the default for all.
   */
  stop?(item: Input, scope: ItemScope<Subject>): Outcome<Code> | undefined;
  /** True if an item that failed or was cancelled can end otherwise next time. Default is always. */
  canRetry?(outcome: Outcome<Code>, scope: Omit<JobScope<Subject>, 'signal'>): boolean;
  /** Returns the inverse of an item; undefined if it can't be undone, or needs no undo. */
  invert?(
    input: Input,
    before: unknown,
    outcome: Outcome<Code>,
    header: JobHeader<Subject>,
  ): Input | undefined;
  /** Returns the subject of the job that undoes this one; `context` is the result of `prepare`. Default is the same subject. */
  invertSubject?(subject: Subject, context: unknown): Subject;
  /**
   * Milliseconds, 0 or more, after which a request without a response has taken effect or never will. The job sends nothing until
   * then: a read could miss the effect, and another write could conflict with it. Default is 0.
   */
  readonly inFlightTimeoutMs?: number;
  /** Estimates the milliseconds that this number of items will take. */
  timeLeftInMs?(items: number, header: JobHeader<Subject>): number;
  /** Returns the relative error of that estimate; `Infinity` if it is a minimum. Default is 0. */
  timeLeftError?(items: number, header: JobHeader<Subject>): number;
}
