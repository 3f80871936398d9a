import type { Outcome } from '../base/outcome';
import type { JobHeader } from './job';

/** What a check right before running came to. */
export type PrecheckResult<Code extends string> =
  /** To be run; `before` is plain data for the journal, from which the item can be undone. */
  | { readonly kind: 'run'; readonly before: unknown }
  /** Nothing is to be sent: this is the outcome. */
  | { readonly kind: 'settled'; readonly outcome: Outcome<Code> };

/** What an operation may know of the job around an item. */
export interface JobScope<Subject> {
  readonly header: JobHeader<Subject>;
  /** What `begin` resolved with. */
  readonly context: unknown;
  /**
   * Aborted when the job shall start nothing further. What has not been sent is given up with AppError `cancelled`; what
   * has been sent is waited for.
   */
  readonly signal: AbortSignal;
}

/** An item to check. */
export interface PrecheckItem<Input> {
  readonly input: Input;
  /** The `before` of an earlier start whose outcome is unknown; undefined for an item that never started. */
  readonly before: unknown;
  /** Whether it was started before and its outcome is not known. */
  readonly wasStarted: boolean;
}

/** A way to tell refusals that concern the account from those that concern the item. */
export interface RightsCheck<Subject, Code extends string> {
  /** True where rights that the account lacks may be the reason of this outcome. */
  isRefusal(outcome: Outcome<Code>): boolean;
  /**
   * Reads the account's rights again. Rejects with AppError, such as `forbidden` or `consent-needed`, where they do not
   * cover the job; the job then pauses for that, and what was refused waits again.
   */
  read(scope: JobScope<Subject>): Promise<void>;
}

/**
 * What one kind of job does; `app/` binds it by name. The engine knows neither licenses nor Graph.
 * A method that rejects with an AppError stops the job: what was under way stays `started` (and is checked when the job
 * goes on), and the job pauses with the error's code. `cancelled`, `throttled`, `forbidden`, `consent-needed`,
 * `sign-in-needed`, `token-refused` and `account-changed` mean that the run had no effect on the item, which then waits
 * again; an operation that sent something of an open fate rejects with the reason of that instead.
 */
export interface Operation<Subject, Input, Code extends string> {
  readonly name: string;
  /** Items at work at the same time, 1 or more. */
  readonly concurrency: number;
  /** Items that are checked and journaled together, 1 or more. */
  readonly chunkSize: number;
  /** Prepares the whole job once, such as making a group; must find what an earlier try made. Resolves with plain data. */
  prepare?(scope: JobScope<Subject>): Promise<unknown>;
  /**
   * Looks at items right before they run, in their order; one answer each. Without it every item runs, also one whose
   * earlier start is not known to have had an effect; when a job is cancelled, such an item counts as not sent.
   */
  precheck?(
    items: readonly PrecheckItem<Input>[],
    scope: JobScope<Subject>,
  ): Promise<readonly PrecheckResult<Code>[]>;
  /** Does the work of one item. */
  execute(item: Input, scope: JobScope<Subject>): Promise<Outcome<Code>>;
  /**
   * Asked after 20 refusals in a row without a success, or at the end where nothing succeeded. Default is that each refusal
   * is the outcome of its item.
   */
  readonly rights?: RightsCheck<Subject, Code>;
  /** Whether the rest shall wait after this outcome, such as the last seat taken. Default is never. */
  shouldPauseAfter?(outcome: Outcome<Code>, header: JobHeader<Subject>): boolean;
  /** Asks how items ended that are `done` and `pending`; undefined for one that the service still works on. */
  poll?(items: readonly Input[], scope: JobScope<Subject>): Promise<readonly (Outcome<Code> | undefined)[]>;
  /** True if running an item that failed or was cancelled may end otherwise another time. Default is always. */
  canRetry?(outcome: Outcome<Code>, scope: Omit<JobScope<Subject>, 'signal'>): boolean;
  /** What would take the item back; undefined where nothing can or nothing has to. */
  invert?(
    input: Input,
    before: unknown,
    outcome: Outcome<Code>,
    header: JobHeader<Subject>,
  ): Input | undefined;
  /** The subject of the job that undoes this one, whose `begin` came to `context`. Default is the same. */
  invertSubject?(subject: Subject, context: unknown): Subject;
  /**
   * Milliseconds, 0 or more, after which a call whose answer was lost, or whose tab died, has taken effect or never will.
   * Until then nobody takes the job further, for a reading could miss it and another write overlap it. Default is 0.
   */
  readonly inFlightTimeoutMs?: number;
  /** Milliseconds that so many more items will take, by what is known of the service now. */
  timeLeftInMs?(items: number): number;
  /** Returns the part by which that may be off either way; infinite if it is the least. Default is 0. */
  timeLeftError?(items: number): number;
}
